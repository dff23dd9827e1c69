import type { CrossTable } from "../methods/cross-table.ts";
import { climb } from "../numeric/climb.ts";
import { lowerRoot, solveRoot } from "../numeric/matrix.ts";
import {
  derivatives,
  informationOf,
  leastMass,
  logLikelihoodOf,
  type LatentModel,
} from "./information.ts";

/**
 * Rho and thresholds maximised together (Olsson 1979), by Fisher scoring from the two-step estimate. That one is as
 * good for use (they differ by far less than the error of either); this one is what some packages print.
 * Undefined where the search does not end, as in sparse tables whose likelihood rises to the edge.
 */
export function polychoricJointly(table: CrossTable, start: LatentModel): LatentModel | undefined {
  const { x, y } = start.thresholds;
  const modelOf = (at: Float64Array): LatentModel => ({
    rho: at[at.length - 1],
    thresholds: { x: at.slice(0, x.length), y: at.slice(x.length, -1) },
  });
  const top = climb(Float64Array.of(...x, ...y, start.rho), {
    height: (at) =>
      Math.abs(at[at.length - 1]) < 1
        ? logLikelihoodOf(table, derivatives(modelOf(at)).mass)
        : -Infinity,
    step(at) {
      const { mass, slopes } = derivatives(modelOf(at));
      const perPerson = table.cells.map((people, cell) => people / Math.max(mass[cell], leastMass));
      const score = Float64Array.from(slopes, (slope) =>
        slope.reduce((sum, by, cell) => sum + (by * perPerson[cell]) / table.total, 0),
      );
      const information = { size: slopes.length, values: informationOf(mass, slopes) };
      return solveRoot(lowerRoot(information), score);
    },
  });
  return top && modelOf(top);
}
