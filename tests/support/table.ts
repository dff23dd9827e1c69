import type { Column, Table } from "../../analysis/table.ts";

/** Columns of the same people, side by side. */
export const tableOf = (columns: readonly Column[]): Table => ({
  rows: columns[0]!.values.length,
  columns: new Map(columns.map((one) => [one.id, one])),
});
