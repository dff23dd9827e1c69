/**
 * How counts of replicates, and features of people, are laid out for their products: as real numbers, or, where all
 * are small whole numbers, in a quarter of the room and of the time.
 */
import { missingLimit, type Column } from "../table.ts";
import { centredColumns, type Centred } from "./centred.ts";
import type { Kernels, Machine } from "./kernels.ts";

/** People of a block: a panel of four columns by so many rows. */
export const rows = 128;

export interface PanelKind {
  readonly whole: boolean;
  readonly panelBytes: number;
  /** From one of the four columns to the next. */
  readonly columnBytes: number;
  /** Where a row begins. */
  rowBytes(row: number): number;
  /** The columns as they enter products, the outcome first. */
  readonly columns: readonly Centred[];
  /** The memory as numbers that are multiplied, and as their sums. */
  factors(buffer: ArrayBuffer): Float64Array | Int16Array;
  sums(buffer: ArrayBuffer): Float64Array | Int32Array;
  products(kernels: Kernels): Kernels["products"];
}

/** @param counted whether counts are whole numbers: nobody has a weight */
export function panelKind(
  columns: readonly Column[],
  { counted, machine }: { readonly counted: boolean; readonly machine: Machine | undefined },
): PanelKind {
  const small = columns.every(
    ({ values }) => values instanceof Int8Array && values.length * largest ** 2 < 2 ** 31,
  );
  if (!counted || !small) return { ...realPanels, columns: centredColumns(columns, machine) };
  // Bytes that are no codes for "missing" lie from -112 to 127: at most 120 from 8.
  const centred = columns.map(({ values }) => {
    return { values, limit: missingLimit(values), centre: 8, scale: 1 };
  });
  return { ...wholePanels, columns: centred };
}

const largest = 120;

const realPanels: Omit<PanelKind, "columns"> = {
  whole: false,
  panelBytes: 32 * rows,
  columnBytes: 8,
  rowBytes: (row) => 32 * row,
  factors: (buffer) => new Float64Array(buffer),
  sums: (buffer) => new Float64Array(buffer),
  products: (kernels) => kernels.products,
};

/** Two rows of a column stand side by side. */
const wholePanels: Omit<PanelKind, "columns"> = {
  whole: true,
  panelBytes: 8 * rows,
  columnBytes: 4,
  rowBytes: (row) => 16 * (row >> 1) + 2 * (row & 1),
  factors: (buffer) => new Int16Array(buffer),
  sums: (buffer) => new Int32Array(buffer),
  products: (kernels) => kernels.wholeProducts,
};
