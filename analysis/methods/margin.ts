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
  const values = distinct(cells);
  const codes = new Int32Array(cells.length);
  const sums = new Float64Array(values.length);
  let total = 0;
  // Cells of a table come in runs of one value, and near-sorted data in short steps: try there first.
  let code = 0;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (values[code] !== value) code = values[code + 1] === value ? code + 1 : find(values, value);
    codes[i] = code;
    const m = mass === undefined ? 1 : mass[i];
    sums[code] += m;
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

function distinct(cells: Float64Array): Float64Array {
  const sorted = isAscending(cells) ? cells.slice() : cells.toSorted();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[kept - 1]) sorted[kept++] = sorted[i];
  return sorted.subarray(0, kept);
}

function isAscending(cells: Float64Array): boolean {
  for (let i = 1; i < cells.length; i++) if (cells[i] < cells[i - 1]) return false;
  return true;
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
