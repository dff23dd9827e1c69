/** The levels of columns that hold numbers. */
import type { Level } from "#analysis";
import { answered, type Profile } from "../profile.ts";
import { counted, list, quote } from "../wording.ts";
import { suspectedSentinels } from "./missing-cells.ts";
import {
  hasLeadingZeros,
  isDressedNumber,
  numberIn,
  numbersIn,
  type Numbers,
} from "./number-cells.ts";
import type { Decision, Doubt } from "./rule.ts";

/** More than half of the answers are numbers: then the rest are faults that a person must decide. */
export function numericColumn(cells: Profile): Decision | undefined {
  const numbers = numbersIn(cells);
  if (numbers.size === 0 || 2 * total(numbers) <= answered(cells)) return undefined;
  const zeros = zerosInFront(cells, numbers);
  if (zeros === "codes") return undefined;
  const suspects = suspectedSentinels(numbers);
  const doubts = [
    ...notNumbers(cells),
    ...zeros,
    ...suspects.map((code) => suspicion(cells.name, code, numbers)),
  ];
  const kept =
    suspects.length === 0
      ? numbers
      : new Map([...numbers].filter(([value]) => !suspects.includes(value)));
  return { ...levelOf(numbers, kept), ...(doubts.length > 0 ? { doubts } : {}) };
}

/** Cells read as numbers at a level that a person or an instrument says. */
export function asNumeric(cells: Profile, level: Level, decidedBy: string): Decision {
  const doubts = notNumbers(cells);
  return { level, decidedBy, ...(doubts.length > 0 ? { doubts } : {}) };
}

/** Where every tenth answer or more is like "007", the column holds codes; fewer are worth a look. */
function zerosInFront(cells: Profile, numbers: Numbers): "codes" | Doubt[] {
  const zeros = [...cells.texts].filter(([cell]) => hasLeadingZeros(cell));
  const times = zeros.reduce((sum, [, n]) => sum + n, 0);
  if (times === 0) return [];
  if (10 * times >= total(numbers)) return "codes";
  const text = `${quote(zeros[0]![0])} has leading zeros and is read as the number ${Number(zeros[0]![0])}, like the rest of the column.`;
  return [{ severity: "warning", code: "leading-zeros", text }];
}

function notNumbers(cells: Profile): Doubt[] {
  return [...cells.texts.keys()]
    .filter((cell) => numberIn(cell) === undefined)
    .map((cell) => {
      const override = `{"id": ${JSON.stringify(cells.name)}, "missing": {${JSON.stringify(cell)}: "refused"}}`;
      const text = isDressedNumber(cell)
        ? `${quote(cell)} is not read as a number. Write it plainly in the file, with a point for decimals and without currency signs, per cent signs or separators, such as 52000 or 3.5.`
        : `${quote(cell)} is not a number. Correct it in the file, or say in a codebook that it means no answer: ${override}.`;
      return { severity: "error", code: "not-a-number", cell, text };
    });
}

function suspicion(name: string, code: number, numbers: Numbers): Doubt {
  const others = [...numbers.keys()].filter((value) => value !== code);
  const text =
    `${code} may stand for "no answer": it occurs in ${counted(numbers.get(code)!, "cell")}, and the other values ` +
    `run from ${least(others)} to ${most(others)}. It is read as the number ${code}. If it means no answer, say so in a codebook: ` +
    `{"id": ${JSON.stringify(name)}, "missing": {"${code}": "refused"}}.`;
  return { severity: "warning", code: "possible-missing-code", text };
}

/** @param kept the numbers without suspected codes for "no answer", which must not decide the level */
function levelOf(numbers: Numbers, kept: Numbers): Pick<Decision, "level" | "decidedBy"> {
  const values = [...kept.keys()];
  const range = { low: least(values), high: most(values) };
  const run = `from ${range.low} to ${range.high}`;
  const whole = values.every(Number.isInteger);
  if (numbers.size === 2)
    return {
      level: "binary",
      decidedBy: `Binary: two different numbers, ${list([...numbers.keys()].sort(ascending).map(String))}.`,
    };
  if (!whole) return { level: "interval", decidedBy: `Interval: numbers with decimals ${run}.` };
  if (isOrdinal(kept, range))
    return {
      level: "ordinal",
      decidedBy: `Ordinal: ${counted(kept.size, "different whole number")} ${run}; up to ${mostCategories} are read as ordered categories.`,
    };
  if (isCount(kept, range))
    return {
      level: "count",
      decidedBy: `Count: whole numbers ${run}, more than ${mostCategories} different ones, with a long upper tail.`,
    };
  return {
    level: "interval",
    decidedBy: `Interval: ${counted(kept.size, "different whole number")} ${run}.`,
  };
}

/** Few different values that are either close together or each often repeated: five salaries are no scale. */
const isOrdinal = (numbers: Numbers, { low, high }: Range): boolean =>
  numbers.size <= mostCategories && (high - low <= 10 || total(numbers) >= 10 * numbers.size);

/** From 0 or 1 to less than a thousand, and right-skewed: attendances, children, jobs; not ages, years or grades. */
const isCount = (numbers: Numbers, { low, high }: Range): boolean =>
  (low === 0 || low === 1) && high < 1000 && skewness(numbers) >= 0.5;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Third standardised moment; 0 where nothing varies. */
function skewness(numbers: Numbers): number {
  const n = total(numbers);
  const mean = sum(numbers, (value) => value) / n;
  const variance = sum(numbers, (value) => (value - mean) ** 2) / n;
  return variance === 0 ? 0 : sum(numbers, (value) => (value - mean) ** 3) / n / variance ** 1.5;
}

function sum(numbers: Numbers, of: (value: number) => number): number {
  let all = 0;
  for (const [value, n] of numbers) all += n * of(value);
  return all;
}

const total = (numbers: Numbers): number => sum(numbers, () => 1);
const least = (values: readonly number[]): number =>
  values.reduce((low, value) => (value < low ? value : low), Infinity);
const most = (values: readonly number[]): number =>
  values.reduce((high, value) => (value > high ? value : high), -Infinity);
const ascending = (a: number, b: number): number => a - b;
const mostCategories = 7;
