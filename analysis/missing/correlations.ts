/** Correlations of columns with holes: by pairs, or of the complete people only. */
import { weightedCorrelations, type CorrelationMatrix } from "../importance/correlations.ts";
import { correlationMatrix } from "../kernel/correlation-matrix.ts";
import { correlationAt } from "../kernel/correlation-table.ts";
import { pick } from "../rows.ts";

/** Columns that cannot be correlated, and why. */
export interface Uncorrelated {
  readonly ok: false;
  readonly because: "too few pairs" | "no variation" | "does not settle";
  /** Places of the two columns, the same twice where one alone is the reason; of all that do not settle. */
  readonly columns: readonly number[];
}

export interface PairwiseCorrelations {
  readonly ok: true;
  readonly correlations: CorrelationMatrix;
  /** People behind every pair, laid out as the correlations. */
  readonly people: Int32Array;
}

/**
 * Every pair on the people who have both numbers.
 *
 * Assumes that holes come by chance alone (missing completely at random). Hazard: entries are of different people, so
 * the matrix may be one that no data can have (a negative eigenvalue, see `latent/smooth.ts`): fine to look at, not
 * to feed into a regression.
 *
 * @param columns one number per person, NaN where missing
 */
export function pairwiseCorrelations(
  columns: readonly Float64Array[],
): PairwiseCorrelations | Uncorrelated {
  const table = correlationMatrix(
    columns.map((values, at) => ({ id: `${at}`, label: `${at}`, level: "interval", values })),
  );
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j <= i; j++) {
      const found = correlationAt(table, i, j);
      if (found.ok) continue;
      const because = found.because === "no variation" ? found.because : "too few pairs";
      return { ok: false, because, columns: [j, i] };
    }
  const correlations = { size: columns.length, values: table.r };
  return { ok: true, correlations, people: Int32Array.from(table.n) };
}

export interface ListwiseCorrelations {
  readonly correlations: CorrelationMatrix;
  /** People complete on all columns. */
  readonly n: number;
}

/**
 * All pairs on the people who have every number: one sample, one matrix, fewer people.
 *
 * @param columns one number per person, NaN where missing
 */
export function listwiseCorrelations(columns: readonly Float64Array[]): ListwiseCorrelations {
  const rows = rowsWith(columns);
  return {
    correlations: weightedCorrelations(columns.map((column) => pick(column, rows))),
    n: rows.length,
  };
}

/** Rows where no column has a hole. */
export function rowsWith(columns: readonly Float64Array[]): Int32Array {
  const kept: number[] = [];
  for (let row = 0; row < columns[0].length; row++)
    if (columns.every((column) => !Number.isNaN(column[row]))) kept.push(row);
  return Int32Array.from(kept);
}
