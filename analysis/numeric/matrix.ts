/**
 * Symmetric matrices, kept as their lower triangle row by row, and what is left of them when a column
 * has been accounted for.
 *
 * Entry (i, j) with j <= i stands at i (i + 1) / 2 + j, so the leading block of any order is a prefix:
 * to drop the last column costs nothing.
 */

export interface Symmetric {
  readonly size: number;
  /** size (size + 1) / 2 numbers. */
  readonly values: Float64Array;
}

/** Numbers in the triangle of that many rows; also where the row after them starts. */
export const triangle = (rows: number): number => (rows * (rows + 1)) / 2;

/** Where entry (i, j) stands, in either order. */
export const place = (i: number, j: number): number => (i >= j ? triangle(i) + j : triangle(j) + i);

export const entry = (matrix: Symmetric, i: number, j: number): number =>
  matrix.values[place(i, j)];

/** The matrix whose entries are `of(i, j)`, asked for j <= i only. */
export function symmetricOf(size: number, of: (i: number, j: number) => number): Symmetric {
  const values = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) values[triangle(i) + j] = of(i, j);
  return { size, values };
}

/**
 * A column counts as a combination of the others when less than this share of its variance is left.
 * Correlations are good to about 1e-15 and lose a few digits in each step: 1e-10 is well above the
 * noise and well below anything a survey can tell apart.
 */
export const leastPivot = 1e-10;

/**
 * Accounts for the last of `rows` rows: writes what the leading rows keep, A - a a' / d, to `to`.
 * `from` and `to` are offsets into the same array and may be equal.
 */
export function eliminateLast(values: Float64Array, from: number, to: number, rows: number): void {
  const last = rows - 1;
  const row = from + triangle(last);
  const inverse = 1 / values[row + last];
  let read = from;
  let write = to;
  for (let i = 0; i < last; i++) {
    const factor = values[row + i] * inverse;
    for (let j = 0; j <= i; j++) values[write++] = values[read++] - factor * values[row + j];
  }
}

/** Accounts for one row among `rows`, in place: its own entries become 0, so it can add nothing again. */
export function eliminateInside(
  values: Float64Array,
  at: number,
  pivot: number,
  rows: number,
): void {
  const inverse = 1 / values[at + place(pivot, pivot)];
  for (let i = 0; i < rows; i++) {
    if (i === pivot) continue;
    const factor = values[at + place(i, pivot)] * inverse;
    for (let j = 0; j <= i; j++)
      if (j !== pivot) values[at + triangle(i) + j] -= factor * values[at + place(j, pivot)];
  }
  for (let i = 0; i < rows; i++) values[at + place(i, pivot)] = 0;
}

/**
 * Cholesky: the lower triangle L with L L' = A, for A without negative directions. A row that is a
 * combination of those before it gets a zero on the diagonal.
 */
export function lowerRoot({ size, values }: Symmetric): Float64Array {
  const root = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = values[triangle(i) + j];
      for (let k = 0; k < j; k++) rest -= root[triangle(i) + k] * root[triangle(j) + k];
      const pivot = root[place(j, j)];
      if (i === j)
        root[place(i, i)] = rest > leastPivot * values[place(i, i)] ? Math.sqrt(rest) : 0;
      else root[triangle(i) + j] = pivot > 0 ? rest / pivot : 0;
    }
  return root;
}

/** The x with L L' x = right, L as `lowerRoot` gives it; rows with a zero on the diagonal get 0. */
export function solveRoot(root: Float64Array, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] -= root[triangle(i) + k] * x[k];
    x[i] = root[place(i, i)] > 0 ? x[i] / root[place(i, i)] : 0;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= root[triangle(k) + i] * x[k];
    x[i] = root[place(i, i)] > 0 ? x[i] / root[place(i, i)] : 0;
  }
  return x;
}
