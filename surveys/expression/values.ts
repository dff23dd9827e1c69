/** How conditions see values. Everything here is as in SurveyJS, so that a definition means the same in both. */
import type { Code } from "../answer.ts";
import type { Operand } from "./expression.ts";

export const isList = (value: Operand): value is readonly Operand[] => Array.isArray(value);
export const isMatrix = (value: Operand): value is Readonly<Record<string, Code>> =>
  typeof value === "object" && !isList(value);

/** Not answered, an empty text or list, a matrix without answers, no number. Neither 0 nor false nor blanks. */
export const isEmpty = (value: Operand): boolean => {
  if (typeof value !== "object") return value === undefined || value === "" || Number.isNaN(value);
  return isList(value) ? value.length === 0 : Object.values(value).every(isEmpty);
};

/** Texts regardless of case and outer blanks; lists regardless of order; 5 and "5"; true and "True". */
export function same(a: Operand, b: Operand): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return folded(a) === folded(b);
  if (a === undefined || b === undefined) return (a ?? b) === "";
  if (typeof a === "object" || typeof b === "object")
    return typeof a === "object" && typeof b === "object" && sameParts(a, b);
  if (isEmpty(a) || isEmpty(b)) return false;
  if (typeof a === "boolean" && typeof b === "string") return String(a) === b.toLowerCase();
  if (typeof b === "boolean" && typeof a === "string") return String(b) === a.toLowerCase();
  return Number(a) === Number(b);
}

const folded = (text: string): string => text.trim().toLowerCase();

function sameParts(a: Operand & object, b: Operand & object): boolean {
  if (isEmpty(a) !== isEmpty(b)) return false;
  if (isList(a) && isList(b)) {
    const others = b.toSorted(byText);
    return a.length === b.length && a.toSorted(byText).every((value, i) => same(value, others[i]));
  }
  const rows = Object.keys(a);
  if (rows.length !== Object.keys(b).length) return false;
  if (isList(a) || isList(b)) return rows.length === 0;
  return rows.every((row) => Object.hasOwn(b, row) && same(a[row], b[row]));
}

function byText(a: Operand, b: Operand): number {
  const [left, right] = [String(plain(a)), String(plain(b))];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** What a value is where a text or a number is needed. Never asks the value itself: a row may be called "toString". */
export function plain(value: Operand): Code | undefined {
  if (typeof value !== "object") return value;
  return isList(value) ? value.map((part) => plain(part) ?? "").join(",") : "[object Object]";
}

/**
 * What a typed answer stands for: "true" is true, "5" is 5, "05" and a number of 16 digits are codes, thus texts. As
 * in SurveyJS, a text in quotes is the text in them.
 */
export function meant(value: Operand): Operand {
  if (typeof value !== "string" || value === "") return value;
  const small = value.length < 6 ? value.toLowerCase() : "";
  if (small === "true" || small === "false") return small === "true";
  if (value.length > 1 && quotes.has(value[0]!) && quotes.has(value.at(-1)!))
    return value.slice(1, -1);
  const coded = value[0] === "0" && value.length > 1 && value[1] !== "." && value[1] !== ",";
  return (coded ? undefined : decimalIn(value)) ?? value;
}

/** A number as people write it, with a point or a comma. */
export function decimalIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "" || otherBase.test(trimmed)) return undefined;
  if (trimmed.length > 15 && onlyDigits.test(trimmed)) return undefined;
  const number = Number(trimmed.replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}

const quotes = new Set(["'", '"']);
const otherBase = /^[+-]?0[xbo]/i;
const onlyDigits = /^\d+$/;
