/** People who miss the same columns, taken together: all that a normal distribution needs to know of them. */
import { dot } from "../adjusted/basis.ts";
import { symmetricOf, type Symmetric } from "../numeric/matrix.ts";
import { pick } from "../rows.ts";

export interface Pattern {
  readonly answered: number[];
  readonly missing: number[];
  readonly n: number;
  /** Sum of the weights; n where everybody counts once. */
  readonly mass: number;
  /** Of the answered columns: means, and cross-products about them (none for one person alone). */
  readonly mean: Float64Array;
  readonly products: Symmetric | undefined;
}

/**
 * Every pattern that occurs; people who answered nothing are left out.
 *
 * @param weights above 0; absent: everybody counts once
 */
export function patternsOf(columns: readonly Float64Array[], weights?: Float64Array): Pattern[] {
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
    const kept = Int32Array.from(rows);
    const own = answered.map((at) => pick(columns[at], kept));
    const weight =
      weights === undefined ? new Float64Array(rows.length).fill(1) : pick(weights, kept);
    const mass = weight.reduce((total, w) => total + w, 0);
    const mean = Float64Array.from(own, (values) => dot(values, weight) / mass);
    const centred = own.map((values, j) => values.map((value) => value - mean[j]));
    const weighted = centred.map((values) => values.map((value, i) => value * weight[i]));
    return {
      answered,
      missing: places(key, "-"),
      n: rows.length,
      mass,
      mean,
      products:
        rows.length > 1
          ? symmetricOf(own.length, (i, j) => dot(weighted[i], centred[j]))
          : undefined,
    };
  });
}
