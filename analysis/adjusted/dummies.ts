/** A column as numbers a regression can use. */
import { marginOf } from "../methods/margin.ts";
import { take } from "../rows.ts";
import type { Column } from "../table.ts";

export interface Dummy {
  readonly name: string;
  readonly values: Float64Array;
}

/**
 * Unordered categories, three or more of them present: one 0/1 column for each but the lowest code, which is the
 * reference. Any other column: its own numbers. Nothing where the people at hand do not differ.
 */
export function dummies(column: Column, rows: Int32Array): Dummy[] {
  const numbers = take(column, rows);
  const { values, codes } = marginOf(numbers);
  if (values.length < 2) return [];
  if (column.level !== "nominal" || values.length < 3)
    return [{ name: column.label, values: numbers }];
  return Array.from(values.subarray(1), (value, before) => ({
    name: `${column.label}: ${column.labels?.get(value) ?? value}`,
    values: Float64Array.from(codes, (code) => (code === before + 1 ? 1 : 0)),
  }));
}
