/** Columns with few values, ready to be counted. */
import { missingLimit, type Column } from "../table.ts";

/** A column with few values: `codes` index into `values` (ascending); `values.length` means missing. */
export interface Discrete {
  readonly codes: Uint8Array;
  readonly values: Float64Array;
}

/** More values than this are not worth a table. */
export const mostValues = 60;

/** The column by its distinct values, or undefined where it has too many. */
export function discrete(column: Column): Discrete | undefined {
  const distinct = distinctValues(column);
  if (distinct === undefined) return undefined;
  const values = Float64Array.from(distinct).sort();
  const codes = new Uint8Array(column.values.length);
  if (column.values instanceof Int8Array) {
    const codeOf = new Uint8Array(256).fill(values.length);
    values.forEach((value, code) => (codeOf[value + 128] = code));
    for (let row = 0; row < codes.length; row++) codes[row] = codeOf[column.values[row] + 128];
  } else {
    const codeOf = new Map(Array.from(values, (value, code) => [value, code]));
    for (let row = 0; row < codes.length; row++)
      codes[row] = codeOf.get(column.values[row]) ?? values.length;
  }
  return { codes, values };
}

function distinctValues(column: Column): Iterable<number> | undefined {
  const limit = missingLimit(column.values);
  if (column.values instanceof Int8Array) {
    const seen = new Uint8Array(256);
    for (let row = 0; row < column.values.length; row++) seen[column.values[row] + 128] = 1;
    const values: number[] = [];
    for (let value = limit + 1; value < 128; value++)
      if (seen[value + 128] === 1) values.push(value);
    return values.length <= mostValues ? values : undefined;
  }
  const seen = new Set<number>();
  for (const value of column.values) {
    if (value <= limit || Number.isNaN(value)) continue;
    seen.add(value);
    if (seen.size > mostValues) return undefined;
  }
  return seen;
}
