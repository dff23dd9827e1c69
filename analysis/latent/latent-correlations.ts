/**
 * The correlation matrix behind answers of mixed levels, pair by pair: Pearson between numbers, polyserial between a
 * number and an ordered answer, polychoric between two ordered answers (Jöreskog 1994; Drasgow 1986). A yes or no is
 * an ordered answer of two categories.
 *
 * Every pair is taken on the people who have both. Put together, the matrix may be one that nobody could have, or so
 * nearly one that a regression on it would be made of rounding: where the smallest eigenvalue is below 1e-8 it is
 * smoothed (smooth.ts), and `smoothed` says so.
 *
 * Assumes normal variables behind the answers. Counts and salaries enter as the numbers they are: take logarithms
 * first. Hazards: the coefficients are larger than those of the scores, the more so the fewer the categories; two yes
 * or no answers with a cell of nobody have no estimate, and get half a person there (`adjusted` names the pairs).
 */
import { crossTable } from "../methods/cross-table.ts";
import { marginOf } from "../methods/margin.ts";
import { massOf, type Pairs } from "../methods/method.ts";
import { correlate, varies } from "../methods/pearson.ts";
import { place, triangle, type Symmetric } from "../numeric/matrix.ts";
import { pick } from "../rows.ts";
import { asNumbers, type Column } from "../table.ts";
import { polychoric, type LatentCorrelation } from "./polychoric.ts";
import { polyserial } from "./polyserial.ts";
import { smoothCorrelations } from "./smooth.ts";
import { adjustedForEmptyCell } from "./tetrachoric.ts";

/** Places of two columns. */
type Pair = readonly [number, number];

export type LatentCorrelations =
  | {
      readonly ok: true;
      readonly correlations: Symmetric;
      /** Before smoothing. */
      readonly smallestEigenvalue: number;
      readonly smoothed: boolean;
      /** Pairs of yes or no answers with half a person moved into their empty cell. */
      readonly adjusted: readonly Pair[];
    }
  | {
      readonly ok: false;
      readonly because: "too few pairs" | "no variation" | "no interior maximum" | "no order";
      /** The first two columns without a correlation; twice the same where it is named categories without order. */
      readonly columns: Pair;
    };

export interface LatentOptions {
  /** Survey weights, one per person; who has none above 0 is left out. */
  readonly weights?: Float64Array;
}

/** @param columns of the same people; a nominal one must have no more than two categories */
export function latentCorrelations(
  columns: readonly Column[],
  { weights }: LatentOptions = {},
): LatentCorrelations {
  const sides = columns.map(sideOf);
  const unordered = sides.findIndex(({ kind }) => kind === "unordered");
  if (unordered >= 0) return { ok: false, because: "no order", columns: [unordered, unordered] };
  const values = new Float64Array(triangle(columns.length)).fill(1);
  const adjusted: Pair[] = [];
  for (let i = 1; i < columns.length; i++)
    for (let j = 0; j < i; j++) {
      const pairs = pairsOf([sides[j], sides[i]], weights);
      const found = pairs.n < 3 ? tooFew : between(pairs, [sides[j], sides[i]]);
      if (!found.ok) return { ok: false, because: found.because, columns: [j, i] };
      values[place(i, j)] = found.rho;
      if (found.adjusted) adjusted.push([j, i]);
    }
  const raw = { size: columns.length, values };
  const { matrix, smallestEigenvalue, changed } = smoothCorrelations(raw, leastEigenvalue);
  return { ok: true, correlations: matrix, smallestEigenvalue, smoothed: changed, adjusted };
}

/** A regression loses a digit for every power of ten: below this too few are left. */
const leastEigenvalue = 1e-8;

interface Side {
  readonly values: Float64Array;
  readonly kind: "number" | "ordered" | "unordered";
}

function sideOf(column: Column): Side {
  const values = asNumbers(column);
  if (column.level === "interval" || column.level === "count") return { values, kind: "number" };
  if (column.level !== "nominal") return { values, kind: "ordered" };
  const categories = new Set(values);
  categories.delete(NaN);
  return { values, kind: categories.size > 2 ? "unordered" : "ordered" };
}

function pairsOf([x, y]: readonly [Side, Side], weights: Float64Array | undefined): Pairs {
  const rows = new Int32Array(x.values.length);
  let n = 0;
  for (let row = 0; row < rows.length; row++)
    if (x.values[row] === x.values[row] && y.values[row] === y.values[row])
      if (weights === undefined || weights[row] > 0) rows[n++] = row;
  const kept = rows.subarray(0, n);
  const pairs = { x: pick(x.values, kept), y: pick(y.values, kept), n };
  return weights === undefined ? pairs : { ...pairs, weight: pick(weights, kept) };
}

type Found =
  | { readonly ok: true; readonly rho: number; readonly adjusted?: boolean }
  | { readonly ok: false; readonly because: Exclude<LatentCorrelations, { ok: true }>["because"] };

const tooFew: Found = { ok: false, because: "too few pairs" };
const constant: Found = { ok: false, because: "no variation" };

function between(pairs: Pairs, [x, y]: readonly [Side, Side]): Found {
  if (!varies(pairs.x) || !varies(pairs.y)) return constant;
  if (x.kind === "number" && y.kind === "number") {
    const line = correlate(pairs.x, pairs.y, massOf(pairs));
    return line === undefined ? constant : { ok: true, rho: line.r };
  }
  if (x.kind === "ordered" && y.kind === "ordered") return betweenOrdered(pairs);
  return polyserial(inCells(x.kind === "number" ? pairs : { ...pairs, x: pairs.y, y: pairs.x }));
}

function betweenOrdered(pairs: Pairs): Found {
  const table = crossTable(pairs);
  const found: LatentCorrelation = polychoric(table);
  if (found.ok || table.cells.length !== 4) return found;
  const [n00, n01, n10, n11] = table.cells;
  const adjusted = adjustedForEmptyCell([n00, n01, n10, n11])?.keepingMargins;
  return adjusted?.ok ? { ...adjusted, adjusted: true } : found;
}

/** People with the same two answers together, where that makes far fewer of them. */
function inCells(pairs: Pairs): Pairs {
  const [x, y] = [marginOf(pairs.x), marginOf(pairs.y)];
  const cells = x.values.length * y.values.length;
  if (2 * cells > pairs.n) return pairs;
  const mass = new Float64Array(cells);
  for (let i = 0; i < pairs.n; i++)
    mass[x.codes[i] * y.values.length + y.codes[i]] += pairs.weight?.[i] ?? 1;
  const held = Int32Array.from(mass.keys()).filter((cell) => mass[cell] > 0);
  return {
    x: Float64Array.from(held, (cell) => x.values[Math.floor(cell / y.values.length)]),
    y: Float64Array.from(held, (cell) => y.values[cell % y.values.length]),
    ...(pairs.weight === undefined ? { count: pick(mass, held) } : { weight: pick(mass, held) }),
    n: pairs.n,
  };
}
