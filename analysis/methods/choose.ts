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

/**
 * What is worth setting beside the chosen coefficient: other readings of the same pair, and for two measurements the
 * coefficients that see bent relations.
 */
export function companions(predictor: Column, outcome: Column): readonly MethodId[] {
  const chosen = chooseMethod(predictor, outcome).method.id;
  return beside
    .get(`${predictor.level} ${outcome.level}`)!
    .filter((id) => id !== chosen && methodOf(id).accepts(predictor.level, outcome.level));
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
  ["binary", "count", "rank-biserial", "Two groups and a count: rank-biserial correlation."],
  [
    "binary",
    "ordinal",
    "rank-biserial",
    "Two groups and ordered categories: rank-biserial correlation.",
  ],
  ["binary", "binary", "phi", "Both have two categories: phi."],
  ["nominal", "interval", "eta", "Unordered groups and a measurement: eta."],
  ["nominal", "count", "kruskal", "Unordered groups and a count: Kruskal's epsilon squared."],
  [
    "nominal",
    "ordinal",
    "kruskal",
    "Unordered groups and ordered categories: Kruskal's epsilon squared.",
  ],
  ["nominal", "binary", "cramers-v", "Unordered groups and two categories: Cramér's V."],
  ["nominal", "nominal", "cramers-v", "Both are unordered categories: Cramér's V."],
];

const choices = eitherWay(table.map(([a, b, method, rule]) => [a, b, { method, rule }] as const));

const beside: ReadonlyMap<string, readonly MethodId[]> = eitherWay<readonly MethodId[]>([
  ["interval", "interval", ["pearson", "spearman", "distance-correlation", "xi"]],
  ["interval", "count", ["kendall", "distance-correlation", "xi"]],
  ["count", "count", ["kendall", "distance-correlation", "xi"]],
  ["interval", "ordinal", ["kendall", "polyserial"]],
  ["count", "ordinal", ["kendall", "polyserial"]],
  ["ordinal", "ordinal", ["spearman", "somers-d", "gamma", "polychoric"]],
  ["binary", "interval", ["mean-difference", "hedges-g", "rank-biserial", "biserial"]],
  ["binary", "count", ["mean-difference", "kendall"]],
  ["binary", "ordinal", ["kendall", "polychoric"]],
  ["binary", "binary", ["risk-difference", "risk-ratio", "odds-ratio", "tetrachoric"]],
  ["nominal", "interval", ["omega-squared", "kruskal"]],
  ["nominal", "count", ["eta"]],
  ["nominal", "ordinal", ["cramers-v"]],
  ["nominal", "binary", []],
  ["nominal", "nominal", []],
]);

/** A table by two levels, the same whichever of the two is the outcome. */
function eitherWay<T>(rows: readonly (readonly [Level, Level, T])[]): ReadonlyMap<string, T> {
  return new Map(
    rows.flatMap(([a, b, what]) => [
      [`${a} ${b}`, what],
      [`${b} ${a}`, what],
    ]),
  );
}
