/**
 * Spearman's correlation of columns with many values and holes. Ranks belong to the people of the pair, but the order
 * of the values does not: it is found once a column, and ranking a pair is counting.
 */
import { exactAtOne } from "../methods/estimates.ts";
import { missingLimit, type Column } from "../table.ts";
import type { Found } from "./correlation-table.ts";

/** Per person the place of the number among the different numbers of the column, -1 where it is missing. */
export interface Ordered {
  readonly places: Int32Array;
  readonly different: number;
}

export function ordered({ values }: Column): Ordered {
  const limit = missingLimit(values);
  const sorted = Float64Array.from(values)
    .filter((value) => value > limit)
    .sort();
  let different = 0;
  for (const value of sorted)
    if (different === 0 || value !== sorted[different - 1]) sorted[different++] = value;
  const places = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < places.length; row++)
    if (values[row] > limit) places[row] = placeIn(sorted, different, values[row]);
  return { places, different };
}

function placeIn(sorted: Float64Array, different: number, value: number): number {
  let [low, high] = [0, different - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Correlates two of the columns at a time, with room for the longest. */
export function rankCorrelator(columns: readonly Ordered[], weights: Float64Array | undefined) {
  const most = Math.max(0, ...columns.map(({ different }) => different));
  const [ranksX, ranksY] = [new Float64Array(most), new Float64Array(most)];
  const both = new Int32Array(columns[0]?.places.length ?? 0);

  return (x: Ordered, y: Ordered): Found => {
    ranksX.fill(0, 0, x.different);
    ranksY.fill(0, 0, y.different);
    let [n, total] = [0, 0];
    for (let row = 0; row < x.places.length; row++) {
      const [a, b] = [x.places[row], y.places[row]];
      const weight = weights === undefined ? 1 : weights[row];
      if (a < 0 || b < 0 || !(weight > 0)) continue;
      both[n++] = row;
      total += weight;
      ranksX[a] += weight;
      ranksY[b] += weight;
    }
    const squaresX = midRanks(ranksX, x.different, total);
    const squaresY = midRanks(ranksY, y.different, total);
    if (n < 3 || squaresX === 0 || squaresY === 0) return { n, r: undefined };
    let products = 0;
    for (let i = 0; i < n; i++) {
      const row = both[i];
      const weight = weights === undefined ? 1 : weights[row];
      products += weight * ranksX[x.places[row]] * ranksY[y.places[row]];
    }
    return { n, r: exactAtOne(products / Math.sqrt(squaresX * squaresY)) };
  };
}

/** Turns masses into mid-ranks as shares of the total, less their mean, a half; returns the sum of their squares. */
function midRanks(mass: Float64Array, different: number, total: number): number {
  let [below, squares, occupied] = [0, 0, 0];
  for (let place = 0; place < different; place++) {
    const here = mass[place];
    if (here === 0) continue;
    occupied++;
    mass[place] = (below + here / 2) / total - 0.5;
    below += here;
    squares += here * mass[place] * mass[place];
  }
  return occupied > 1 ? squares : 0;
}
