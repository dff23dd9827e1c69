/** What knowing the population's totals does to weights at once, and to standard errors. */
import { basisOf, dot, residualOf } from "../adjusted/basis.ts";

export interface PopulationTotal {
  /** One number per person: 1 or 0 for a category, or any number that is known for the whole population. */
  readonly values: Float64Array;
  readonly total: number;
}

/**
 * Linear calibration: the weights closest to the base ones, in Σ (w - d)² / d, that give the known number of people
 * and all known totals (Deville & Särndal 1992); the weighted sums are those of the generalised regression
 * estimator.
 *
 * w = d (1 + λ' x). Of totals that follow from the others the first ones count.
 *
 * Hazard: unlike raking it can make weights negative.
 */
export function calibrate(
  base: Float64Array,
  people: number,
  known: readonly PopulationTotal[],
): Float64Array {
  const roots = base.map(Math.sqrt);
  const basis = basisOf(
    known.map(({ values }) => values),
    base.length,
    roots,
  );
  // On an orthonormal basis the wanted totals are coordinates: solve T = R' t from the first on.
  const wanted = new Float64Array(basis.columns.length);
  wanted[0] = people / Math.sqrt(dot(roots, roots));
  basis.from.forEach((at, j) => {
    const onto = basis.coordinates[j];
    let rest = known[at].total;
    for (let k = 0; k <= j; k++) rest -= onto[k] * wanted[k];
    wanted[j + 1] = rest / onto[j + 1];
  });
  const calibrated = roots.slice();
  basis.columns.forEach((column, k) => {
    const missing = wanted[k] - dot(column, roots);
    for (let i = 0; i < column.length; i++) calibrated[i] += missing * column[i];
  });
  return calibrated.map((value, i) => value * roots[i]);
}

/**
 * What is left of each person's influence on an estimate once the calibrated columns have explained their part: the
 * variance after raking, post-stratification or calibration is that of the total of weight times this (Deville &
 * Särndal 1992; Deville, Särndal & Sautory 1993). What the margins know no longer varies from sample to sample.
 *
 * @param influence derivative of the estimate by the weight of each person
 * @param columns 0/1 columns of the margins' categories; repeated ones may stay in
 * @param base weights before calibration, by which the part explained is fitted; absent: everybody alike
 */
export function calibrationResiduals(
  influence: Float64Array,
  columns: readonly Float64Array[],
  base?: Float64Array,
): Float64Array {
  const roots = base?.map(Math.sqrt);
  const { values } = residualOf(influence, basisOf(columns, influence.length, roots));
  return roots === undefined ? values : values.map((value, i) => value / roots[i]);
}
