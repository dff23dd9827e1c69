/**
 * How far the score of several items would repeat itself: what share of its variance the items have in common.
 *
 * alpha = k / (k - 1) (1 - Σ s_i² / s²), s² the variance of the sum (Cronbach 1951): the reliability if all items
 * measure one thing equally well and their errors are independent, else usually below it. Interval 1 - (1 - alpha)
 * F quantiles with n - 1 and (n - 1)(k - 1) degrees of freedom (Feldt 1965; Feldt, Woodruff & Salih 1987).
 * omega = (Σ λ)² / ((Σ λ)² + Σ θ) from one factor (McDonald 1999) lets items differ in how well they measure.
 * lambda-6 = 1 - Σ (1 - R²_i) / Σ r_ij, R²_i of each item on the others (Guttman 1945), on correlations.
 *
 * Hazard: many items make a high alpha whatever they measure, and it says nothing about whether they measure one
 * thing. Items must point the same way: turn reversed ones first. The interval assumes normal scores.
 */
import type { Interval } from "../association.ts";
import { correlate } from "../methods/pearson.ts";
import { fQuantile } from "../numeric/f.ts";
import { entry, lowerRoot, solveRoot, type Symmetric } from "../numeric/matrix.ts";
import { covariances, toCorrelations, total, trace, without } from "./covariances.ts";
import { oneFactor, type OneFactor } from "./one-factor.ts";

export interface Reliability {
  readonly n: number;
  /** Items. */
  readonly k: number;
  readonly alpha: number;
  readonly interval: Interval;
  /** Alpha of the items after each is divided by its standard deviation. */
  readonly standardised: number;
  /** Standard error of measurement of the mean of the items: how far a person's score is off, in its units. */
  readonly errorOfMeasurement: number;
  readonly meanCorrelation: number;
  readonly lambda6: number;
  /** Null where one factor does not describe the items, and for two of them. */
  readonly omega: { readonly value: number; readonly factor: OneFactor } | null;
  readonly items: readonly ItemReliability[];
}

export interface ItemReliability {
  /** Alpha of the others; null where only one is left. */
  readonly alphaWithout: number | null;
  /** Correlation with the sum of the others. */
  readonly restCorrelation: number;
}

/**
 * @param items two or more columns of the same people, all pointing the same way, none missing
 * @returns null with fewer than three people or an item without variation
 */
export function reliability(
  items: readonly Float64Array[],
  confidence: number,
): Reliability | null {
  const k = items.length;
  if (k < 2) throw new RangeError(`reliability requires two or more items, got ${k}`);
  const n = items[0].length;
  const matrix = covariances(items);
  if (n < 3 || items.some((_, i) => !(entry(matrix, i, i) > 0))) return null;
  const correlations = toCorrelations(matrix);
  const alpha = alphaOf(matrix);
  const d = [n - 1, (n - 1) * (k - 1)] as const;
  const limit = (p: number) => 1 - (1 - alpha) * fQuantile(p, ...d);
  return {
    n,
    k,
    alpha,
    interval: { low: limit((1 + confidence) / 2), high: limit((1 - confidence) / 2) },
    standardised: alphaOf(correlations),
    errorOfMeasurement: (Math.sqrt(total(matrix)) / k) * Math.sqrt(1 - alpha),
    meanCorrelation: (total(correlations) - k) / (k * (k - 1)),
    lambda6: lambda6(correlations),
    omega: omegaOf(matrix, n),
    items: items.map((item, i) => ({
      alphaWithout: k > 2 ? alphaOf(without(matrix, i)) : null,
      restCorrelation: restCorrelation(items, item),
    })),
  };
}

/** Cronbach's alpha from covariances; from correlations the standardised one. */
export function alphaOf(matrix: Symmetric): number {
  const k = matrix.size;
  return (k / (k - 1)) * (1 - trace(matrix) / total(matrix));
}

/** 1 - R² of an item on the others is one over its diagonal entry of the inverse. */
function lambda6(correlations: Symmetric): number {
  const root = lowerRoot(correlations);
  let unexplained = 0;
  for (let i = 0; i < correlations.size; i++) {
    const unit = new Float64Array(correlations.size);
    unit[i] = 1;
    unexplained += 1 / solveRoot(root, unit)[i];
  }
  return 1 - unexplained / total(correlations);
}

/** The likelihood's own covariances have n as denominator; omega is the same with either. */
function omegaOf(matrix: Symmetric, n: number) {
  const factor = oneFactor({
    size: matrix.size,
    values: matrix.values.map((value) => (value * (n - 1)) / n),
  });
  if (factor === undefined) return null;
  const shared = factor.loadings.reduce((sum, by) => sum + by, 0) ** 2;
  return { value: shared / (shared + factor.own.reduce((sum, by) => sum + by, 0)), factor };
}

function restCorrelation(items: readonly Float64Array[], item: Float64Array): number {
  const rest = item.map((_, row) =>
    items.reduce((sum, other) => (other === item ? sum : sum + other[row]), 0),
  );
  return correlate(item, rest)?.r ?? 0;
}
