/** People who miss the same columns, taken together: all that a normal distribution needs to know of them. */
import { dot } from "../adjusted/basis.ts";
import { symmetricOf, type Symmetric } from "../numeric/matrix.ts";
import { pick } from "../rows.ts";

export interface Pattern {
  readonly answered: number[];
  readonly missing: number[];
  readonly n: number;
  /** Of the answered columns: means, and cross-products about them (none for one person alone). */
  readonly mean: Float64Array;
  readonly products: Symmetric | undefined;
}

/** Every pattern that occurs; people who answered nothing are left out. */
export function patternsOf(columns: readonly Float64Array[]): Pattern[] {
  const rowsBy = new Map<string, number[]>();
  for (let row = 0; row < columns[0].length; row++) {
    const key = columns.map((column) => (Number.isNaN(column[row]) ? "-" : "x")).join("");
    const rows = rowsBy.get(key) ?? [];
    rows.push(row);
    rowsBy.set(key, rows);
  }
  const places = (key: string, mark: string) =>
    [...key].flatMap((one, at) => (one === mark ? [at] : []));
  return [...rowsBy].flatMap(([key, rows]) => {
    const answered = places(key, "x");
    if (answered.length === 0) return [];
    const own = answered.map((at) => pick(columns[at], Int32Array.from(rows)));
    const mean = Float64Array.from(
      own,
      (values) => values.reduce((total, value) => total + value, 0) / rows.length,
    );
    const centred = own.map((values, j) => values.map((value) => value - mean[j]));
    return {
      answered,
      missing: places(key, "-"),
      n: rows.length,
      mean,
      products:
        rows.length > 1
          ? symmetricOf(own.length, (i, j) => dot(centred[i], centred[j]))
          : undefined,
    };
  });
}
