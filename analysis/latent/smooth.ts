/**
 * A correlation matrix put together pair by pair may be one that no people could have: some combination of the
 * variables would have a negative variance. Smoothing replaces it by a near one that people could have.
 *
 * Eigenvalues below `least` become a hundred times that, all are scaled to sum to the number of variables again, and
 * the matrix they make is scaled to ones on the diagonal (Wothke 1993; the definition of psych::cor.smooth, whose
 * 1e-12 is the default). A matrix without such eigenvalues comes back as it is.
 *
 * Hazard: every correlation changes, the doubtful ones most. Say so beside the result.
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { entry, place, triangle, type Symmetric } from "../numeric/matrix.ts";

export interface Smoothed {
  readonly matrix: Symmetric;
  /** Of the matrix given: below 0 where nobody could have it. */
  readonly smallestEigenvalue: number;
  readonly changed: boolean;
}

/**
 * @param matrix correlations, ones on the diagonal
 * @param least an eigenvalue below it counts as none
 */
export function smoothCorrelations(matrix: Symmetric, least = 1e-12): Smoothed {
  const { size } = matrix;
  const { vectors, values } = eigen(matrix);
  const smallestEigenvalue = values.reduce((a, b) => Math.min(a, b), Infinity);
  if (smallestEigenvalue >= least) return { matrix, smallestEigenvalue, changed: false };
  const raised = values.map((value) => (value < least ? 100 * least : value));
  const scale = size / raised.reduce((sum, value) => sum + value, 0);
  const covariance = vectors
    .clone()
    .mulRowVector(raised.map((value) => value * scale))
    .mmul(vectors.transpose());
  const smoothed = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++)
      smoothed[place(i, j)] =
        i === j ? 1 : covariance.get(i, j) / Math.sqrt(covariance.get(i, i) * covariance.get(j, j));
  return { matrix: { size, values: smoothed }, smallestEigenvalue, changed: true };
}

function eigen(matrix: Symmetric) {
  const full = new Matrix(matrix.size, matrix.size);
  for (let i = 0; i < matrix.size; i++)
    for (let j = 0; j < matrix.size; j++) full.set(i, j, entry(matrix, i, j));
  const found = new EigenvalueDecomposition(full, { assumeSymmetric: true });
  return { vectors: found.eigenvectorMatrix, values: found.realEigenvalues };
}
