/** The covariances of items, and the moments that reliability needs of them. */
import { entry, lowerRoot, place, triangle, type Symmetric } from "../numeric/matrix.ts";

/** Denominator n - 1. @param items one column each of the same people, none missing */
export function covariances(items: readonly Float64Array[]): Symmetric {
  const n = items[0]?.length ?? 0;
  if (items.some((item) => item.length !== n))
    throw new RangeError(
      `covariances requires columns of equal length, got ${items.map((item) => item.length).join(", ")}`,
    );
  const centred = items.map((item) => {
    const mean = item.reduce((sum, value) => sum + value, 0) / n;
    return item.map((value) => value - mean);
  });
  const values = new Float64Array(triangle(items.length));
  centred.forEach((one, i) => {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let row = 0; row < n; row++) sum += one[row] * centred[j][row];
      values[place(i, j)] = sum / (n - 1);
    }
  });
  return { size: items.length, values };
}

/** With mean 0 and, n as denominator, variance 1; one that does not vary becomes zeros. */
export function standardised(item: Float64Array): Float64Array {
  const mean = item.reduce((sum, value) => sum + value, 0) / item.length;
  const squares = item.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / item.length) || 1;
  return item.map((value) => (value - mean) / sd);
}

/** Sum of all entries of the full matrix: the variance of the sum of the items. */
export const total = ({ size, values }: Symmetric): number =>
  2 * values.reduce((sum, value) => sum + value, 0) - trace({ size, values });

export function trace(matrix: Symmetric): number {
  let sum = 0;
  for (let i = 0; i < matrix.size; i++) sum += entry(matrix, i, i);
  return sum;
}

/** ln of the determinant; undefined where a row is a combination of others. */
export function logDeterminant(matrix: Symmetric): number | undefined {
  const root = lowerRoot(matrix);
  let sum = 0;
  for (let i = 0; i < matrix.size; i++) {
    const pivot = root[place(i, i)];
    if (!(pivot > 0)) return undefined;
    sum += 2 * Math.log(pivot);
  }
  return sum;
}

/** Covariances divided by the standard deviations. */
export function toCorrelations(matrix: Symmetric): Symmetric {
  const sd = Array.from({ length: matrix.size }, (_, i) => Math.sqrt(entry(matrix, i, i)));
  const values = new Float64Array(matrix.values.length);
  for (let i = 0; i < matrix.size; i++)
    for (let j = 0; j <= i; j++)
      values[place(i, j)] = i === j ? 1 : entry(matrix, i, j) / (sd[i] * sd[j]);
  return { size: matrix.size, values };
}

/** The matrix without one row and column. */
export function without(matrix: Symmetric, left: number): Symmetric {
  const size = matrix.size - 1;
  const values = new Float64Array(triangle(size));
  const from = (i: number) => (i < left ? i : i + 1);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) values[place(i, j)] = entry(matrix, from(i), from(j));
  return { size, values };
}
