/** What a table of people can tell of a cut bivariate normal: its likelihood, and the information on each parameter. */
import type { CrossTable } from "../methods/cross-table.ts";
import { triangle } from "../numeric/matrix.ts";
import { normalDensity, normalLower } from "../numeric/normal.ts";
import { densityAt, distributionAt, overCells } from "./corners.ts";
import type { Thresholds } from "./thresholds.ts";

/** Cells below this are nothing but rounding of their four corners. */
export const leastMass = 1e-16;

export interface LatentModel {
  readonly rho: number;
  readonly thresholds: Thresholds;
}

/** Mass of every cell, and its slope in each threshold of x, each of y, and rho. */
export function derivatives({ rho, thresholds }: LatentModel) {
  const { x, y } = thresholds;
  const columns = y.length + 1;
  const rest = Math.sqrt((1 - rho) * (1 + rho));
  // What moving a cut of one variable takes from the cell behind it, along the cells of the other.
  const along = (cut: number, others: Float64Array): number[] => {
    const below = [-Infinity, ...others, Infinity].map((z) => normalLower((z - rho * cut) / rest));
    return below.slice(1).map((upTo, j) => normalDensity(cut) * (upTo - below[j]));
  };
  const slopes = [
    ...Array.from(x, (cut, i) => {
      const slope = new Float64Array((x.length + 1) * columns);
      along(cut, y).forEach((by, j) => {
        slope[i * columns + j] = by;
        slope[(i + 1) * columns + j] = -by;
      });
      return slope;
    }),
    ...Array.from(y, (cut, j) => {
      const slope = new Float64Array((x.length + 1) * columns);
      along(cut, x).forEach((by, i) => {
        slope[i * columns + j] = by;
        slope[i * columns + j + 1] = -by;
      });
      return slope;
    }),
    overCells(densityAt(thresholds, rho).density, columns),
  ];
  return { mass: overCells(distributionAt(thresholds, rho), columns), slopes };
}

/** Expected information of one person, Σ π' π'ᵀ / π over the cells, as a lower triangle. */
export function informationOf(mass: Float64Array, slopes: readonly Float64Array[]): Float64Array {
  const information = new Float64Array(triangle(slopes.length));
  slopes.forEach((one, i) => {
    const relative = one.map((by, cell) => by / Math.max(mass[cell], leastMass));
    for (let j = 0; j <= i; j++)
      for (let cell = 0; cell < mass.length; cell++)
        information[triangle(i) + j] += relative[cell] * slopes[j][cell];
  });
  return information;
}

/** Σ n_ij ln π_ij. */
export function logLikelihoodOf({ cells }: CrossTable, mass: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++)
    if (cells[cell] > 0)
      sum +=
        mass[cell] > -leastMass
          ? cells[cell] * Math.log(Math.max(mass[cell], leastMass))
          : -Infinity;
  return sum;
}
