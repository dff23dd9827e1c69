/**
 * How sure a polychoric correlation is, and whether the table looks like a cut bivariate normal at all.
 *
 * Error: the inverse of the expected information of a sample over rho and all thresholds, at the two-step estimate
 * (Olsson 1979, eqs. 13-24); holding the thresholds fixed gives the smaller `seRhoOnly`. Interval: tanh(atanh rho ±
 * z se / (1 - rho²)). Fit: G² = 2 Σ n_ij ln(n_ij / n π_ij) on rc - r - c degrees of freedom, none for 2 x 2.
 *
 * Hazard: the error assumes the model. On six-point items that it does not fit, it is 10 to 20 percent off; where
 * the interval matters, bootstrap.
 */
import type { Interval } from "../association.ts";
import type { CrossTable } from "../methods/cross-table.ts";
import { fisherInterval, zFor } from "../methods/estimates.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { lowerRoot, solveRoot, triangle } from "../numeric/matrix.ts";
import { normalDensity, normalLower } from "../numeric/normal.ts";
import { densityAt, distributionAt, overCells } from "./corners.ts";
import { leastMass } from "./polychoric.ts";
import type { Thresholds } from "./thresholds.ts";

export interface LatentModel {
  readonly rho: number;
  readonly thresholds: Thresholds;
}

export interface PolychoricInference {
  readonly se: number;
  readonly seRhoOnly: number;
  readonly interval: Interval;
  /** Σ n_ij ln π_ij. */
  readonly logLikelihood: number;
  /** Test of the model; null where the table has no room for one. */
  readonly fit: { readonly statistic: number; readonly df: number; readonly p: number } | null;
  readonly emptyCells: number;
}

export function polychoricInference(
  table: CrossTable,
  model: LatentModel,
  confidence: number,
): PolychoricInference {
  if (table.squares !== undefined)
    throw new RangeError("polychoricInference requires a table of people, got survey weights");
  const { mass, slopes } = derivatives(model);
  const information = informationOf(mass, slopes);
  const root = lowerRoot({ size: slopes.length, values: information });
  const { rho } = model;
  // Rho is the last parameter: its own entry of the inverse is that of the root, squared.
  const se = 1 / (root[root.length - 1] * Math.sqrt(table.n));
  const logLikelihood = logLikelihoodOf(table, mass);
  return {
    se,
    seRhoOnly: 1 / Math.sqrt(information[information.length - 1] * table.n),
    interval: fisherInterval(rho, (zFor(confidence) * se) / ((1 - rho) * (1 + rho))),
    logLikelihood,
    fit: fitOf(table, logLikelihood),
    emptyCells: table.cells.reduce((sum, people) => sum + Number(people === 0), 0),
  };
}

/**
 * Rho and thresholds maximised together. The two-step estimate is as good for use (they differ by far less than the
 * error of either); this one is efficient, and what some packages print.
 * Fisher scoring, halving steps that lower the likelihood, until they are shorter than 1e-9.
 */
export function polychoricJointly(table: CrossTable, start: LatentModel) {
  let parameters = Float64Array.from([...start.thresholds.x, ...start.thresholds.y, start.rho]);
  const split = start.thresholds.x.length;
  const modelOf = (all: Float64Array): LatentModel => ({
    rho: all[all.length - 1],
    thresholds: { x: all.slice(0, split), y: all.slice(split, -1) },
  });
  let best = logLikelihoodOf(table, derivatives(start).mass);
  for (let round = 0; round < 100; round++) {
    const { mass, slopes } = derivatives(modelOf(parameters));
    const root = lowerRoot({ size: slopes.length, values: informationOf(mass, slopes) });
    const score = Float64Array.from(slopes, (slope) =>
      slope.reduce(
        (sum, by, cell) => sum + (table.cells[cell] * by) / Math.max(mass[cell], leastMass),
        0,
      ),
    );
    const step = solveRoot(root, score).map((by) => by / table.n);
    let share = 1;
    for (; share > 1e-6; share /= 2) {
      const moved = parameters.map((value, i) => value + share * step[i]);
      if (!(Math.abs(moved[moved.length - 1]) < 1)) continue;
      const reached = logLikelihoodOf(table, derivatives(modelOf(moved)).mass);
      if (!(reached >= best - 1e-12 * Math.abs(best))) continue;
      [parameters, best] = [moved, reached];
      break;
    }
    if (share <= 1e-6 || step.every((by) => Math.abs(by) < 1e-9)) break;
  }
  return modelOf(parameters);
}

/** Mass of every cell, and its slope in each threshold of x, each of y, and rho. */
function derivatives({ rho, thresholds }: LatentModel) {
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
function informationOf(mass: Float64Array, slopes: readonly Float64Array[]): Float64Array {
  const information = new Float64Array(triangle(slopes.length));
  slopes.forEach((one, i) => {
    const relative = one.map((by, cell) => by / Math.max(mass[cell], leastMass));
    for (let j = 0; j <= i; j++)
      for (let cell = 0; cell < mass.length; cell++)
        information[triangle(i) + j] += relative[cell] * slopes[j][cell];
  });
  return information;
}

function logLikelihoodOf({ cells }: CrossTable, mass: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++)
    if (cells[cell] > 0)
      sum +=
        mass[cell] > -leastMass
          ? cells[cell] * Math.log(Math.max(mass[cell], leastMass))
          : -Infinity;
  return sum;
}

/** Against the table's own shares, whose likelihood nothing exceeds. */
function fitOf({ cells, rows, columns, n }: CrossTable, logLikelihood: number) {
  const df = rows * columns - rows - columns;
  if (df < 1) return null;
  const most = cells.reduce(
    (sum, people) => sum + (people > 0 ? people * Math.log(people / n) : 0),
    0,
  );
  const statistic = 2 * (most - logLikelihood);
  return { statistic, df, p: chiSquareUpper(statistic, df) };
}
