/**
 * One linear model asked many questions: how much a step in some of its columns goes with.
 *
 * A question is a combination c'b of coefficients. With D the duals of the columns (`least-squares.ts`) its value is
 * Σ_i (D c)_i y_i and its error that of the total of the scores s_i = (D c)_i e_i / (1 - h_i), h_i the leverage of a
 * person (weighted: Li & Valliant 2009), or of those drawn together (`left-out.ts`):
 *   everybody drawn alike    Σ s_i² (HC3; MacKinnon & White 1985), the model on n - k degrees of freedom
 *   a survey design          the variance of the design for that total (Binder 1983), the model on the degrees of
 *                            freedom of the design plus 1, less its rows
 * Binder's residuals are not divided; that calls too much of few people with unequal weights (docs/decisions/0012).
 *
 * Either variance is a sum of squares d_u², one for each person or primary sampling unit, and is known the worse the
 * fewer of them decide it. The t of an answer has as many degrees of freedom as a χ² that varies as much,
 * 3 (Σ d_u²)² / Σ d_u⁴ - 2 (Satterthwaite 1946 with a degree for each d_u; von Davier 2024), at most those of the
 * model: 1 where a single person decides, close to all where everybody decides alike (docs/decisions/0013).
 *
 * Assumes that the association is straight on the scale of the columns. Hazard: a coefficient is no consequence.
 */
import { dot } from "../adjusted/basis.ts";
import type { Design } from "../weights/design.ts";
import { degreesOf, deviationsOf, unitsOf } from "../weights/units.ts";
import { dualsOf, leastSquares } from "./least-squares.ts";
import { leftOutErrors } from "./left-out.ts";

/** How much of a column a question is about. */
export interface Part {
  /** Its number among the columns of the model. */
  readonly column: number;
  readonly times: number;
}

export interface Answer {
  readonly value: number;
  readonly se: number;
  /** Degrees of freedom on which value / se is judged, 1 to those of the model. */
  readonly df: number;
}

export interface RobustModel {
  readonly df: number;
  /** Undefined where nothing of these columns is left beside the others. */
  answer(parts: readonly Part[]): Answer | undefined;
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
  const units = design && unitsOf(design, y.length);
  const errors = leftOutErrors(fit, design?.clusters && units?.unitOf);
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
      const deviations = units === undefined ? scores : deviationsOf(scores, units);
      return { value: isRounding ? 0 : value, ...errorOf(deviations, df) };
    },
  };
}

function errorOf(deviations: Float64Array, most: number): Omit<Answer, "value"> {
  const variance = dot(deviations, deviations);
  if (variance === 0) return { se: 0, df: most };
  const shares = deviations.map((one) => (one * one) / variance);
  return { se: Math.sqrt(variance), df: Math.min(most, 3 / dot(shares, shares) - 2) };
}

/** Less than this share of the outcome's spread is nothing. */
const rounding = 1e-10;
