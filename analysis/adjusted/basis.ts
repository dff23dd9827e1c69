/**
 * An orthonormal basis of some columns, and what it leaves of another: least squares without ever squaring
 * the condition of the data, as normal equations would.
 *
 * Gram-Schmidt, repeated where a step took most of a column away (Daniel, Gragg, Kaufman & Stewart 1976): as
 * accurate as Householder reflections, and every inner loop runs along columns.
 */

export interface Basis {
  /** Orthonormal columns; the first is the intercept. */
  readonly columns: readonly Float64Array[];
  /** Which of the given columns each basis column after the intercept came from; repeated ones are left out. */
  readonly from: readonly number[];
  /** Per kept column, its coordinates on the basis columns up to its own (upper triangle of QR). */
  readonly coordinates: readonly Float64Array[];
  /** Roots of the weights, by which all columns are multiplied; absent: unweighted. */
  readonly roots: Float64Array | undefined;
}

/** A column counts as a combination of the others when less than this share of its spread is left. */
const leastLeft = 1e-10;
/** And as constant when its spread is less than this share of its size. */
const leastSpread = 1e-13;
/** Below this length the squares of numbers vanish, and with them all that is computed from squares. */
const vanishing = 1e-140;

const isRounding = (length: number, spread: number, size: number): boolean =>
  spread <= Math.max(vanishing, leastSpread * size) ||
  length <= Math.max(vanishing, leastLeft * spread);

/** Intercept and columns, each of n numbers. @param roots square roots of positive weights */
export function basisOf(columns: readonly Float64Array[], n: number, roots?: Float64Array): Basis {
  const one = roots?.slice() ?? new Float64Array(n).fill(1);
  const size = Math.sqrt(dot(one, one));
  for (let i = 0; i < n; i++) one[i] /= size;
  const intercept = { columns: [one], from: [], coordinates: [], roots };
  return extend(intercept, columns);
}

/** The basis with further columns; their numbers in `from` go on from 0. */
export function extend(basis: Basis, columns: readonly Float64Array[]): Basis {
  const kept = [...basis.columns];
  const from = [...basis.from];
  const coordinates = [...basis.coordinates];
  columns.forEach((column, at) => {
    const left = scaled(column, basis.roots);
    const size = norm(left);
    const onto = new Float64Array(kept.length + 1);
    onto[0] = removeOne(left, kept[0]);
    const spread = norm(left);
    removeAll(left, kept, onto);
    const length = norm(left);
    if (isRounding(length, spread, size)) return;
    onto[kept.length] = length;
    for (let i = 0; i < left.length; i++) left[i] /= length;
    kept.push(left);
    from.push(at);
    coordinates.push(onto);
  });
  return { columns: kept, from, coordinates, roots: basis.roots };
}

export interface Residual {
  /** What the basis leaves, multiplied by the roots of the weights; zeros where it leaves only rounding. */
  readonly values: Float64Array;
  /** Length of `values`; exactly 0 where the basis determines the column. */
  readonly length: number;
  /** Coordinates of the column on the basis. */
  readonly onto: Float64Array;
}

export function residualOf(column: Float64Array, basis: Basis): Residual {
  const values = scaled(column, basis.roots);
  const size = norm(values);
  const onto = new Float64Array(basis.columns.length);
  onto[0] = removeOne(values, basis.columns[0]);
  const spread = norm(values);
  removeAll(values, basis.columns, onto);
  const length = norm(values);
  return { values, length: isRounding(length, spread, size) ? 0 : length, onto };
}

/** Regression coefficients of the kept columns (without the intercept) from coordinates on the basis. */
export function coefficients({ coordinates }: Basis, onto: Float64Array): Float64Array {
  const solved = new Float64Array(coordinates.length);
  for (let j = coordinates.length - 1; j >= 0; j--) {
    let rest = onto[j + 1];
    for (let i = j + 1; i < coordinates.length; i++) rest -= coordinates[i][j + 1] * solved[i];
    solved[j] = rest / coordinates[j][j + 1];
  }
  return solved;
}

function scaled(column: Float64Array, roots: Float64Array | undefined): Float64Array {
  const copy = column.slice();
  if (roots !== undefined) for (let i = 0; i < copy.length; i++) copy[i] *= roots[i];
  return copy;
}

/** Takes away what lies along the columns, again where little is left (rounding is then as large as the rest). */
function removeAll(v: Float64Array, columns: readonly Float64Array[], onto: Float64Array): void {
  for (let before = norm(v), pass = 0; pass < 3; pass++) {
    let j = 0;
    for (; j + 3 < columns.length; j += 4) removeFour(v, columns, { j, onto });
    for (; j < columns.length; j++) onto[j] += removeOne(v, columns[j]);
    const after = norm(v);
    if (after > 0.5 * before || after === 0) return;
    before = after;
  }
}

/** Four columns at a time, so that v is read once for all of them. */
function removeFour(
  v: Float64Array,
  columns: readonly Float64Array[],
  { j, onto }: { readonly j: number; readonly onto: Float64Array },
): void {
  const [a, b, c, d] = [columns[j], columns[j + 1], columns[j + 2], columns[j + 3]];
  let [alongA, alongB, alongC, alongD] = [0, 0, 0, 0];
  for (let i = 0; i < v.length; i++) {
    alongA += v[i] * a[i];
    alongB += v[i] * b[i];
    alongC += v[i] * c[i];
    alongD += v[i] * d[i];
  }
  for (let i = 0; i < v.length; i++)
    v[i] -= alongA * a[i] + alongB * b[i] + (alongC * c[i] + alongD * d[i]);
  onto[j] += alongA;
  onto[j + 1] += alongB;
  onto[j + 2] += alongC;
  onto[j + 3] += alongD;
}

function removeOne(v: Float64Array, unit: Float64Array): number {
  const along = dot(v, unit);
  for (let i = 0; i < v.length; i++) v[i] -= along * unit[i];
  return along;
}

/** Four sums side by side: one alone would wait for each addition. */
export function dot(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < a.length; i++) s0 += a[i] * b[i];
  return s0 + s1 + (s2 + s3);
}

const norm = (v: Float64Array): number => Math.sqrt(dot(v, v));
