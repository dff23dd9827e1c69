/** Validators, as written, to validators of the item they stand at. */
import type { Item, ItemKindId, Validator } from "../items/item.ts";
import { quote } from "../wording.ts";
import type { WrittenValidator } from "./definition.ts";
import { given } from "./given.ts";
import { refuse, under, type Spot } from "./reading.ts";
import { conditionAt, wordsAt } from "./references.ts";
import { longestMatched, objectionToPattern } from "./safe-pattern.ts";

export function validatorsAt(
  spot: Spot,
  item: Item,
  written: readonly WrittenValidator[] = [],
): readonly Validator[] {
  return written.flatMap((each, at) => {
    const here = under(spot, "validators", at);
    checkFits(here, item, each.type);
    const text = each.text === undefined ? {} : { text: wordsAt(under(here, "text"), each.text) };
    const made = make(here, item, each);
    return made === undefined ? [] : [{ ...made, ...text }];
  });
}

function make(spot: Spot, item: Item, written: WrittenValidator): Validator | undefined {
  switch (written.type) {
    case "numeric":
      return { kind: "numeric", ...range(spot, written.minValue, written.maxValue) };
    case "text":
      return { kind: "length", ...range(spot, written.minLength, written.maxLength) };
    case "answercount":
      return { kind: "count", ...range(spot, written.minCount, written.maxCount) };
    case "email":
      return { kind: "email" };
    case "regex":
      checkPattern(spot, item, written.regex);
      return { kind: "pattern", pattern: written.regex };
    case "expression": {
      const look = { what: "condition", own: item } as const;
      const holds = conditionAt(under(spot, "expression"), written.expression, look);
      return holds && { kind: "condition", holds };
    }
  }
}

function range(spot: Spot, low: number | undefined, high: number | undefined) {
  if (low === undefined && high === undefined)
    refuse(spot, {
      code: "empty-validator",
      text: `A validator of ${quote(spot.name)} has neither a lowest nor a highest.`,
      suggestion: "Give it one of them, or remove it.",
    });
  refuseReversed(spot, low, high);
  return { ...given("low", low), ...given("high", high) };
}

export function refuseReversed(
  spot: Spot,
  low: number | string | undefined,
  high: number | string | undefined,
): void {
  if (low !== undefined && high !== undefined && low > high)
    refuse(spot, {
      code: "reversed-limits",
      text: `The lowest of ${quote(spot.name)} is ${low} and the highest is ${high}, so that nothing is right.`,
      suggestion: "Turn the two round.",
    });
}

function checkPattern(spot: Spot, item: Item, pattern: string): void {
  const objection = objectionToPattern(pattern);
  const here = under(spot, "regex");
  if (objection !== undefined)
    refuse(here, {
      code: "unsafe-pattern",
      text: `The pattern ${quote(pattern)} ${objection.why}.`,
      suggestion: objection.instead,
    });
  if ("longest" in item && item.longest > longestMatched)
    refuse(here, {
      code: "pattern-on-long-text",
      text: `The item ${quote(spot.name)} takes ${item.longest} characters; a pattern looks at ${longestMatched} at most.`,
      suggestion: `Set maxLength to ${longestMatched} or less.`,
    });
}

function checkFits(spot: Spot, item: Item, type: WrittenValidator["type"]): void {
  const kinds = fits[type];
  if (kinds === undefined || kinds.includes(item.kind)) return;
  refuse(spot, {
    code: "validator-does-not-fit",
    text: `A ${type} validator does not fit ${quote(spot.name)}, which is ${item.kind}.`,
    suggestion: instead[type] ?? "Remove it, or use an expression validator.",
  });
}

/** All kinds where nothing is said. */
const fits: Readonly<Partial<Record<WrittenValidator["type"], readonly ItemKindId[]>>> = {
  numeric: ["number"],
  text: ["text", "comment"],
  answercount: ["multiple choice"],
  email: ["text"],
  regex: ["text", "comment"],
};
const instead: Readonly<Partial<Record<WrittenValidator["type"], string>>> = {
  numeric: "Set inputType to number.",
  answercount: "Use checkbox, or remove it.",
};
