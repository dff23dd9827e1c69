/** Matrices of Qualtrics: one answer a row is a matrix, several are a question for each row. */
import { quote, type Code, type Text } from "#surveys";
import { wordsIn } from "../loose.ts";
import { note } from "../texts.ts";
import { choiceIds, columnCodes, rowName } from "./choices.ts";
import { isRequired } from "./flow.ts";
import type { Made, Maker } from "./made.ts";
import { choiceWords, flagged, titleIn, type Speaking } from "./speaking.ts";

export const matrix: Maker = (speaking) => {
  const { payload } = speaking.question;
  const sub = wordsIn(payload["SubSelector"]);
  const selector = wordsIn(payload["Selector"]);
  if (selector !== "Likert" || !["SingleAnswer", "DL", "MultipleAnswer"].includes(sub))
    return `A matrix of the kind ${quote(`${selector} ${sub}`.trim())} is not taken: a row takes one code. Write an item for each row.`;
  const codes = columnCodes(speaking);
  if (codes.size === 0 || choiceIds(payload).length === 0) return "It has no rows or no columns.";
  return sub === "MultipleAnswer" ? several(speaking, codes) : single(speaking, codes);
};

function several(speaking: Speaking, codes: ReadonlyMap<string, Code>): Made {
  const { of, pieces } = speaking.question;
  note(of, "Each row is a question of its own, in which several can be chosen.");
  return {
    elements: pieces.map(({ id, name }) => ({
      type: "checkbox",
      name,
      title: titleIn(speaking, id),
      choices: columnsOf(speaking, codes),
    })),
    asked: { kind: "apart", codes, rows: new Map(pieces.map(({ id, name }) => [id, name])) },
  };
}

function single(speaking: Speaking, codes: ReadonlyMap<string, Code>): Made {
  const { of, payload, name } = speaking.question;
  const names = new Map(choiceIds(payload).map((id) => [id, rowName(payload, id)]));
  const rows = [...names].map(([id, value]) => ({
    value,
    text: wordsFor(speaking, "Choices", [id, value]),
  }));
  if (flagged(payload["Choices"], "TextEntry").length > 0)
    note(of, "Words could be written beside a row; they are not asked for.");
  const required = isRequired(payload) === "yes" ? { eachRowRequired: true } : {};
  const title = titleIn(speaking);
  const columns = columnsOf(speaking, codes);
  return {
    elements: [{ type: "matrix", name, title, columns, rows, ...required }],
    asked: { kind: "matrix", codes, rows: names },
  };
}

const columnsOf = (speaking: Speaking, codes: ReadonlyMap<string, Code>) =>
  [...codes].map(([id, value]) => ({ value, text: wordsFor(speaking, "Answers", [id, value]) }));

function wordsFor(
  speaking: Speaking,
  of: "Choices" | "Answers",
  [id, code]: readonly [string, Code],
): Text {
  const words = choiceWords(speaking, of, id);
  if (words === undefined)
    note(
      speaking.question.of,
      `A row or column without words shows its code, ${quote(String(code))}.`,
    );
  return words ?? String(code);
}
