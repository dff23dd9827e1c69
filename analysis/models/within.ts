import { dot } from "../adjusted/basis.ts";
import { marginOf } from "../methods/margin.ts";
import { varies } from "../methods/pearson.ts";
import { dualsOf, leastSquares } from "./least-squares.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface WithinModel {
  readonly ok: true;
  /** In units of the outcome; no intercept: every group has its own. */
  readonly coefficients: readonly Coefficient[];
  /** Terms that do not vary within groups, or are combinations of earlier ones there. */
  readonly dropped: readonly string[];
  readonly n: number;
  readonly groups: number;
  /** n less groups less terms. */
  readonly df: number;
  /** Share of the variance inside the groups that the terms explain. */
  readonly rSquared: number;
}

export interface WithinOptions {
  /** The group of every person: campus, major, cohort. */
  readonly groups: Float64Array;
  readonly confidence: number;
}

/**
 * Linear regression among people of the same group: the group means are taken from every column first, so that
 * nothing the members of a group share can be behind the coefficients. The same numbers as with a 0/1 column per
 * group (Frisch & Waugh 1933; Wallace & Hussain 1969), at the cost of none.
 *
 * Assumes one slope for all groups. Hazards: a term that is the same for everybody in a group cannot be studied
 * and is dropped; errors are classical, so groups must hold people who answer independently of each other.
 */
export function withinModel(
  y: Float64Array,
  terms: readonly Term[],
  { groups, confidence }: WithinOptions,
): WithinModel | Unfitted {
  const margin = marginOf(groups);
  const centre = (values: Float64Array) => lessMeans(values, margin);
  const outcome = centre(y);
  if (!varies(outcome)) return unfitted("no variation");
  const inside = terms.map(({ name, values }) => ({ name, values: centre(values) }));
  const fit = leastSquares(outcome, inside);
  const df = y.length - margin.values.length - fit.basis.from.length;
  if (df < 1) return unfitted("too few people");
  const sigma = fit.residual.length / Math.sqrt(df);
  const duals = dualsOf(fit.basis);
  const rows = fit.terms.map((term, j) => {
    const se = sigma * Math.sqrt(dot(duals[j], duals[j]));
    return coefficientOf({ term, value: fit.values[j], se }, { df, confidence });
  });
  return {
    ok: true,
    coefficients: rows.slice(1),
    dropped: fit.dropped,
    n: y.length,
    groups: margin.values.length,
    df,
    rSquared: 1 - fit.residual.length ** 2 / dot(outcome, outcome),
  };
}

/** What is left of a column that is constant within groups is rounding: zeros then. */
function lessMeans(values: Float64Array, { codes, mass }: ReturnType<typeof marginOf>) {
  const sums = new Float64Array(mass.length);
  for (let i = 0; i < values.length; i++) sums[codes[i]] += values[i];
  const left = values.map((value, i) => value - sums[codes[i]] / mass[codes[i]]);
  return dot(left, left) <= 1e-26 * dot(values, values) ? left.fill(0) : left;
}
