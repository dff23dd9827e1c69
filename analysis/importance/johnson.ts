/**
 * What a single regression says about each of its columns: coefficients, and three other ways to share
 * out the explained variance. LMG is the one to rank by (see lmg.ts); these are its cross-checks.
 *
 * All come from one eigendecomposition of the predictors' correlations R = V D V' and the correlations r
 * with the outcome. With covariates, R and r are those of the residuals, in units of the outcome's full
 * variance, so that the shares sum to the added R2. Directions without variance (collinear columns) are
 * left out, which gives the coefficients of least length.
 *
 * Hazard: only for single columns. Dummies of one nominal predictor have no share of their own.
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { leastPivot, triangle } from "../numeric/matrix.ts";
import type { CorrelationMatrix } from "./correlations.ts";
import { layOut, residuals } from "./game.ts";

export interface RegressionShares {
  /** Correlation with the outcome (after the covariates: semi-partial). */
  readonly correlation: Float64Array;
  /** Standardised coefficients R^-1 r. */
  readonly beta: Float64Array;
  /** Johnson's relative weights: L^2 b^2 (elementwise squares) with L = R^(1/2), b = L^-1 r. 0 or more; sum R2. */
  readonly johnson: Float64Array;
  /** beta r (Pratt 1987). Sums to R2 but may be negative. */
  readonly pratt: Float64Array;
  /** Squared correlation-adjusted marginal correlations (R^(-1/2) r)^2 (Zuber & Strimmer 2011). Sums to R2. */
  readonly car: Float64Array;
  /** Variance inflation: diagonal of R^-1; Infinity for a column that others determine. */
  readonly varianceInflation: Float64Array;
}

export interface Regression {
  readonly outcome: number;
  readonly predictors: readonly number[];
  readonly covariates?: readonly number[];
}

export function regressionShares(
  correlations: CorrelationMatrix,
  { predictors, ...rest }: Regression,
): RegressionShares {
  const { within, withOutcome } = standardisedResiduals(correlations, {
    ...rest,
    players: predictors.map((column) => [column]),
  });
  const size = predictors.length;
  const { eigenvectorMatrix: vectors, realEigenvalues: values } = new EigenvalueDecomposition(
    within,
    { assumeSymmetric: true },
  );
  const power = (exponent: number): Matrix =>
    vectors
      .clone()
      .mulRowVector(values.map((value) => (value > leastPivot ? value ** exponent : 0)))
      .mmul(vectors.transpose());
  const root = power(0.5);
  const orthogonal = power(-0.5).mmul(withOutcome).to1DArray();
  const inverse = power(-1);
  const beta = inverse.mmul(withOutcome).to1DArray();
  const r = withOutcome.to1DArray();
  return {
    correlation: Float64Array.from(r),
    beta: Float64Array.from(beta),
    johnson: Float64Array.from({ length: size }, (_, i) =>
      orthogonal.reduce((sum, b, j) => sum + (root.get(i, j) * b) ** 2, 0),
    ),
    pratt: Float64Array.from(beta, (b, i) => b * r[i]),
    car: Float64Array.from(orthogonal, (b) => b ** 2),
    varianceInflation: Float64Array.from({ length: size }, (_, i) =>
      determined(vectors, values, i) ? Infinity : inverse.get(i, i),
    ),
  };
}

/** Whether a column takes part in a direction without variance. */
const determined = (vectors: Matrix, values: readonly number[], column: number): boolean =>
  values.some((value, k) => value <= leastPivot && Math.abs(vectors.get(column, k)) > 1e-6);

/** Correlations of the residuals among each other (unit diagonal) and with the outcome (full variance 1). */
function standardisedResiduals(
  correlations: CorrelationMatrix,
  game: Parameters<typeof layOut>[0],
): { within: Matrix; withOutcome: Matrix } {
  const layout = layOut(game);
  const size = game.players.length;
  const work = new Float64Array(triangle(layout.order.length));
  residuals(correlations, layout, work);
  const scale = (i: number): number => {
    const variance = work[triangle(i + 1) + i + 1];
    return variance > leastPivot ? 1 / Math.sqrt(variance) : 0;
  };
  const within = Matrix.zeros(size, size);
  const withOutcome = Matrix.zeros(size, 1);
  for (let i = 0; i < size; i++) {
    withOutcome.set(i, 0, work[triangle(i + 1)] * scale(i));
    for (let j = 0; j <= i; j++) {
      const value = work[triangle(i + 1) + j + 1] * scale(i) * scale(j);
      within.set(i, j, value).set(j, i, value);
    }
  }
  return { within, withOutcome };
}
