/**
 * One factor behind all items: S ≈ λ λ' + diag(θ), by maximum likelihood (Lawley 1940; Jöreskog 1967).
 *
 * Minimises ln|Σ| + tr(S Σ⁻¹) over loadings λ and own variances θ by Fisher scoring: with W = Σ⁻¹, v = W λ and
 * q = λ'v, the information per person is q W_ij + v_i v_j between loadings, W_ij v_j between λ_i and θ_j, and
 * W_ij² / 2 between own variances; steps that do not lower the function are halved.
 *
 * Needs three items; with three the fit is exact. An own variance of 0 or less (Heywood 1931) is no variance: one
 * factor does not describe such items, and no fit is given.
 */
import { entry, lowerRoot, place, solveRoot, triangle, type Symmetric } from "../numeric/matrix.ts";

export interface OneFactor {
  /** In units of the items, the sum of them positive. */
  readonly loadings: Float64Array;
  /** What of each item's variance is its own. */
  readonly own: Float64Array;
}

/** Undefined with fewer than three items, and where the search does not end at variances above 0. */
export function oneFactor(covariances: Symmetric): OneFactor | undefined {
  const { size } = covariances;
  if (size < 3) return undefined;
  let model = startOf(covariances);
  let value = misfit(covariances, model);
  for (let round = 0; round < 500; round++) {
    const step = scoringStep(covariances, model);
    let share = 1;
    let moved = model;
    let reached = Infinity;
    for (; share > 1e-8 && !(reached <= value + 1e-13); share /= 2) {
      moved = moveBy(model, step, share);
      reached = misfit(covariances, moved);
    }
    if (!(reached <= value + 1e-13)) return undefined;
    const scale = (i: number) => Math.sqrt(entry(covariances, i % size, i % size));
    const still = step.every(
      (by, i) => Math.abs(by) < 1e-9 * (i < size ? scale(i) : scale(i) ** 2),
    );
    [model, value] = [moved, reached];
    if (still) return signed(model);
  }
  return undefined;
}

/** Half of each variance shared, with the sign of the item's covariance with the sum of all. */
function startOf(covariances: Symmetric): OneFactor {
  const items = Array.from({ length: covariances.size }, (_, i) => i);
  const variances = items.map((i) => entry(covariances, i, i));
  const withAll = items.map((i) => items.reduce((sum, j) => sum + entry(covariances, i, j), 0));
  return {
    loadings: Float64Array.from(
      items,
      (i) => (withAll[i] < 0 ? -1 : 1) * Math.sqrt(variances[i] / 2),
    ),
    own: Float64Array.from(variances, (variance) => variance / 2),
  };
}

const moveBy = ({ loadings, own }: OneFactor, step: Float64Array, share: number): OneFactor => ({
  loadings: loadings.map((value, i) => value + share * step[i]),
  own: own.map((value, i) => value + share * step[loadings.length + i]),
});

/** ln|Σ| + tr(S Σ⁻¹); Infinity where an own variance is not above 0. */
function misfit(covariances: Symmetric, model: OneFactor): number {
  if (!model.own.every((variance) => variance > 0)) return Infinity;
  const { loadings, own } = model;
  const inverse = inverseOf(model);
  const shared = loadings.reduce((sum, by, i) => sum + (by * by) / own[i], 0);
  let value = Math.log1p(shared) + own.reduce((sum, variance) => sum + Math.log(variance), 0);
  for (let i = 0; i < loadings.length; i++)
    for (let j = 0; j <= i; j++)
      value += (i === j ? 1 : 2) * entry(covariances, i, j) * entry(inverse, i, j);
  return value;
}

/** (λ λ' + diag θ)⁻¹ = diag θ⁻¹ - u u' / (1 + λ'u), u = λ / θ (Sherman & Morrison 1950). */
function inverseOf({ loadings, own }: OneFactor): Symmetric {
  const size = loadings.length;
  const u = loadings.map((by, i) => by / own[i]);
  const scale = 1 + loadings.reduce((sum, by, i) => sum + by * u[i], 0);
  const values = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++)
      values[place(i, j)] = (i === j ? 1 / own[i] : 0) - (u[i] * u[j]) / scale;
  return { size, values };
}

/** Steps of the loadings, then of the own variances. */
function scoringStep(covariances: Symmetric, model: OneFactor): Float64Array {
  const { loadings } = model;
  const size = loadings.length;
  const inverse = inverseOf(model);
  const v = multiply(inverse, loadings);
  const q = loadings.reduce((sum, by, i) => sum + by * v[i], 0);
  const information = new Float64Array(triangle(2 * size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const w = entry(inverse, i, j);
      information[place(size + j, i)] = w * v[j];
      if (j > i) continue;
      information[place(i, j)] = q * w + v[i] * v[j];
      information[place(size + i, size + j)] = (w * w) / 2;
    }
  // The gradient needs W (S - Σ) W = W S W - W, on the loadings and on its diagonal.
  const score = new Float64Array(2 * size);
  const onLoadings = multiply(inverse, multiply(covariances, v));
  for (let i = 0; i < size; i++) {
    const row = Float64Array.from(loadings, (_, j) => entry(inverse, i, j));
    const spread = multiply(covariances, row).reduce((sum, by, j) => sum + by * row[j], 0);
    score[i] = onLoadings[i] - v[i];
    score[size + i] = (spread - row[i]) / 2;
  }
  return solveRoot(lowerRoot({ size: 2 * size, values: information }), score);
}

const multiply = (matrix: Symmetric, vector: Float64Array): Float64Array =>
  vector.map((_, i) => vector.reduce((sum, by, j) => sum + entry(matrix, i, j) * by, 0));

function signed({ loadings, own }: OneFactor): OneFactor {
  const sum = loadings.reduce((all, by) => all + by, 0);
  return { loadings: sum < 0 ? loadings.map((by) => -by) : loadings, own };
}
