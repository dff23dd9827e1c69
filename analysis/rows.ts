/** Listwise deletion: the people who have every column, and their numbers. */
import { missingLimit, type Column } from "./table.ts";

/** Rows where no column is missing, ascending; all columns must have as many rows as the first. */
export function completeRows(columns: readonly Column[]): Int32Array {
  const people = columns[0]?.values.length ?? 0;
  const lost = new Uint8Array(people);
  for (const { values } of columns) {
    if (values.length !== people)
      throw new RangeError(
        `completeRows requires columns of equal length, got ${people} and ${values.length}`,
      );
    const limit = missingLimit(values);
    // NaN is not above any limit either.
    for (let row = 0; row < people; row++) if (!(values[row] > limit)) lost[row] = 1;
  }
  const rows = new Int32Array(people);
  let kept = 0;
  for (let row = 0; row < people; row++) if (lost[row] === 0) rows[kept++] = row;
  return rows.subarray(0, kept);
}

/** The numbers of a column at the given rows, none of which may be missing. */
export const take = ({ values }: Column, rows: Int32Array): Float64Array => pick(values, rows);

/** The numbers at the given rows. */
export function pick(values: ArrayLike<number>, rows: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
  return picked;
}
