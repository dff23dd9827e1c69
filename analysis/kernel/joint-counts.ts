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

/** Room for one pair, used for all of them in turn: making arrays takes longer than filling them. */
interface Room {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Float64Array;
  readonly weight: Float64Array | undefined;
  readonly weightSquared: Float64Array | undefined;
}

function roomFor(weighted: boolean): Room {
  const cells = () => new Float64Array(mostValues ** 2);
  return {
    x: cells(),
    y: cells(),
    count: cells(),
    weight: weighted ? cells() : undefined,
    weightSquared: weighted ? cells() : undefined,
  };
}

/** The cells somebody is in. */
function occupied(
  [valuesX, valuesY]: readonly [Float64Array, Float64Array],
  { people, sums }: JointTable,
  { x, y, count, weight, weightSquared }: Room,
): Pairs {
  let size = 0;
  let n = 0;
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
  return {
    x: x.subarray(0, size),
    y: y.subarray(0, size),
    count: count.subarray(0, size),
    ...(weight && { weight: weight.subarray(0, size) }),
    ...(weightSquared && { weightSquared: weightSquared.subarray(0, size) }),
    n,
  };
}
