/** How well a model of several groups (group-factor.ts) reproduces what was observed in them. */
import { varies } from "../methods/pearson.ts";
import { entry, type Symmetric } from "../numeric/matrix.ts";
import { covariances, logDeterminant } from "./covariances.ts";
import type { NoFactor } from "./factor-fit.ts";
import { chiSquareOf, type Misfit } from "./fit.ts";
import { groupMisfit, type Equal, type GroupFactor, type GroupMoments } from "./group-factor.ts";

/** The moments of one group, or why there is no fit to be had. */
export function momentsOf(
  items: readonly Float64Array[],
): GroupMoments | { because: NoFactor["because"] } {
  const n = items[0].length;
  if (n <= items.length) return { because: "too few people" };
  if (!items.every(varies)) return { because: "no variation" };
  const observed = covariances(items);
  if (logDeterminant(observed) === undefined) return { because: "items determine each other" };
  return {
    n,
    means: Float64Array.from(items, (item) => item.reduce((sum, value) => sum + value, 0) / n),
    covariance: { ...observed, values: observed.values.map((value) => (value * (n - 1)) / n) },
  };
}

/** Misfit of a model whose groups have this much in common. */
export function misfitOf(
  moments: readonly GroupMoments[],
  factors: readonly GroupFactor[],
  equal: Equal,
): Misfit {
  const [groups, items] = [moments.length, moments[0].means.length];
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  const over = (of: (group: GroupMoments, g: number) => number) =>
    moments.reduce((sum, group, g) => sum + group.n * of(group, g), 0);
  const saturated = over(({ covariance }) => logDeterminant(covariance)! + items);
  const apart = over(({ covariance }) => diagonalLog(covariance) + items);
  const same = (groups - 1) * (items - 1);
  return {
    chiSquare: chiSquareOf(
      n * groupMisfit(moments, factors) - saturated,
      (groups * items * (items - 3)) / 2 +
        same * (Number(equal.loadings) + Number(equal.intercepts)),
    ),
    baseline: chiSquareOf(apart - saturated, (groups * items * (items - 1)) / 2),
    n,
    groups,
    srmr: over((group, g) => residualSize(group, factors[g])) / n,
  };
}

function diagonalLog(matrix: Symmetric): number {
  let sum = 0;
  for (let i = 0; i < matrix.size; i++) sum += Math.log(entry(matrix, i, i));
  return sum;
}

/** Of correlations and standardised means of one group. */
function residualSize({ means, covariance }: GroupMoments, factor: GroupFactor): number {
  const { loadings, own, variance, mean, intercepts } = factor;
  const sd = means.map((_, i) => Math.sqrt(entry(covariance, i, i)));
  let squares = 0;
  for (let i = 0; i < sd.length; i++) {
    const fitted = intercepts === null ? means[i] : intercepts[i] + mean * loadings[i];
    squares += ((means[i] - fitted) / sd[i]) ** 2;
    for (let j = 0; j <= i; j++) {
      const model = variance * loadings[i] * loadings[j] + (i === j ? own[i] : 0);
      squares += ((entry(covariance, i, j) - model) / (sd[i] * sd[j])) ** 2;
    }
  }
  return Math.sqrt(squares / (sd.length + covariance.values.length));
}
