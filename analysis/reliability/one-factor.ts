/**
 * One factor behind all items: S ≈ λ λ' + diag(θ), by maximum likelihood (Lawley 1940; Jöreskog 1967).
 *
 * Minimises ln|Σ| + tr(S Σ⁻¹) over loadings λ and own variances θ by Fisher scoring: with W = Σ⁻¹, v = W λ and
 * q = λ'v, the information per person is q W_ij + v_i v_j between loadings, W_ij v_j between λ_i and θ_j, and
 * W_ij² / 2 between own variances.
 *
 * Needs three items; with three the fit is exact. An own variance of 0 or less (Heywood 1931) is no variance: one
 * factor does not describe such items, and no fit is given.
 */
import { climb } from "../numeric/climb.ts";
import { entry, lowerRoot, place, solveRoot, triangle, type Symmetric } from "../numeric/matrix.ts";
import { toCorrelations } from "./covariances.ts";

export interface OneFactor {
  /** In units of the items, the sum of them positive. */
  readonly loadings: Float64Array;
  /** What of each item's variance is its own. */
  readonly own: Float64Array;
}

/**
 * Undefined with fewer than three items, and where the search does not end at own variances above 0.
 * The fit is that of the correlations, put back in the units of the items.
 */
export function oneFactor(covariances: Symmetric): OneFactor | undefined {
  if (covariances.size < 3) return undefined;
  const correlations = toCorrelations(covariances);
  const top = climb(startOf(correlations), {
    height: (at) => -misfit(correlations, modelOf(at)),
    step: (at) => scoringStep(correlations, modelOf(at)),
  });
  if (top === undefined) return undefined;
  const { loadings, own } = modelOf(top);
  const variance = (i: number) => entry(covariances, i, i);
  const sign = Math.sign(loadings.reduce((sum, by) => sum + by, 0)) || 1;
  return {
    loadings: loadings.map((by, i) => sign * by * Math.sqrt(variance(i))),
    own: own.map((by, i) => by * variance(i)),
  };
}

/** Loadings, then own variances. */
const modelOf = (at: Float64Array): OneFactor => ({
  loadings: at.subarray(0, at.length / 2),
  own: at.subarray(at.length / 2),
});

/** Half of each variance shared, with the sign of the item's correlation with the sum of all. */
function startOf(correlations: Symmetric): Float64Array {
  const start = new Float64Array(2 * correlations.size).fill(0.5);
  for (let i = 0; i < correlations.size; i++) {
    let withAll = 0;
    for (let j = 0; j < correlations.size; j++) withAll += entry(correlations, i, j);
    start[i] = (withAll < 0 ? -1 : 1) * Math.SQRT1_2;
  }
  return start;
}

/** ln|Σ| + tr(S Σ⁻¹); Infinity where an own variance is not above 0. */
export function misfit(covariances: Symmetric, model: OneFactor): number {
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
export function inverseOf({ loadings, own }: OneFactor): Symmetric {
  const size = loadings.length;
  const u = loadings.map((by, i) => by / own[i]);
  const scale = 1 + loadings.reduce((sum, by, i) => sum + by * u[i], 0);
  const values = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++)
      values[place(i, j)] = (i === j ? 1 / own[i] : 0) - (u[i] * u[j]) / scale;
  return { size, values };
}

/** Per person, of the loadings and then the own variances. */
export function informationOf(model: OneFactor): Symmetric {
  const { loadings } = model;
  const size = loadings.length;
  const inverse = inverseOf(model);
  const v = times(inverse, loadings);
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
  return { size: 2 * size, values: information };
}

/** Steps of the loadings, then of the own variances. */
function scoringStep(covariances: Symmetric, model: OneFactor): Float64Array {
  const { loadings } = model;
  const size = loadings.length;
  const inverse = inverseOf(model);
  const v = times(inverse, loadings);
  // The gradient needs W (S - Σ) W = W S W - W, on the loadings and on its diagonal.
  const score = new Float64Array(2 * size);
  const onLoadings = times(inverse, times(covariances, v));
  for (let i = 0; i < size; i++) {
    const row = Float64Array.from(loadings, (_, j) => entry(inverse, i, j));
    const spread = times(covariances, row).reduce((sum, by, j) => sum + by * row[j], 0);
    score[i] = onLoadings[i] - v[i];
    score[size + i] = (spread - row[i]) / 2;
  }
  return solveRoot(lowerRoot(informationOf(model)), score);
}

/** Matrix times vector. */
export const times = (matrix: Symmetric, vector: Float64Array): Float64Array =>
  vector.map((_, i) => vector.reduce((sum, by, j) => sum + entry(matrix, i, j) * by, 0));
