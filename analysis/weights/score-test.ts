/**
 * The joint test of several contrasts under survey weights: are all of them zero?
 *
 * Quasi-score test (Rao, Scott & Skinner 1998): with U the weighted totals of the contrasts and V their
 * linearised covariance when there is no association, X² = U' V⁻¹ U, and with d degrees of freedom of V (people less
 * one, or units less strata) and q contrasts
 * F = X² (d - q + 1) / (q d) on q and d - q + 1 degrees of freedom (Korn & Graubard 1990).
 *
 * Not the Wald test: that takes V from the residuals of each group, which vanish in small groups. Simulated
 * with ten groups of unequal size, 500 people and no association, Wald's p fell below 0.05 in 34 of
 * 100 studies, this one's in 3.
 */
import { fUpper } from "../numeric/f.ts";
import { eliminateLast, leastPivot, place, triangle } from "../numeric/matrix.ts";

export interface Contrasts {
  /** Weighted totals of w u, one per contrast. */
  readonly totals: Float64Array;
  /** Of the totals of two contrasts. */
  covariance(i: number, j: number): number;
  /** Of the covariance. */
  readonly df: number;
}

/** p of "all contrasts are zero"; contrasts that repeat others count once. 1 where none is left. */
export function scoreTestP({ totals, covariance, df }: Contrasts): number {
  // Eliminating V from the bordered matrix [0 U'; U V] leaves -U' V⁻¹ U in the corner.
  const size = totals.length + 1;
  const values = new Float64Array(triangle(size));
  for (let i = 1; i < size; i++) {
    values[place(i, 0)] = totals[i - 1];
    for (let j = 1; j <= i; j++) values[place(i, j)] = covariance(i - 1, j - 1);
  }
  const before = Float64Array.from(totals, (_, i) => values[place(i + 1, i + 1)]);
  let q = 0;
  for (let rows = size; rows > 1; rows--) {
    if (!(values[place(rows - 1, rows - 1)] > leastPivot * before[rows - 2])) continue;
    eliminateLast(values, 0, 0, rows);
    q++;
  }
  const left = df + 1 - q;
  if (q === 0 || left < 1) return 1;
  return fUpper((-values[0] * left) / (q * df), q, left);
}
