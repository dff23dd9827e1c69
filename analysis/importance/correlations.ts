/**
 * Correlation matrices, once or a thousand times: the same people counted with other weights.
 *
 * The bootstrap needs the correlations of many columns under many sets of counts. The columns are
 * standardised once and laid side by side, one row per person with a column of ones; each set of counts
 * then is one weighted cross product of those rows, made in tiles of 3 x 3 sums that stay in registers.
 * Rows with a weight of zero cost nothing. Standardising first means that nothing cancels: a column at
 * 1e8 with a standard deviation of 1 gives the same correlations as the column moved to 0.
 */
import { type Symmetric, entry, triangle } from "../numeric/matrix.ts";

/** Ones on the diagonal; a column that does not vary has zeros throughout, its diagonal included. */
export type CorrelationMatrix = Symmetric;

/** Pearson correlations of all columns, weighted where weights are given; no value may be missing. */
export const weightedCorrelations = (
  columns: readonly Float64Array[],
  weights?: Float64Array,
): CorrelationMatrix => correlator(columns, weights)();

/** Correlations of the columns as a function of how often each person is counted (once where omitted). */
export function correlator(
  columns: readonly Float64Array[],
  weights?: Float64Array,
): (counts?: Float64Array) => CorrelationMatrix {
  const rows = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== rows))
    throw new RangeError(
      `correlator requires columns of equal length, got ${columns.map((column) => column.length).join(", ")}`,
    );
  const base = weights ?? new Float64Array(rows).fill(1);
  if (base.length !== rows)
    throw new RangeError(`correlator requires ${rows} weights, got ${base.length}`);
  const layout = sideBySide(columns, base);
  const product = new Float64Array(rows);
  return (counts) => {
    if (counts === undefined) return toCorrelations(crossProducts(layout, base), columns.length);
    for (let i = 0; i < rows; i++) product[i] = base[i] * counts[i];
    return toCorrelations(crossProducts(layout, product), columns.length);
  };
}

/** One row of `stride` numbers per person: a one, the standardised columns, zeros up to a multiple of 3. */
interface Layout {
  readonly stride: number;
  readonly values: Float64Array;
}

function sideBySide(columns: readonly Float64Array[], weights: Float64Array): Layout {
  const stride = tile * Math.ceil((columns.length + 1) / tile);
  const values = new Float64Array(weights.length * stride);
  for (let i = 0; i < weights.length; i++) values[i * stride] = 1;
  for (const [j, column] of columns.entries()) {
    const { mean, deviation } = spread(column, weights);
    if (deviation === 0) continue;
    for (let i = 0; i < column.length; i++)
      values[i * stride + j + 1] = (column[i] - mean) / deviation;
  }
  return { stride, values };
}

/** Weighted mean and standard deviation in two passes; 0 for a deviation that is only rounding. */
function spread(column: Float64Array, weights: Float64Array): { mean: number; deviation: number } {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < column.length; i++) {
    total += weights[i];
    sum += weights[i] * column[i];
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < column.length; i++) squares += weights[i] * (column[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / total);
  return { mean, deviation: deviation > 1e-13 * Math.abs(mean) ? deviation : 0 };
}

const tile = 3;
/** Rows that are multiplied together: two copies of them stay in the first-level cache. */
const rowsAtOnce = 48;

/** Weighted sums of products of all pairs of columns, of which the first is the column of ones. */
function crossProducts({ stride, values }: Layout, weights: Float64Array): Symmetric {
  const tiles = stride / tile;
  const sums = new Float64Array(triangle(tiles) * tile * tile);
  const left = new Float64Array(rowsAtOnce * stride);
  const right = new Float64Array(rowsAtOnce * stride);
  let filled = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (weight === 0) continue;
    for (let j = 0, read = i * stride; j < stride; j++, read++, filled++) {
      right[filled] = values[read];
      left[filled] = weight * values[read];
    }
    if (filled === left.length) {
      addProducts(left, right, { filled, stride, sums });
      filled = 0;
    }
  }
  addProducts(left, right, { filled, stride, sums });
  return untiled(sums, stride);
}

interface Block {
  readonly filled: number;
  readonly stride: number;
  readonly sums: Float64Array;
}

function addProducts(
  left: Float64Array,
  right: Float64Array,
  { filled, stride, sums }: Block,
): void {
  let at = 0;
  for (let i = 0; i < stride; i += tile)
    for (let j = 0; j <= i; j += tile) {
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s20 = 0;
      let s21 = 0;
      let s22 = 0;
      for (let row = 0; row < filled; row += stride) {
        const y0 = right[row + j];
        const y1 = right[row + j + 1];
        const y2 = right[row + j + 2];
        const x0 = left[row + i];
        s00 += x0 * y0;
        s01 += x0 * y1;
        s02 += x0 * y2;
        const x1 = left[row + i + 1];
        s10 += x1 * y0;
        s11 += x1 * y1;
        s12 += x1 * y2;
        const x2 = left[row + i + 2];
        s20 += x2 * y0;
        s21 += x2 * y1;
        s22 += x2 * y2;
      }
      sums[at] += s00;
      sums[at + 1] += s01;
      sums[at + 2] += s02;
      sums[at + 3] += s10;
      sums[at + 4] += s11;
      sums[at + 5] += s12;
      sums[at + 6] += s20;
      sums[at + 7] += s21;
      sums[at + 8] += s22;
      at += tile * tile;
    }
}

function untiled(sums: Float64Array, size: number): Symmetric {
  const values = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++) {
    const tileRow = Math.floor(i / tile);
    for (let j = 0; j <= i; j++) {
      const square = triangle(tileRow) + Math.floor(j / tile);
      values[triangle(i) + j] = sums[square * tile * tile + (i % tile) * tile + (j % tile)];
    }
  }
  return { size, values };
}

/** Takes the means out (row 0 holds the sums) and scales; what is left of a constant column is zeros. */
function toCorrelations(products: Symmetric, size: number): CorrelationMatrix {
  const total = entry(products, 0, 0);
  const covariance = (i: number, j: number): number =>
    entry(products, i + 1, j + 1) - (entry(products, i + 1, 0) * entry(products, j + 1, 0)) / total;
  const scale = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const variance = covariance(i, i);
    scale[i] = variance > constant * total ? 1 / Math.sqrt(variance) : 0;
  }
  const values = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++) {
    if (scale[i] === 0) continue;
    for (let j = 0; j < i; j++) {
      const r = scale[j] === 0 ? 0 : covariance(i, j) * scale[i] * scale[j];
      values[triangle(i) + j] = Math.max(-1, Math.min(1, r));
    }
    values[triangle(i) + i] = 1;
  }
  return { size, values };
}

/** The columns have variance 1 over everybody: below this among those drawn, all drawn are alike. */
const constant = 1e-12;
