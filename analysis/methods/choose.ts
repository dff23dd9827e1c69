/** Which coefficient fits a pair of columns: by their levels of measurement, in one sentence each. */
import type { Column, Level } from "../table.ts";
import { missingLimit } from "../table.ts";
import { methodOf, type MethodId } from "./index.ts";
import type { Method } from "./method.ts";

export interface Choice {
  readonly method: Method & { readonly id: MethodId };
  /** Which rule chose it, as one sentence. */
  readonly rule: string;
}

/**
 * The coefficient for a pair, the same whichever of the two is the outcome. Two measurements get Pearson's r
 * unless one is far from normal, |skewness| >= 1 or excess kurtosis >= 2 (Bishara & Hittner 2017): then
 * Spearman's rho keeps its error rate where Pearson's r does not.
 */
export function chooseMethod(predictor: Column, outcome: Column): Choice {
  const { method, rule } = choices.get(`${predictor.level} ${outcome.level}`)!;
  const far = method === "pearson" ? [predictor, outcome].find(isFarFromNormal) : undefined;
  return far === undefined
    ? { method: methodOf(method), rule }
    : { method: methodOf("spearman"), rule: farRule(far) };
}

/** Moments of a column about its mean: g1 = m3 / m2^1.5 and g2 = m4 / m2² - 3, over the people who have it. */
export interface Shape {
  readonly skewness: number;
  readonly excessKurtosis: number;
}

const shapes = new WeakMap<Column, Shape>();

/** Both 0 for a column without variation. A column is measured once. */
export function shapeOf(column: Column): Shape {
  const known = shapes.get(column);
  if (known !== undefined) return known;
  const limit = missingLimit(column.values);
  const present = Float64Array.from(column.values.filter((value) => value > limit));
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  let [m2, m3, m4] = [0, 0, 0];
  for (const value of present) {
    const square = (value - mean) ** 2;
    m2 += square / present.length;
    m3 += (square * (value - mean)) / present.length;
    m4 += (square * square) / present.length;
  }
  const shape =
    m2 > 0
      ? { skewness: m3 / m2 ** 1.5, excessKurtosis: m4 / (m2 * m2) - 3 }
      : { skewness: 0, excessKurtosis: 0 };
  shapes.set(column, shape);
  return shape;
}

function isFarFromNormal(column: Column): boolean {
  const { skewness, excessKurtosis } = shapeOf(column);
  return Math.abs(skewness) >= 1 || excessKurtosis >= 2;
}

function farRule(column: Column): string {
  const { skewness, excessKurtosis } = shapeOf(column);
  return `Both are measurements, but ${column.label} is far from a bell shape (skewness ${skewness.toFixed(1)}, excess kurtosis ${excessKurtosis.toFixed(1)}): Spearman's rank correlation.`;
}

const table: readonly (readonly [Level, Level, MethodId, string])[] = [
  ["interval", "interval", "pearson", "Both are measurements: Pearson's correlation."],
  ["interval", "count", "spearman", "A measurement and a count: Spearman's rank correlation."],
  ["count", "count", "spearman", "Both are counts: Spearman's rank correlation."],
  [
    "interval",
    "ordinal",
    "spearman",
    "A measurement and ordered categories: Spearman's rank correlation.",
  ],
  ["count", "ordinal", "spearman", "A count and ordered categories: Spearman's rank correlation."],
  ["ordinal", "ordinal", "kendall", "Both are ordered categories: Kendall's tau-b."],
  [
    "binary",
    "interval",
    "point-biserial",
    "Two groups and a measurement: point-biserial correlation.",
  ],
  ["binary", "count", "kendall", "Two groups and a count: Kendall's tau-b."],
  ["binary", "ordinal", "kendall", "Two groups and ordered categories: Kendall's tau-b."],
  ["binary", "binary", "phi", "Both have two categories: phi."],
  ["nominal", "interval", "eta", "Unordered groups and a measurement: eta."],
  ["nominal", "count", "eta", "Unordered groups and a count: eta."],
  ["nominal", "ordinal", "eta", "Unordered groups and ordered categories: eta over their codes."],
  ["nominal", "binary", "cramers-v", "Unordered groups and two categories: Cramér's V."],
  ["nominal", "nominal", "cramers-v", "Both are unordered categories: Cramér's V."],
];

const choices: ReadonlyMap<string, { readonly method: MethodId; readonly rule: string }> = new Map(
  table.flatMap(([a, b, method, rule]) => [
    [`${a} ${b}`, { method, rule }],
    [`${b} ${a}`, { method, rule }],
  ]),
);
