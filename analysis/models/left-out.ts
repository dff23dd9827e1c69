/**
 * What people's outcomes miss a model by that is fitted without them: of one person e / (1 - h), h the leverage; of
 * people drawn together, who leave together, (I - H)⁻¹ e with their block of the hat matrix.
 *
 * Their share of a coefficient, times these errors, is how far the coefficient moves when they leave: the total of the
 * squares is the jackknife over units (HC3 and CV3; MacKinnon, Nielsen & Webb 2023).
 */
import { dot } from "../adjusted/basis.ts";
import { lowerRoot, solveRoot, symmetricOf } from "../numeric/matrix.ts";
import { type Fit, leverages } from "./least-squares.ts";

/** Who decides something alone has no error in it, and adds nothing. */
const decided = 1e-12;

/** @param unitOf per person, the number of their unit; absent: everybody was drawn alone */
export function leftOutErrors(fit: Fit, unitOf?: Int32Array): Float64Array {
  if (unitOf === undefined) return leftOutAlone(fit);
  const errors = new Float64Array(unitOf.length);
  for (const people of Map.groupBy(unitOf.keys(), (i) => unitOf[i]).values())
    leftOutTogether(fit, people).forEach((error, at) => (errors[people[at]] = error));
  return errors;
}

function leftOutAlone({ basis, residual }: Fit): Float64Array {
  const leverage = leverages(basis);
  return residual.values.map((e, i) => (1 - leverage[i] > decided ? e / (1 - leverage[i]) : 0));
}

/** (I - H)⁻¹ e = e + Q z with (I - Q'Q) z = Q'e: as many equations as the model has rows, however many people. */
function leftOutTogether({ basis, residual }: Fit, people: readonly number[]): Float64Array {
  const own = (column: Float64Array) => Float64Array.from(people, (i) => column[i]);
  const columns = basis.columns.map(own);
  const errors = own(residual.values);
  const left = symmetricOf(columns.length, (i, j) => {
    const rest = Number(i === j) - dot(columns[i], columns[j]);
    return Math.abs(rest) > decided ? rest : 0;
  });
  const z = solveRoot(
    lowerRoot(left),
    Float64Array.from(columns, (column) => dot(column, errors)),
  );
  columns.forEach((column, k) => {
    for (let i = 0; i < errors.length; i++) errors[i] += column[i] * z[k];
  });
  return errors;
}
