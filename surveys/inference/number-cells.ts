/** Which cells are numbers. Anything a spreadsheet dressed up is not: it is reported, never converted. */
import type { Profile } from "../profile.ts";

/** Numbers of a column, with how often each occurs. */
export type Numbers = ReadonlyMap<number, number>;

/** Every number of a column; two spellings of one number are one. */
export function numbersIn(cells: Profile): Numbers {
  if (cells.texts.size === 0) return cells.integers;
  const numbers = new Map(cells.integers);
  for (const [cell, n] of cells.texts) {
    const value = numberIn(cell);
    if (value !== undefined) numbers.set(value, (numbers.get(value) ?? 0) + n);
  }
  return numbers;
}

const plain = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/u;

/**
 * The number a cell stands for; undefined where it is not plainly one. Never differs from `Number(cell)`.
 * Whole numbers beyond 2^53 are ids: as numbers, neighbours would become one.
 */
export function numberIn(cell: string): number | undefined {
  if (!plain.test(cell)) return undefined;
  const value = Number(cell);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** "007": a code that would lose its zeros as a number. */
export const hasLeadingZeros = (cell: string): boolean => /^\s*[+-]?0\d/u.test(cell);

const money = "[$€£¥]|USD|EUR|GBP";
const dressed = new RegExp(
  `^\\s*[(+-]?\\s*(?:${money})?\\s*[+-]?\\d+(?:[.,'’\\s]\\d+)*\\s*(?:${money}|%|k)?\\s*\\)?\\s*$`,
  "iu",
);

/** "$52,000", "1 200", "3,5", "45 %": a number to a person, but not to `Number`. */
export const isDressedNumber = (cell: string): boolean =>
  dressed.test(cell) && /[^\d\s+-]|\d\s+\d/u.test(cell) && numberIn(cell) === undefined;
