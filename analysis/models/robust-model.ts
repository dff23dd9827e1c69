/**
 * One linear model asked many questions: how much a step in some of its columns goes with.
 *
 * A question is a combination c'b of coefficients. With D the duals of the columns (`least-squares.ts`) its value is
 * Σ_i (D c)_i y_i and its error that of the total of the scores s_i = (D c)_i e_i / (1 - h_i), h_i the leverage of a
 * person (weighted: Li & Valliant 2009):
 *   everybody drawn alike    Σ s_i² (HC3; MacKinnon & White 1985), t on n - k
 *   a survey design          the variance of the design for that total (Binder 1983), t on its degrees of freedom
 *                            plus 1, less the rows of the model
 * Binder's residuals are not divided; that calls too much of few people with unequal weights (docs/decisions/0012).
 *
 * Assumes that the association is straight on the scale of the columns. Hazard: a coefficient is no consequence.
 */
import { dot } from "../adjusted/basis.ts";
import type { Design } from "../weights/design.ts";
import { degreesOf, deviationsOf, unitsOf } from "../weights/units.ts";
import { dualsOf, leastSquares, leverages } from "./least-squares.ts";

/** How much of a column a question is about. */
export interface Part {
  /** Its number among the columns of the model. */
  readonly column: number;
  readonly times: number;
}

export interface RobustModel {
  readonly df: number;
  /** Undefined where nothing of these columns is left beside the others. */
  answer(parts: readonly Part[]): { readonly value: number; readonly se: number } | undefined;
}

/** Undefined where there are too few people (or primary sampling units) for so many columns. */
export function robustModel(
  y: Float64Array,
  columns: readonly Float64Array[],
  design?: Design,
): RobustModel | undefined {
  const terms = columns.map((values, at) => ({ name: String(at), values }));
  const fit = leastSquares(y, terms, design?.weights.map(Math.sqrt));
  const places = new Map(fit.basis.from.map((column, at) => [column, at + 1]));
  const duals = dualsOf(fit.basis);
  const errors = leftOutErrors(fit);
  const units = design && unitsOf(design, y.length);
  const variance = (scores: Float64Array): number => {
    const spread = units === undefined ? scores : deviationsOf(scores, units);
    return dot(spread, spread);
  };
  const rows = fit.values.length;
  const df = (units === undefined ? y.length : degreesOf(units) + 1) - rows;
  if (df < 1) return undefined;

  const explained = fit.residual.onto.subarray(1);
  // No error says of a perfect fit which of its coefficients are rounding.
  const least = fit.residual.length > 0 ? 0 : rounding * Math.sqrt(dot(explained, explained));
  const dualOf = (parts: readonly Part[]): Float64Array => {
    const sum = new Float64Array(y.length);
    for (const { column, times } of parts) {
      const dual = duals[places.get(column)!];
      for (let i = 0; i < sum.length; i++) sum[i] += times * dual[i];
    }
    return sum;
  };
  return {
    df,
    answer(parts) {
      const left = parts.filter(({ column }) => places.has(column));
      if (left.length === 0) return undefined;
      const value = left.reduce(
        (sum, { column, times }) => sum + times * fit.values[places.get(column)!],
        0,
      );
      const dual = dualOf(left);
      const isRounding = Math.abs(value) <= least * Math.sqrt(dot(dual, dual));
      const scores = dual.map((one, i) => one * errors[i]);
      return { value: isRounding ? 0 : value, se: Math.sqrt(variance(scores)) };
    },
  };
}

/** Less than this share of the outcome's spread is nothing. */
const rounding = 1e-10;

/** What each person's outcome misses the model by that is fitted without them: e / (1 - h). */
function leftOutErrors({ basis, residual }: ReturnType<typeof leastSquares>): Float64Array {
  const leverage = leverages(basis);
  // Who decides the own fitted value alone has no residual and adds nothing.
  return residual.values.map((e, i) => (leverage[i] < 1 - 1e-12 ? e / (1 - leverage[i]) : 0));
}
