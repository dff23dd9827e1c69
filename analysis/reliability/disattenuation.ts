/**
 * What two scores would correlate if both were measured without error: r / sqrt(alpha_a alpha_b) (Spearman 1904).
 *
 * Interval: Fisher's limits of r, divided by the same; the reliabilities count as known, so it is too narrow.
 * Hazard: a "what if" to print beside r, never a number to rank or to compute with. It can exceed 1, and it does so
 * when the alphas are too low or errors are shared.
 */
import type { Interval } from "../association.ts";
import { correlate, correlationInterval } from "../methods/pearson.ts";
import { covariances } from "./covariances.ts";
import { alphaOf } from "./reliability.ts";

export interface Disattenuation {
  readonly n: number;
  /** Between the means of the items of each score. */
  readonly observed: number;
  readonly alphas: readonly [a: number, b: number];
  readonly value: number;
  /** Null below four people. */
  readonly interval: Interval | null;
}

/**
 * @param a items of one score, @param b of the other: two or more columns each, of the same people, none missing
 * @returns null where a score does not vary or a reliability is not above 0
 */
export function disattenuate(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  confidence: number,
): Disattenuation | null {
  const line = correlate(meanOfItems(a), meanOfItems(b));
  const alphas = [alphaOf(covariances(a)), alphaOf(covariances(b))] as const;
  if (line === undefined || !(alphas[0] > 0 && alphas[1] > 0)) return null;
  const n = a[0].length;
  const scale = Math.sqrt(alphas[0] * alphas[1]);
  const limits = correlationInterval(line.r, n, confidence);
  return {
    n,
    observed: line.r,
    alphas,
    value: line.r / scale,
    interval: limits && { low: limits.low / scale, high: limits.high / scale },
  };
}

const meanOfItems = (items: readonly Float64Array[]): Float64Array =>
  items[0].map((_, row) => items.reduce((sum, item) => sum + item[row], 0) / items.length);
