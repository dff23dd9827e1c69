/**
 * Which of two experiences goes further with one outcome, when the same people tell of both?
 *
 * Williams' t for r_1 - r_2 with the outcome in common, on n - 3 degrees of freedom (Williams 1959; Steiger 1980,
 * eq. 7): t = (r_1 - r_2) sqrt((n-1)(1 + r_12) / (2 (n-1)/(n-3) |R| + r̄² (1 - r_12)³)). Interval from the two Fisher
 * intervals and the correlation between r_1 and r_2 (Zou 2007).
 *
 * Assumes normal variables and independent people. Hazard: it compares r_1 with r_2 as they stand, so r = 0.3 and
 * r = -0.3 differ: turn items the same way first.
 */
import type { Interval } from "../association.ts";
import { correlate, correlationInterval } from "../methods/pearson.ts";
import { tTwoSided } from "../numeric/student-t.ts";

export interface DependentCorrelations {
  readonly n: number;
  /** Of the outcome with each, and of the two with each other. */
  readonly r1: number;
  readonly r2: number;
  readonly r12: number;
  /** r1 - r2. */
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
}

/** @returns null with fewer than four people, and where one column does not vary or determines another */
export function compareDependent(
  outcome: Float64Array,
  [first, second]: readonly [Float64Array, Float64Array],
  confidence: number,
): DependentCorrelations | null {
  const n = outcome.length;
  const lines = [correlate(outcome, first), correlate(outcome, second), correlate(first, second)];
  const [r1, r2, r12] = lines.map((line) => line?.r ?? 1) as [number, number, number];
  if (n < 4 || [r1, r2, r12].some((r) => Math.abs(r) === 1)) return null;
  const difference = r1 - r2;
  const determinant = 1 - r1 * r1 - r2 * r2 - r12 * r12 + 2 * r1 * r2 * r12;
  const spread = (2 * (n - 1) * determinant) / (n - 3) + ((r1 + r2) / 2) ** 2 * (1 - r12) ** 3;
  const t = difference * Math.sqrt(((n - 1) * (1 + r12)) / spread);
  const interval = zouInterval({ r1, r2, r12 }, n, confidence);
  return { n, r1, r2, r12, difference, interval, t, df: n - 3, p: tTwoSided(t, n - 3) };
}

type Three = Pick<DependentCorrelations, "r1" | "r2" | "r12">;

function zouInterval({ r1, r2, r12 }: Three, n: number, confidence: number): Interval {
  // Asymptotic correlation of r1 with r2 (Pearson & Filon 1898).
  const both =
    ((r12 - (r1 * r2) / 2) * (1 - r1 * r1 - r2 * r2 - r12 * r12) + r12 ** 3) /
    ((1 - r1 * r1) * (1 - r2 * r2));
  const one = correlationInterval(r1, n, confidence) ?? { low: -1, high: 1 };
  const other = correlationInterval(r2, n, confidence) ?? { low: -1, high: 1 };
  const side = (a: number, b: number) => Math.sqrt(a * a + b * b - 2 * both * a * b);
  return {
    low: r1 - r2 - side(r1 - one.low, other.high - r2),
    high: r1 - r2 + side(one.high - r1, r2 - other.low),
  };
}
