/**
 * Columns of numbers, one row per person, and what a missing number means.
 *
 * A column keeps the smallest type that holds its values exactly: survey items are small integers, so
 * a million answers are a megabyte. In the integer types the sixteen lowest numbers are reserved: each
 * stands for one reason why there is no number.
 */

/** Level of measurement: what arithmetic the codes of a variable allow. */
export type Level = "nominal" | "binary" | "ordinal" | "count" | "interval";

/** Name of a variable, unique in a table. */
export type VariableId = string;

/** Why there is no number. The order is part of the stored format: append, never reorder. */
export const missingReasons = [
  "skipped",
  "not applicable",
  "refused",
  "not asked",
  "unreadable",
  "not joined",
] as const;
export type MissingReason = (typeof missingReasons)[number];

export type Values = Int8Array | Int16Array | Int32Array | Float64Array;

export interface Column {
  readonly id: VariableId;
  readonly label: string;
  readonly level: Level;
  /** One entry per person. Missing: a reserved code in the integer types, NaN in Float64Array. */
  readonly values: Values;
  /** Only beside Float64Array: per person 0, or 1 + the index of the reason in `missingReasons`. */
  readonly reasons?: Uint8Array;
  /** Category names by code, for nominal, binary and ordinal columns. */
  readonly labels?: ReadonlyMap<number, string>;
  /** For a score: the columns it was made from, all pointing the same way. */
  readonly items?: readonly Column[];
}

/** People by variables. All columns, and the weights, have `rows` entries. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<VariableId, Column>;
}

/** Every code at or below this value is a reserved one: `lowest + index of the reason`. */
const reserved = 16;
const lowest = (values: Values): number =>
  values instanceof Int8Array ? -128 : values instanceof Int16Array ? -32768 : -2147483648;

/** The largest code of an integer column that still means "missing"; -Infinity for Float64Array. */
export const missingLimit = (values: Values): number =>
  values instanceof Float64Array ? -Infinity : lowest(values) + reserved - 1;

/** The code that stands for a reason in this type of column; NaN for Float64Array. */
export const missingCode = (values: Values, reason: MissingReason): number =>
  values instanceof Float64Array ? NaN : lowest(values) + missingReasons.indexOf(reason);

/** The number of one person, NaN where it is missing. */
export function numberAt(column: Column, row: number): number {
  const value = column.values[row];
  return value <= missingLimit(column.values) ? NaN : value;
}

/** Why the number of one person is missing; undefined where it is not. */
export function reasonAt(column: Column, row: number): MissingReason | undefined {
  const value = column.values[row];
  if (column.values instanceof Float64Array) {
    if (!Number.isNaN(value)) return undefined;
    return missingReasons[(column.reasons?.[row] ?? 1) - 1] ?? "skipped";
  }
  return value <= missingLimit(column.values)
    ? missingReasons[value - lowest(column.values)]
    : undefined;
}

/** The numbers of a column as Float64Array, NaN where missing (a copy, except where nothing need change). */
export function asNumbers(column: Column): Float64Array {
  if (column.values instanceof Float64Array) return column.values;
  const limit = missingLimit(column.values);
  return Float64Array.from(column.values, (value) => (value <= limit ? NaN : value));
}

/** The column of that name; a RangeError names what is not there. */
export function columnOf(table: Table, id: VariableId): Column {
  const column = table.columns.get(id);
  if (column === undefined) throw new RangeError(`table requires a column "${id}"`);
  return column;
}
