/**
 * Whether some columns together go with an outcome at all, others held constant, whatever the spread around the line.
 *
 * Robust score test (Wooldridge 1991; under a design Rao, Scott & Skinner 1998): e is what the given columns leave of
 * the outcome, u what they leave of the asked ones. If nothing goes with them, the totals U of s = u e vary around 0
 * with the covariance V of the design, without one n / (n - 1) Σ s s'. With X² = U' V⁻¹ U, d degrees of freedom of the
 * design (n - 1) and q columns, F = X² (d - q + 1) / (q d) on q and d - q + 1 (Korn & Graubard 1990).
 *
 * Not Wald's test: with many columns and few people that one calls noise far more often than it says.
 */
import { basisOf, dot, residualOf } from "../adjusted/basis.ts";
import { fUpper } from "../numeric/f.ts";
import { lowerRoot, place, solveRoot, symmetricOf } from "../numeric/matrix.ts";
import type { Design } from "../weights/design.ts";
import { degreesOf, deviationsOf, unitsOf } from "../weights/units.ts";

export interface JointTest {
  readonly asked: readonly Float64Array[];
  readonly given: readonly Float64Array[];
  /** Absent: everybody was drawn alike. */
  readonly design?: Design;
}

/** p of "nothing"; 1 where the given columns leave nothing of the asked ones, or of the outcome. */
export function jointTestP(y: Float64Array, { asked, given, design }: JointTest): number {
  const basis = basisOf(given, y.length, design?.weights.map(Math.sqrt));
  const { values: left, length } = residualOf(y, basis);
  if (length === 0) return 1;
  const scores = asked.flatMap((column) => {
    const own = residualOf(column, basis);
    return own.length === 0 ? [] : [own.values.map((u, i) => (u / own.length) * left[i])];
  });
  const n = y.length;
  const units = design && unitsOf(design, n);
  const spread = units === undefined ? scores : scores.map((each) => deviationsOf(each, units));
  const scale = units === undefined ? n / (n - 1) : 1;
  const covariance = symmetricOf(scores.length, (i, j) => scale * dot(spread[i], spread[j]));
  const d = units === undefined ? n - 1 : degreesOf(units);
  const root = lowerRoot(covariance);
  const q = scores.filter((_, i) => root[place(i, i)] > 0).length;
  if (q === 0 || d - q + 1 < 1) return 1;
  const totals = Float64Array.from(scores, (each) => each.reduce((sum, one) => sum + one, 0));
  const statistic = dot(totals, solveRoot(root, totals));
  return Math.max(fUpper((statistic * (d - q + 1)) / (q * d), q, d - q + 1), Number.MIN_VALUE);
}
