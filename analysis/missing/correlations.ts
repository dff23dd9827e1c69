/** Correlations of columns with holes: by pairs, or of the complete people only. */
import { weightedCorrelations, type CorrelationMatrix } from "../importance/correlations.ts";
import { correlate } from "../methods/pearson.ts";
import { place, triangle } from "../numeric/matrix.ts";
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
  const values = new Float64Array(triangle(columns.length));
  const people = new Int32Array(values.length);
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j <= i; j++) {
      const rows = rowsWith([columns[i], columns[j]]);
      const at = place(i, j);
      people[at] = rows.length;
      if (rows.length < 3) return { ok: false, because: "too few pairs", columns: [j, i] };
      const line = correlate(pick(columns[i], rows), pick(columns[j], rows));
      if (line === undefined) return { ok: false, because: "no variation", columns: [j, i] };
      values[at] = i === j ? 1 : line.r;
    }
  return { ok: true, correlations: { size: columns.length, values }, people };
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
