/** One side of a set of cells: its distinct values in order, and how much mass each has. */

export interface Margin {
  /** Distinct values, ascending. */
  readonly values: Float64Array;
  /** Per cell, the index of its value. */
  readonly codes: Int32Array;
  /** Per value, the mass of its cells. */
  readonly mass: Float64Array;
  /** Mass of all cells. */
  readonly total: number;
}

/** @param mass per cell; absent: 1 each */
export function marginOf(cells: Float64Array, mass?: Float64Array): Margin {
  const { values, codes } = coded(cells);
  const sums = new Float64Array(values.length);
  let total = 0;
  for (let i = 0; i < codes.length; i++) {
    const m = mass === undefined ? 1 : mass[i];
    sums[codes[i]] += m;
    total += m;
  }
  return { values, codes, mass: sums, total };
}

/**
 * The mid-distribution value of every cell, P(X < x) + P(X = x) / 2: the mid-rank (average rank of ties,
 * less a half) as a share of the total, so that weights and counts enter alike.
 */
export function midRanks({ codes, mass, total }: Margin): Float64Array {
  const rank = new Float64Array(mass.length);
  let below = 0;
  for (let j = 0; j < mass.length; j++) {
    rank[j] = (below + mass[j] / 2) / total;
    below += mass[j];
  }
  const ranks = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) ranks[i] = rank[codes[i]];
  return ranks;
}

/**
 * The cells in ascending order of their values, by counting; equal ones stay as they are in `within`, which holds all
 * cells, or else as they come.
 */
export function inOrder({ codes, values }: Margin, within?: Int32Array): Int32Array {
  const start = new Int32Array(values.length + 1);
  for (let i = 0; i < codes.length; i++) start[codes[i] + 1]++;
  for (let j = 0; j < values.length; j++) start[j + 1] += start[j];
  const order = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const cell = within === undefined ? i : within[i];
    order[start[codes[cell]]++] = cell;
  }
  return order;
}

type Coded = Pick<Margin, "values" | "codes">;

/** Whole numbers within this width, or no further apart than there are cells, are found by their place in a list. */
const widest = 4096;

function coded(cells: Float64Array): Coded {
  let low = Infinity;
  let high = -Infinity;
  let whole = true;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value < low) low = value;
    if (value > high) high = value;
    if (value !== Math.trunc(value)) whole = false;
  }
  return whole && high - low < Math.max(widest, cells.length)
    ? byPlace(cells, low, high)
    : bySorting(cells);
}

function byPlace(cells: Float64Array, low: number, high: number): Coded {
  const codeAt = new Int32Array(high - low + 1);
  for (let i = 0; i < cells.length; i++) codeAt[cells[i] - low] = 1;
  const values = new Float64Array(codeAt.reduce((sum, present) => sum + present, 0));
  let next = 0;
  for (let place = 0; place < codeAt.length; place++) {
    if (codeAt[place] === 0) continue;
    codeAt[place] = next;
    values[next++] = low + place;
  }
  const codes = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++) codes[i] = codeAt[cells[i] - low];
  return { values, codes };
}

function bySorting(cells: Float64Array): Coded {
  const sorted = cells.toSorted();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[kept - 1]) sorted[kept++] = sorted[i];
  const values = sorted.slice(0, kept);
  const codes = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++) codes[i] = find(values, cells[i]);
  return { values, codes };
}

function find(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
