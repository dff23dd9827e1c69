/** Boxes to tick: any number of options; some stand alone. */
import { specialCodes, type Answer, type Code } from "../answer.ts";
import type { Fault } from "../instrument/instrument.ts";
import type { MultipleChoice } from "./item.ts";
import type { Fields, ItemKind, Reading, Saying } from "./item-kind.ts";
import { chosenIn, notAccepted, withWords, wordsIn } from "./one-of.ts";
import { asksForWords, codeIn, codesOf, hasCode, isExclusive, sayCode } from "./options.ts";
import { answered, blank, faultAt, typedIn, unusable } from "./reading.ts";

export const multipleChoice: ItemKind<MultipleChoice> = {
  kind: "multiple choice",
  read,
  holds: (item, value): value is Answer =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((code) => hasCode(item, code)) &&
    new Set(value).size === value.length &&
    !isTorn(item, value),
  faults,
  say,
};

/** Codes in the order of the item, whatever order they were ticked or sent in. */
function read(item: MultipleChoice, fields: Fields): Reading {
  const fieldsChosen = chosenIn(fields);
  const found = fieldsChosen.map((field) => codeIn(item, field));
  if (found.includes(undefined)) return notAccepted(item, fields);
  // Words are a choice of "other", unless what stands alone was chosen.
  if (wordsIn(item, fields) !== "" && !found.some((code) => isExclusive(item, code!)))
    found.push(specialCodes.other);
  const codes = codesOf(item).filter((code) => found.includes(code));
  if (codes.length === 0) return blank;
  const alone = codes.find((code) => isExclusive(item, code));
  if (alone !== undefined && codes.length > 1)
    return unusable(
      typedIn(fields, ["", "-Comment"]),
      faultAt(item.name, "not together", { alone: String(alone) }),
    );
  return codes.some((code) => asksForWords(item, code))
    ? withWords(item, codes, fields)
    : answered(codes);
}

/** Whether something that stands alone was chosen beside others. */
const isTorn = (item: MultipleChoice, codes: readonly Code[]): boolean =>
  codes.length > 1 && codes.some((code) => isExclusive(item, code));

function faults(item: MultipleChoice, answer: Answer | undefined): readonly Fault[] {
  if (!Array.isArray(answer) || isExclusive(item, answer[0])) return [];
  const { name, atLeast = 0, atMost = Infinity } = item;
  if (answer.length < atLeast) return [faultAt(name, "too few", { limit: atLeast })];
  if (answer.length > atMost) return [faultAt(name, "too many", { limit: atMost })];
  return [];
}

function say(item: MultipleChoice, answer: Answer, how: Saying): string {
  const codes = Array.isArray(answer) ? answer : [];
  return codes.map((code: Code) => sayCode(item, code, how)).join(", ");
}
