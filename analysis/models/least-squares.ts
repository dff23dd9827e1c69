/**
 * Least squares on a basis, with what every standard error is made of.
 *
 * With X = Q R the coefficients are b = D' y for the columns D = Q R⁻ᵀ, here called duals: column j gives
 * coefficient j. All errors are sums over them: the classical variance is σ² |D_j|², a robust one
 * Σ D_ij² e_i², a clustered one sums D_ij e_i within clusters first, a design-based one is the variance of the
 * total of D_ij e_i. Nothing is squared before it is summed, so an ill-conditioned X costs its digits only once.
 */
import {
  basisOf,
  coefficients,
  dot,
  residualOf,
  type Basis,
  type Residual,
} from "../adjusted/basis.ts";
import { intercept, type Term } from "./terms.ts";

export interface Fit {
  /** Names of the rows, the intercept first; terms that are combinations of earlier ones are left out ... */
  readonly terms: readonly string[];
  /** ... and named here. */
  readonly dropped: readonly string[];
  /** One coefficient per row. */
  readonly values: Float64Array;
  readonly basis: Basis;
  /** What the terms leave of the outcome, multiplied by the roots of the weights. */
  readonly residual: Residual;
}

/** @param roots square roots of the weights; absent: everybody counts once */
export function leastSquares(y: Float64Array, terms: readonly Term[], roots?: Float64Array): Fit {
  const columns = terms.map(({ values }) => values);
  const basis = basisOf(columns, y.length, roots);
  const left = residualOf(y, basis);
  // Rounding is not taken for an error.
  const residual = left.length > 0 ? left : { ...left, values: new Float64Array(y.length) };
  const slopes = coefficients(basis, residual.onto);
  const along = slopes.reduce((sum, slope, j) => sum + slope * basis.coordinates[j][0], 0);
  return {
    terms: [intercept, ...basis.from.map((at) => terms[at].name)],
    dropped: terms.filter((_, at) => !basis.from.includes(at)).map(({ name }) => name),
    values: Float64Array.of((residual.onto[0] - along) / interceptLength(basis), ...slopes),
    basis,
    residual,
  };
}

/** Column j dotted with the outcome (times the roots of the weights) is coefficient j. */
export function dualsOf(basis: Basis): Float64Array[] {
  const duals = basis.columns.map((column) => column.slice());
  for (let k = duals.length - 1; k >= 0; k--) {
    const dual = duals[k];
    for (let j = k + 1; j < duals.length; j++) {
      const along = basis.coordinates[j - 1][k];
      for (let i = 0; i < dual.length; i++) dual[i] -= along * duals[j][i];
    }
    const length = k === 0 ? interceptLength(basis) : basis.coordinates[k - 1][k];
    for (let i = 0; i < dual.length; i++) dual[i] /= length;
  }
  return duals;
}

/** How much one person alone decides the own fitted value, 0 to 1 (the diagonal of the hat matrix). */
export function leverages({ columns }: Basis): Float64Array {
  const leverage = new Float64Array(columns[0].length);
  for (const column of columns)
    for (let i = 0; i < leverage.length; i++) leverage[i] += column[i] * column[i];
  return leverage;
}

/** The linear predictor of every person. */
export function predictions({ basis, values }: Fit, terms: readonly Term[]): Float64Array {
  const predicted = new Float64Array(basis.columns[0].length).fill(values[0]);
  basis.from.forEach((at, j) => {
    const column = terms[at].values;
    for (let i = 0; i < predicted.length; i++) predicted[i] += values[j + 1] * column[i];
  });
  return predicted;
}

/** Length of the column of ones under the weights. */
const interceptLength = ({ columns: [first], roots }: Basis): number =>
  roots === undefined ? Math.sqrt(first.length) : Math.sqrt(dot(roots, roots));
