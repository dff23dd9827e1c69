/** What an item accepts, for people: "0 to 100, whole numbers". */
import type { Item, Validator } from "#surveys";

export function limitsInWords(item: Item): string | undefined {
  const all = [...ownLimits(item), ...item.validators.map(validatorInWords)].filter(
    (words) => words !== undefined,
  );
  return all.length === 0 ? undefined : all.join(", ");
}

function ownLimits(item: Item): readonly (string | undefined)[] {
  switch (item.kind) {
    case "number":
      return [between(item.low, item.high), item.whole ? "whole numbers" : undefined];
    case "date":
      return [item.to === "month" ? "a month" : "a day", between(item.low, item.high)];
    case "text":
      return [item.input === "text" ? undefined : kinds[item.input], upTo(item.longest)];
    case "comment":
      return [upTo(item.longest)];
    case "multiple choice":
      return [between(item.atLeast, item.atMost, "answers")];
    default:
      return [];
  }
}

function validatorInWords(validator: Validator): string | undefined {
  switch (validator.kind) {
    case "numeric":
      return between(validator.low, validator.high);
    case "length":
      return between(validator.low, validator.high, "characters");
    case "count":
      return between(validator.low, validator.high, "answers");
    case "pattern":
      return `the form ${validator.pattern}`;
    case "email":
      return kinds.email;
    case "condition":
      return `only if ${validator.holds.text}`;
  }
}

type End = number | string | undefined;

function between(low: End, high: End, noun?: string): string | undefined {
  const of = noun === undefined ? "" : ` ${noun}`;
  if (low === undefined) return high === undefined ? undefined : `at most ${high}${of}`;
  return high === undefined ? `at least ${low}${of}` : `${low} to ${high}${of}`;
}

const upTo = (characters: number): string => `up to ${characters} characters`;

const kinds = {
  email: "an address of mail",
  tel: "a telephone number",
  url: "a link",
} as const;
