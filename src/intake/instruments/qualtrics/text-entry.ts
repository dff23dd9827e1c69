/** What is written: one line, several, or a form of lines. */
import { quote } from "#surveys";
import { wordsIn } from "../loose.ts";
import { note } from "../texts.ts";
import type { Maker } from "./made.ts";
import type { Asked } from "./open.ts";
import { titleIn } from "./speaking.ts";
import { numberOrText } from "./written.ts";

export const textEntry: Maker = (speaking) => {
  const { question } = speaking;
  const { payload, name } = question;
  const selector = wordsIn(payload["Selector"]);
  const written: Asked = { kind: "written", codes: new Map(), rows: new Map() };
  if (selector === "FORM") {
    note(question.of, "Each line of the form is a question of its own.");
    return {
      elements: question.pieces.map((piece) => ({
        name: piece.name,
        title: titleIn(speaking, piece.id),
        ...numberOrText(speaking, "text"),
      })),
      asked: { ...written, kind: "apart" },
    };
  }
  const type = textTypes.get(selector);
  if (type === undefined) return `A text of the kind ${quote(selector)} is not taken.`;
  return {
    elements: [{ name, title: titleIn(speaking), ...numberOrText(speaking, type) }],
    asked: written,
  };
};

const textTypes: ReadonlyMap<string, "text" | "comment"> = new Map([
  ["SL", "text"],
  ["ML", "comment"],
  ["ESTB", "comment"],
]);
