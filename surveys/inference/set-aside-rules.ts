/** Columns that are in the codebook but not offered for analysis. */
import type { Excluded } from "../codebook.ts";
import { answered, cellsOf, different, type Profile } from "../profile.ts";
import { counted, fold, quote } from "../wording.ts";
import { isDate } from "./dates.ts";
import { looksLikeIdentifier } from "./identifier-names.ts";
import { hasLeadingZeros, isDressedNumber, numberIn } from "./number-cells.ts";
import type { Decision, Doubt, Rule } from "./rule.ts";
import { yesNo } from "./yes-no.ts";

export const allMissing: Rule = (cells) =>
  different(cells) > 0
    ? undefined
    : { ...setAside("all missing", "Set aside: no cell holds an answer."), level: "interval" };

export const constant: Rule = (cells) => {
  if (different(cells) > mostSpellings) return undefined;
  const [cell, ...others] = cellsOf(cells);
  if (others.some((other) => fold(other) !== fold(cell!))) return undefined;
  const decision = setAside("constant", `Set aside: every answer is ${quote(cell!)}.`);
  if (numberIn(cell!) !== undefined) return { ...decision, level: "interval" };
  const values = cellsOf(cells).map((cell) => ({ cell, code: 1, label: cell.trim() }));
  const doubts = cells.empty > 0 && yesNo(cell!) !== undefined ? [ticked(cell!, cells.empty)] : [];
  return { ...decision, values, ...(doubts.length > 0 ? { doubts } : {}) };
};

/** A box that is ticked or left empty: whether empty means "no", only people know. */
const ticked = (cell: string, empty: number): Doubt => ({
  severity: "warning",
  code: "one-answer-or-empty",
  text:
    `The only answer is ${quote(cell)}; ${counted(empty, "cell is", "cells are")} empty and read as no answer. ` +
    `If empty means "no", write No into those cells.`,
});
const mostSpellings = 8;

export const identifier: Rule = (cells) =>
  looksLikeIdentifier(cells.name) &&
  different(cells) >= 0.9 * answered(cells) &&
  different(cells) > 2
    ? setAside(
        "identifier",
        "Set aside as an identifier: its name says so, and hardly a value occurs twice.",
      )
    : undefined;

export const runningNumber: Rule = (cells) => {
  const n = cells.integers.size;
  if (n < 50 || n !== answered(cells)) return undefined;
  let low = Infinity;
  let high = -Infinity;
  for (const value of cells.integers.keys()) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low === n - 1
    ? setAside(
        "identifier",
        `Set aside as an identifier: every number from ${low} to ${high} occurs once.`,
      )
    : undefined;
};

export const date: Rule = (cells) =>
  cells.integers.size === 0 && [...cells.texts.keys()].every(isDate)
    ? setAside("date", "Set aside: every answer is a date.")
    : undefined;

export const mixed: Rule = (cells) => {
  const all = cellsOf(cells);
  const dressed = all.filter(isDressedNumber);
  const numbers = all.filter((cell) => numberIn(cell) !== undefined && !hasLeadingZeros(cell));
  if (2 * (numbers.length + dressed.length) < all.length) return undefined;
  const example = dressed[0] ?? all.find((cell) => numberIn(cell) === undefined);
  if (example === undefined) return undefined;
  const advice =
    dressed.length > 0
      ? `It cannot be analysed until its cells are plain numbers: no currency signs, per cent signs or separators, a point for decimals, such as 52000 or 3.5 instead of ${quote(example)}.`
      : `It cannot be analysed until a codebook says what cells such as ${quote(example)} mean.`;
  return {
    ...setAside("mixed text and numbers", "Set aside: a mixture of numbers and other cells."),
    doubts: [
      {
        severity: "warning",
        code: "mixed-column",
        text: `The column mixes numbers and other cells. ${advice}`,
      },
    ],
  };
};

export const freeText = (cells: Profile): Decision => {
  const n = answered(cells);
  const words = [...cells.texts.keys()].some((cell) => /\S\s+\S/u.test(cell));
  return different(cells) === n && !words
    ? setAside("identifier", "Set aside as an identifier: no two answers are the same.")
    : setAside(
        "free text",
        `Set aside as free text: ${counted(different(cells), "different answer")} in ${counted(n, "cell")}.`,
      );
};

const setAside = (excluded: Excluded, decidedBy: string): Decision => ({
  level: "nominal",
  excluded,
  decidedBy,
});
