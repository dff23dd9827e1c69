/** The joint tables of all pairs as `Pairs`: the cells somebody is in. */
import type { Pairs } from "../methods/method.ts";
import { mostValues, type Discrete } from "./discrete.ts";
import { jointTables, type JointTable } from "./joint-tables.ts";
import type { Machine } from "./kernels.ts";

export interface CountOptions {
  readonly weights?: Float64Array;
  readonly machine?: Machine;
  take(x: number, y: number, pairs: Pairs): void;
}

/**
 * The cells of every pair (i of xs, j of ys) in the order of their values, handed to `take`, pairs in no particular
 * order. People whose weight is not positive are left out. A cell is kept where somebody is in it. The arrays are
 * used again for the next pair: what `take` wants to keep it must copy.
 */
export function jointCounts(
  xs: readonly Discrete[],
  ys: readonly Discrete[] | "each other",
  { weights, machine, take }: CountOptions,
): void {
  const keep = weights && rowsWithWeight(weights);
  const pairs = weights && keep && withSquares(weights, keep);
  const room = roomFor(weights !== undefined);
  const others = ys === "each other" ? xs : ys;
  jointTables(xs, ys, {
    keep: keep?.length === weights?.length ? undefined : keep,
    pairs,
    machine,
    take: (x, y, table) => take(x, y, occupied([xs[x].values, others[y].values], table, room)),
  });
}

export function rowsWithWeight(weights: Float64Array): Uint32Array {
  const rows = new Uint32Array(weights.length);
  let kept = 0;
  for (let row = 0; row < weights.length; row++) if (weights[row] > 0) rows[kept++] = row;
  return rows.subarray(0, kept);
}

/** Weight and squared weight of everybody who is kept. */
function withSquares(weights: Float64Array, keep: Uint32Array): Float64Array {
  const pairs = new Float64Array(2 * keep.length);
  for (let i = 0; i < keep.length; i++) {
    const weight = weights[keep[i]];
    pairs[2 * i] = weight;
    pairs[2 * i + 1] = weight * weight;
  }
  return pairs;
}

/** Arrays of one length for one pair, used for all pairs with so many cells: making arrays takes longer than filling them. */
interface Room {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Float64Array;
  readonly weight?: Float64Array;
  readonly weightSquared?: Float64Array;
}

/** Room by number of cells; longer ones share their start with shorter ones. */
function roomFor(weighted: boolean): (cells: number) => Room {
  const [x, y, count, weight, weightSquared] = Array.from(
    { length: weighted ? 5 : 3 },
    () => new Float64Array(mostValues ** 2),
  );
  const rooms: Room[] = [];
  return (cells) =>
    (rooms[cells] ??= {
      x: x.subarray(0, cells),
      y: y.subarray(0, cells),
      count: count.subarray(0, cells),
      ...(weight && { weight: weight.subarray(0, cells) }),
      ...(weightSquared && { weightSquared: weightSquared.subarray(0, cells) }),
    });
}

/** The cells somebody is in. */
function occupied(
  [valuesX, valuesY]: readonly [Float64Array, Float64Array],
  { people, sums }: JointTable,
  roomOf: (cells: number) => Room,
): Pairs {
  let size = 0;
  let n = 0;
  const cells = valuesX.length * valuesY.length;
  const { x, y, count, weight, weightSquared } = roomOf(cells);
  for (let i = 0, cell = 0; i < valuesX.length; i++)
    for (let j = 0; j < valuesY.length; j++, cell++) {
      if (people[cell] === 0) continue;
      x[size] = valuesX[i];
      y[size] = valuesY[j];
      count[size] = people[cell];
      n += people[cell];
      if (weight && weightSquared) {
        weight[size] = sums[2 * cell];
        weightSquared[size] = sums[2 * cell + 1];
      }
      size++;
    }
  return { ...roomOf(size), n };
}
