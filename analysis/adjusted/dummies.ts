/** A column as numbers a regression can use. */
import { marginOf } from "../methods/margin.ts";
import { varies } from "../methods/pearson.ts";
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
  if (!varies(numbers)) return [];
  const plain = [{ name: column.label, values: numbers }];
  if (column.level !== "nominal") return plain;
  const { values, codes } = marginOf(numbers);
  if (values.length < 3) return plain;
  return Array.from(values.subarray(1), (value, before) => {
    const chosen = new Float64Array(codes.length);
    for (let i = 0; i < codes.length; i++) if (codes[i] === before + 1) chosen[i] = 1;
    return { name: `${column.label}: ${column.labels?.get(value) ?? value}`, values: chosen };
  });
}
