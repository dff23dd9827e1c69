/**
 * Standard errors under survey weights, by Taylor linearisation (Binder 1983; Woodruff 1971).
 *
 * A weighted statistic is a function of the weighted shares of the cells. Its change when a little mass is
 * added to a cell is the cell's influence u; the statistic then varies like the total Σ w_i u_i, whose
 * variance, for people drawn with replacement with unequal chances, is
 *
 *   V = n / (n - 1) * Σ_i (w_i u_i - mean)²,   df = n - 1.
 *
 * People of one cell share its u, so Σ w and Σ w² per cell are all that is needed. Treating weights as counts
 * of people instead would make every p far too small. Where strata or clusters were drawn, a cell is one person and
 * the variance is that of the design (`deviationsOf`), df = units - strata.
 *
 * Raked weights are taken as given: what the margins know is not taken out of the variance. For associations that is at
 * most 2 % too wide (docs/decisions/0007); a mean needs `calibrationResiduals`.
 */
import { dot } from "../adjusted/basis.ts";
import type { Estimate } from "../association.ts";
import { fisherInterval, found } from "../methods/estimates.ts";
import type { Pairs } from "../methods/method.ts";
import { tQuantile, tTwoSided } from "../numeric/student-t.ts";
import { degreesOf, deviationsOf } from "./units.ts";

type Weighted = Pick<Pairs, "weight" | "weightSquared" | "count" | "n" | "design">;

/** @param influence per cell: the derivative of the statistic by the mass of the cell */
export function linearisedVariance(influence: Float64Array, cells: Weighted): number {
  const { weight, weightSquared, count, n, design } = cells;
  if (design !== undefined) {
    const scores = deviationsOf(
      weight ? influence.map((u, i) => u * weight[i]) : influence,
      design,
    );
    return dot(scores, scores);
  }
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < influence.length; i++) {
    const u = influence[i];
    const w = weight === undefined ? (count === undefined ? 1 : count[i]) : weight[i];
    // Without weights everybody weighs 1, and the sum of squares is the count.
    squares += u * u * (weightSquared?.[i] ?? (weight === undefined ? w : w * w));
    sum += u * w;
  }
  return (n / (n - 1)) * Math.max(0, squares - (sum * sum) / n);
}

export interface StandardError {
  readonly se: number;
  /** People less one, or primary sampling units less strata. */
  readonly df: number;
}

export const linearisedError = (influence: Float64Array, cells: Weighted): StandardError => ({
  se: Math.sqrt(linearisedVariance(influence, cells)),
  df: designDf(cells),
});

export const designDf = ({ n, design }: Pick<Pairs, "n" | "design">): number =>
  design === undefined ? n - 1 : degreesOf(design);

/** Estimate of a coefficient between -1 and 1 from its linearised standard error, on Fisher's scale. */
export function signedEstimate(r: number, error: StandardError, confidence: number): Estimate {
  const { statistic, half } = signedInference(r, error, confidence);
  return found(r, fisherInterval(r, half), tTwoSided(statistic, error.df));
}

/** atanh(r) (1 - r²) / SE, and the half width of the interval of atanh r: t_df SE / (1 - r²). */
export function signedInference(
  r: number,
  { se, df }: StandardError,
  confidence: number,
): { readonly statistic: number; readonly half: number } {
  const scaled = se / (1 - r * r);
  const certain = !(scaled > 0 && scaled < Infinity);
  return {
    statistic: certain ? (r === 0 ? 0 : Infinity) : Math.atanh(r) / scaled,
    half: certain ? 0 : -tQuantile((1 - confidence) / 2, df) * scaled,
  };
}
