/**
 * How sure a polychoric correlation is, and whether the table looks like a cut bivariate normal at all.
 *
 * Error: the inverse of the expected information of a sample over rho and all thresholds, at the two-step estimate
 * (Olsson 1979); holding the thresholds fixed gives the smaller `seRhoOnly`. Interval: tanh(atanh rho ±
 * z se / (1 - rho²)). Fit: G² = 2 Σ n_ij ln(n_ij / n π_ij) on rc - r - c degrees of freedom, none for 2 x 2.
 *
 * Hazard: the error assumes the model. On six-point items that it does not fit, it is 10 to 20 percent off; where
 * the interval matters, bootstrap.
 */
import type { Interval } from "../association.ts";
import type { CrossTable } from "../methods/cross-table.ts";
import { fisherInterval, zFor } from "../methods/estimates.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { lowerRoot } from "../numeric/matrix.ts";
import { derivatives, informationOf, logLikelihoodOf, type LatentModel } from "./information.ts";

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
