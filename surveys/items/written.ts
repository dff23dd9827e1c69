/** Words a person writes: on one line or on several. */
import type { Answer } from "../answer.ts";
import type { Fault } from "../instrument/instrument.ts";
import { isUsable, lengthOf, mostCharacters } from "./characters.ts";
import type { Fields, Reading } from "./item-kind.ts";
import { answered, blank, faultAt, typedIn, unusable } from "./reading.ts";

interface Written {
  readonly name: string;
  readonly longest: number;
}
type Lines = "one line" | "lines";

/** Outer blanks are no answer; line ends of a form ("\r\n") are one character. */
export function readWritten(item: Written, fields: Fields, lines: Lines): Reading {
  const text = fields("").join("\n").replaceAll("\r\n", "\n").trim();
  if (text === "") return blank;
  if (!isUsable(text, lines))
    return unusable(typedIn(fields, [""]), faultAt(item.name, "unusable characters"));
  if (lengthOf(text) > mostOf(item)) return unusable(typedIn(fields, [""]), tooLong(item));
  return answered(text);
}

export const holdsWritten = (item: Written, value: unknown, lines: Lines): value is string =>
  typeof value === "string" &&
  value.trim() !== "" &&
  isUsable(value, lines) &&
  lengthOf(value) <= mostOf(item);

/** Words that are longer than the item allows are kept and faulted, up to a limit. */
export const writtenFaults = (item: Written, answer: Answer | undefined): readonly Fault[] =>
  typeof answer === "string" && lengthOf(answer) > item.longest ? [tooLong(item)] : [];

const tooLong = (item: Written): Fault => faultAt(item.name, "too long", { limit: item.longest });
const mostOf = ({ longest }: Written): number => Math.max(longest, mostCharacters);
