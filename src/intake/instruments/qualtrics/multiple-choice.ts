/** Multiple choice of Qualtrics, one answer or several. */
import { quote } from "#surveys";
import type { Json } from "../foreign.ts";
import { listIn, numberIn, own, wordsIn } from "../loose.ts";
import { choiceCodes, optionsOf } from "./choices.ts";
import type { Maker } from "./made.ts";
import type { Asked } from "./open.ts";
import { titleIn } from "./speaking.ts";

export const multipleChoice: Maker = (speaking) => {
  const { payload } = speaking.question;
  if (listIn(payload["DynamicChoices"]).length > 0)
    return "Its options come from the answers to another question. Write them out, each shown under a condition.";
  const selector = wordsIn(payload["Selector"]);
  if (selector === "NPS") return netPromoter(speaking);
  const type = choiceTypes.get(selector);
  if (type === undefined)
    return `Multiple choice of the kind ${quote(selector)} is not known here.`;
  const codes = choiceCodes(speaking, type === "checkbox");
  const options = optionsOf(speaking, codes, type === "checkbox");
  if (options === undefined) return "It has no options.";
  const asked: Asked = { kind: type === "checkbox" ? "several" : "one", codes, rows: new Map() };
  return {
    elements: [
      {
        type,
        name: speaking.question.name,
        title: titleIn(speaking),
        ...options,
        ...chosen(payload, type),
      },
    ],
    asked,
  };
};

/** Random order, and how many may be chosen. */
function chosen(payload: Json, type: string): Json {
  const settings = own(payload["Validation"], "Settings");
  const isCounted = ["MinChoices", "MaxChoices", "ChoiceRange"].includes(
    wordsIn(own(settings, "Type")),
  );
  const [low, high] = [
    numberIn(own(settings, "MinChoices")),
    numberIn(own(settings, "MaxChoices")),
  ];
  return {
    ...(own(payload["Randomization"], "Type") === "All" ? { choicesOrder: "random" } : {}),
    ...(type === "checkbox" && isCounted && low ? { minSelectedChoices: low } : {}),
    ...(type === "checkbox" && isCounted && high ? { maxSelectedChoices: high } : {}),
  };
}

/** Eleven points, from 0 to 10. */
const netPromoter: Maker = (speaking) => {
  const { name } = speaking.question;
  const points = Array.from({ length: 11 }, (_, at): [string, number] => [String(at), at]);
  return {
    elements: [{ type: "rating", name, title: titleIn(speaking), rateMin: 0, rateMax: 10 }],
    asked: { kind: "one", codes: new Map(points), rows: new Map() },
  };
};

const choiceTypes: ReadonlyMap<string, string> = new Map([
  ...["SAVR", "SAHR", "SACOL", "SB"].map((selector): [string, string] => [selector, "radiogroup"]),
  ["DL", "dropdown"],
  ...["MAVR", "MAHR", "MACOL", "MSB"].map((selector): [string, string] => [selector, "checkbox"]),
]);
