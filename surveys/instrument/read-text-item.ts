/** One line to write in: words, a number or a date, by its inputType. */
import { date } from "../items/date.ts";
import type { DateItem, Item } from "../items/item.ts";
import { quote } from "../wording.ts";
import { longestText, type QuestionOf } from "./definition.ts";
import { given } from "./given.ts";
import type { Asked } from "./read-item.ts";
import { refuseReversed } from "./read-validators.ts";
import { refuse, under, type Spot } from "./reading.ts";
import { wordsAt } from "./references.ts";

type TextQuestion = QuestionOf<"text">;

export function textItemAt(spot: Spot, question: TextQuestion, asked: Asked): Item {
  const { inputType = "text" } = question;
  refuseReversed(spot, question.min, question.max);
  switch (inputType) {
    case "number":
      return numberAt(spot, question, asked);
    case "date":
    case "month":
      return dateAt(spot, question, asked);
    default:
      refuseOthers(spot, question, ["maxLength", "placeholder"]);
      return {
        kind: "text",
        ...asked,
        input: inputType,
        longest: question.maxLength ?? longestText.text,
        ...given("placeholder", question.placeholder && wordsAt(spot, question.placeholder)),
      };
  }
}

function numberAt(spot: Spot, question: TextQuestion, asked: Asked): Item {
  refuseOthers(spot, question, ["min", "max", "step"]);
  const end = (key: "min" | "max") => {
    const value = question[key];
    if (typeof value === "string") refuseEnd(spot, key, `a number, such as ${Number(value) || 0}`);
    return typeof value === "string" ? undefined : value;
  };
  return {
    kind: "number",
    ...asked,
    ...given("low", end("min")),
    ...given("high", end("max")),
    whole: question.step === 1,
  };
}

function dateAt(spot: Spot, question: TextQuestion, asked: Asked): Item {
  refuseOthers(spot, question, ["min", "max"]);
  const to = question.inputType === "month" ? "month" : "day";
  const item: DateItem = { kind: "date", ...asked, to };
  const end = (key: "min" | "max") => {
    const value = question[key];
    if (value === undefined || (typeof value === "string" && date.holds(item, value))) return value;
    refuseEnd(spot, key, example[to]);
    return undefined;
  };
  return { ...item, ...given("low", end("min")), ...given("high", end("max")) };
}

const example = { month: 'a month, such as "2019-06"', day: 'a day, such as "2019-06-30"' };

const refuseEnd = (spot: Spot, key: "min" | "max", what: string): void =>
  refuse(under(spot, key), {
    code: "wrong-value",
    text: `The ${key} of ${quote(spot.name)} has to be ${what}.`,
  });

/** Of what belongs to some input types only. */
function refuseOthers(spot: Spot, question: TextQuestion, mine: readonly InputKey[]): void {
  for (const key of ["min", "max", "step", "maxLength", "placeholder"] as const)
    if (question[key] !== undefined && !mine.includes(key))
      refuse(under(spot, key), {
        code: "property-does-not-fit",
        text: `The property ${quote(key)} does not fit ${quote(spot.name)}, whose inputType is ${question.inputType ?? "text"}.`,
        suggestion: "Remove it, or change inputType.",
      });
}

type InputKey = "min" | "max" | "step" | "maxLength" | "placeholder";
