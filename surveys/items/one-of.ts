/** One option of several: radio buttons, a list that opens, points, yes and no. */
import { specialCodes, type Answer } from "../answer.ts";
import { isUsable, lengthOf, mostCharacters } from "./characters.ts";
import type { Fields, Reading, Saying } from "./item-kind.ts";
import { asksForWords, codeIn, hasCode, sayCode, type WithOptions } from "./options.ts";
import { answered, blank, faultAt, typedIn, unusable } from "./reading.ts";

export type NamedOptions = WithOptions & { readonly name: string };

export function readOne(item: NamedOptions, fields: Fields): Reading {
  const chosen = chosenIn(fields);
  const words = wordsIn(item, fields);
  // Words without a choice: without scripts nothing ticks "other" for the person who starts to write beside it.
  const [field, ...others] = chosen.length === 0 && words !== "" ? [specialCodes.other] : chosen;
  if (field === undefined) return blank;
  const code = others.length === 0 ? codeIn(item, field) : undefined;
  if (code === undefined) return notAccepted(item, fields);
  return asksForWords(item, code) ? withWords(item, code, fields) : answered(code);
}

export const sayOne = (item: WithOptions, answer: Answer, how: Saying): string =>
  hasCode(item, answer) ? sayCode(item, answer, how) : "";

/** An answer and the words beside "other". */
export function withWords(item: NamedOptions, answer: Answer, fields: Fields): Reading {
  const words = wordsIn(item, fields);
  if (!isUsable(words, "lines"))
    return unusable(typedIn(fields, ["", "-Comment"]), faultAt(item.name, "unusable characters"));
  if (lengthOf(words) > mostCharacters)
    return unusable(
      typedIn(fields, ["", "-Comment"]),
      faultAt(item.name, "too long", { limit: mostCharacters }),
    );
  return answered(answer, words);
}

/** A page of ours cannot send it, so no words of the item explain it. */
export const notAccepted = (item: NamedOptions, fields: Fields): Reading =>
  unusable(typedIn(fields, ["", "-Comment"]), faultAt(item.name, "not accepted"));

/** Each ticked box once; kept as typed, several are one a line. */
export const chosenIn = (fields: Fields): readonly string[] => [
  ...new Set(fields("").flatMap((value) => value.split("\n").filter((line) => line !== ""))),
];

export const wordsIn = (item: WithOptions, fields: Fields): string =>
  item.other === undefined ? "" : fields("-Comment").join("\n").replaceAll("\r\n", "\n").trim();

/** Whether words may stand beside "other". */
export const areWords = (value: Answer | undefined): value is string =>
  typeof value === "string" &&
  value.trim() !== "" &&
  isUsable(value, "lines") &&
  lengthOf(value) <= mostCharacters;
