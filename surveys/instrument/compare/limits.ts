/** What an item accepts, in two versions. */
import type { Item, Validator } from "../../items/item.ts";
import { quote } from "../../wording.ts";
import { breaking, safe, type VersionDifference } from "./difference.ts";

export function limitDifferences(from: Item, to: Item): VersionDifference[] {
  const [was, is] = [limitsOf(from), limitsOf(to)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) =>
    limitDifference(to.name, what, [was.get(what), is.get(what)]),
  );
}

/** A bound is a number or a date; anything else is there or not. */
type Limit = number | string;

function limitDifference(
  name: string,
  what: string,
  [was, is]: readonly [Limit | undefined, Limit | undefined],
): VersionDifference[] {
  if (was === is) return [];
  const text = `${quote(name)}: ${what} ${was === undefined ? "was not set" : `was ${was}`} and ${is === undefined ? "is not set" : `is ${is}`} now.`;
  const looser = is === undefined || (was !== undefined && isLooser(what, was, is));
  return [looser ? safe("loosened limit", name, text) : breaking("narrowed limit", name, text)];
}

function isLooser(what: string, was: Limit, is: Limit): boolean {
  if (what.startsWith("the lowest")) return is < was;
  if (what.startsWith("the highest")) return is > was;
  return false;
}

/** In words, as the sentence has them. */
function limitsOf(item: Item): ReadonlyMap<string, Limit> {
  const all: (readonly [string, Limit | undefined])[] = [
    ...ownLimits(item),
    ...item.validators.flatMap(validatorLimits),
  ];
  return new Map(all.flatMap(([what, limit]) => (limit === undefined ? [] : [[what, limit]])));
}

function ownLimits(item: Item): readonly (readonly [string, Limit | undefined])[] {
  switch (item.kind) {
    case "number":
      return [
        ["the lowest number", item.low],
        ["the highest number", item.high],
        ["whole numbers only", item.whole ? "set" : undefined],
      ];
    case "date":
      return [
        ["the lowest date", item.low],
        ["the highest date", item.high],
        ["how exact a date is", item.to],
      ];
    case "text":
      return [
        ["the highest number of characters", item.longest],
        ["the form of the text", item.input],
      ];
    case "comment":
      return [["the highest number of characters", item.longest]];
    case "multiple choice":
      return [
        ["the lowest number of answers", item.atLeast],
        ["the highest number of answers", item.atMost],
      ];
    default:
      return [];
  }
}

function validatorLimits(validator: Validator): readonly (readonly [string, Limit | undefined])[] {
  switch (validator.kind) {
    case "numeric":
    case "length":
    case "count":
      return [
        [`the lowest ${validator.kind} that is accepted`, validator.low],
        [`the highest ${validator.kind} that is accepted`, validator.high],
      ];
    case "pattern":
      return [[`the pattern ${quote(validator.pattern)}`, "set"]];
    case "email":
      return [["an address of mail", "set"]];
    case "condition":
      return [[`the check ${quote(validator.holds.text)}`, "set"]];
  }
}
