/** A number as people write it. What could be two numbers is asked again, never guessed. */
import type { Answer } from "../answer.ts";
import type { Fault } from "../instrument/instrument.ts";
import type { NumberItem } from "./item.ts";
import type { Fields, ItemKind, Reading, Saying } from "./item-kind.ts";
import { answered, blank, faultAt, typedIn, unusable } from "./reading.ts";

export const number: ItemKind<NumberItem> = {
  kind: "number",
  read,
  holds: (_, value): value is Answer => typeof value === "number" && isKept(value),
  faults,
  say,
};

function read(item: NumberItem, fields: Fields): Reading {
  const text = fields("").join("\n").trim();
  if (text === "") return blank;
  const readings = numbersIn(text, item.whole);
  const [value, other] = readings;
  if (value !== undefined && other === undefined && isKept(value)) return answered(value + 0);
  return unusable(
    typedIn(fields, [""]),
    faultAt(item.name, "not a number", other === undefined ? {} : { either: value!, or: other }),
  );
}

/**
 * The numbers a text may stand for. A point or a comma before exactly three digits is a decimal sign in one country
 * and groups thousands in another: "1,234" is two numbers, "1,5" and "1,234.5" are one each. Where whole numbers are
 * asked for, "52,000" has no decimals.
 */
export function numbersIn(text: string, whole = false): readonly number[] {
  const match = text.length > longest ? null : written.exec(text.replaceAll(blanks, " "));
  if (match === null) return [];
  const sign = match[1] === "-" || match[1] === "\u2212" ? -1 : 1;
  const digits = match[2]!;
  const values = notations
    .filter(({ pattern }) => pattern.test(digits))
    .map(({ group, decimal }) => Number(digits.replaceAll(group, "").replace(decimal, ".")));
  const different = [...new Set(values)];
  // As a decimal it would be a whole number only if all three digits were zeros, which nobody writes.
  return (whole && different.length > 1 ? [Math.max(...different)] : different).map(
    (value) => sign * value,
  );
}

/** Beyond 2^53 neighbours become one number. */
const isKept = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

function faults(item: NumberItem, answer: Answer | undefined): readonly Fault[] {
  if (typeof answer !== "number") return [];
  const { name, whole, low = -Infinity, high = Infinity } = item;
  if (whole && !Number.isInteger(answer)) return [faultAt(name, "not a whole number")];
  if (answer < low) return [faultAt(name, "too small", { limit: low })];
  if (answer > high) return [faultAt(name, "too large", { limit: high })];
  return [];
}

/** Without groups: it may be a year. */
function say(_: NumberItem, answer: Answer, { locale }: Saying): string {
  if (typeof answer !== "number") return "";
  return answer.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 20 });
}

const longest = 40;
const blanks = /[\u00a0\u2009\u202f]/gu;
const written = /^([+\-\u2212]?) ?(\d[\d .,'\u2019]*)$/u;

const notations = [
  { pattern: /^\d+(?:\.\d+)?$/u, group: "", decimal: "." },
  { pattern: /^\d+,\d+$/u, group: "", decimal: "," },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u, group: ",", decimal: "." },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u, group: ".", decimal: "," },
  { pattern: /^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/u, group: " ", decimal: "," },
  { pattern: /^[1-9]\d{0,2}(?:['\u2019]\d{3})+(?:[.,]\d+)?$/u, group: /['\u2019]/gu, decimal: "," },
];
