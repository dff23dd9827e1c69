/**
 * Joint tables of all pairs of two sets of discrete columns, counted instead of multiplied.
 *
 * Survey items take few values. Items are packed into groups, a mixed-radix digit each (one digit more than
 * there are values, for "missing"); one increment of a group-by-group table per person then counts every
 * pair of the two groups at once, and the single tables are its marginal sums. Counts are integers, so
 * the tables are exact whatever the packing; with survey weights the same is done for the sum of weights
 * and of their squares.
 *
 * Cost: people x groups(x) x groups(y) increments. The table of counters stays in the first-level cache.
 */
import type { Pairs } from "../methods/method.ts";
import { mostValues, type Discrete } from "./discrete.ts";

/**
 * Cells of one group. 64 x 128 counters of four bytes fill a first-level cache; with few people the sums over
 * the table would take longer than the counting.
 */
const groupCells = (people: number): { x: number; y: number } =>
  people < 30_000 ? { x: 64, y: 64 } : { x: 64, y: 128 };

/**
 * The cells of every pair (i of xs, j of ys), in the order y-major within groups, handed to `take`.
 * People whose weight is not positive are left out. A cell is kept where somebody is in it. The arrays are
 * used again for the next pair: what `take` wants to keep it must copy.
 */
export function jointCounts(
  xs: readonly Discrete[],
  ys: readonly Discrete[],
  options: { readonly weights?: Float64Array; take(x: number, y: number, pairs: Pairs): void },
): void {
  const people = xs[0]?.codes.length ?? 0;
  const groupsX = pack(xs, groupCells(people).x);
  const groupsY = pack(ys, groupCells(people).y);
  const keep = options.weights && rowsWithWeight(options.weights);
  const packedX = groupsX.map((group) => packedCodes(xs, group, keep));
  const weights = keep && Float64Array.from(keep, (row) => options.weights![row]);
  const counting = { counters: countersFor(groupsX, groupsY, weights !== undefined), weights };
  const room = roomFor(counting.counters.length, groupCells(people).y);
  for (const groupY of groupsY) {
    const codesY = packedCodes(ys, groupY, keep);
    groupsX.forEach((groupX, g) => {
      countJointly([packedX[g], codesY], [groupX.cells, groupY.cells], counting);
      for (const digitX of groupX.digits) {
        const { values } = xs[digitX.item];
        counting.counters.forEach((counter, t) =>
          marginX(counter!, digitX, { sizes: [groupX.cells, groupY.cells], into: room.rows[t] }),
        );
        for (const digitY of groupY.digits) {
          room.rows.forEach((rows, t) =>
            marginY(rows, digitY, { sizes: [values.length, groupY.cells], into: room.tables[t] }),
          );
          const pairs = occupied([values, ys[digitY.item].values], room);
          options.take(digitX.item, digitY.item, pairs);
        }
      }
    });
  }
}

interface Digit {
  readonly item: number;
  /** Values and "missing". */
  readonly radix: number;
  /** Product of the radices before it. */
  readonly place: number;
}

interface Group {
  readonly digits: readonly Digit[];
  readonly cells: number;
}

/** Greedy: items in their order while the product of radices fits. */
function pack(items: readonly Discrete[], limit: number): Group[] {
  const groups: { digits: Digit[]; cells: number }[] = [];
  items.forEach(({ values }, item) => {
    const radix = values.length + 1;
    const last = groups.at(-1);
    if (last !== undefined && last.cells * radix <= limit) {
      last.digits.push({ item, radix, place: last.cells });
      last.cells *= radix;
    } else groups.push({ digits: [{ item, radix, place: 1 }], cells: radix });
  });
  return groups;
}

function packedCodes(
  items: readonly Discrete[],
  group: Group,
  keep: Uint32Array | undefined,
): Uint8Array {
  const packed = new Uint8Array(keep?.length ?? items[0].codes.length);
  for (const { item, place } of group.digits) {
    const { codes } = items[item];
    if (keep === undefined) for (let i = 0; i < packed.length; i++) packed[i] += place * codes[i];
    else for (let i = 0; i < packed.length; i++) packed[i] += place * codes[keep[i]];
  }
  return packed;
}

function rowsWithWeight(weights: Float64Array): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < weights.length; row++) if (weights[row] > 0) rows.push(row);
  return Uint32Array.from(rows);
}

type Sizes = readonly [x: number, y: number];

/** People per cell and, with weights, the sums of weights and of their squares. */
type Counters = readonly [Int32Array, Float64Array?, Float64Array?];

/** Room for the largest table of two groups, used for all of them in turn. */
function countersFor(xs: readonly Group[], ys: readonly Group[], weighted: boolean): Counters {
  const most = (groups: readonly Group[]) => Math.max(0, ...groups.map(({ cells }) => cells));
  const cells = most(xs) * most(ys);
  return weighted
    ? [new Int32Array(cells), new Float64Array(cells), new Float64Array(cells)]
    : [new Int32Array(cells)];
}

interface Counting {
  readonly counters: Counters;
  readonly weights: Float64Array | undefined;
}

/** Fills the counters with the group-by-group table. */
function countJointly(
  [x, y]: readonly [Uint8Array, Uint8Array],
  [cellsX, cellsY]: Sizes,
  { counters: [count, weight, weightSquared], weights }: Counting,
): void {
  count.fill(0, 0, cellsX * cellsY);
  for (let i = 0; i < x.length; i++) count[x[i] * cellsY + y[i]]++;
  if (weights === undefined || weight === undefined || weightSquared === undefined) return;
  weight.fill(0, 0, cellsX * cellsY);
  weightSquared.fill(0, 0, cellsX * cellsY);
  for (let i = 0; i < x.length; i++) {
    const cell = x[i] * cellsY + y[i];
    const w = weights[i];
    weight[cell] += w;
    weightSquared[cell] += w * w;
  }
}

/** Where sums go: an array that is used for all pairs in turn. */
interface Into {
  readonly sizes: Sizes;
  readonly into: Float64Array;
}

/** Sums over all other items of the x group: one row per value of this one, missing left out. */
function marginX(
  counter: ArrayLike<number>,
  { radix, place }: Digit,
  { sizes: [cellsX, cellsY], into }: Into,
): void {
  into.fill(0, 0, (radix - 1) * cellsY);
  for (let gx = 0; gx < cellsX; gx++) {
    const i = Math.floor(gx / place) % radix;
    if (i === radix - 1) continue;
    for (let gy = 0; gy < cellsY; gy++) into[i * cellsY + gy] += counter[gx * cellsY + gy];
  }
}

/** The same for the y group: values of x by values of y. */
function marginY(
  rows: Float64Array,
  { radix, place }: Digit,
  { sizes: [valuesX, cellsY], into }: Into,
): void {
  into.fill(0, 0, valuesX * (radix - 1));
  for (let gy = 0; gy < cellsY; gy++) {
    const j = Math.floor(gy / place) % radix;
    if (j === radix - 1) continue;
    for (let i = 0; i < valuesX; i++) into[i * (radix - 1) + j] += rows[i * cellsY + gy];
  }
}

/** Room for one pair, used for all of them in turn: making arrays took longer than filling them. */
interface Room {
  /** Per counter: by value of x and packed code of y; by value of both; of these the cells somebody is in. */
  readonly rows: readonly Float64Array[];
  readonly tables: readonly Float64Array[];
  readonly picked: readonly Float64Array[];
  readonly cells: Uint16Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function roomFor(counters: number, mostCellsY: number): Room {
  const most = mostValues ** 2;
  const each = (size: number) => Array.from({ length: counters }, () => new Float64Array(size));
  return {
    rows: each(mostValues * mostCellsY),
    tables: each(most),
    picked: each(most),
    cells: new Uint16Array(most),
    x: new Float64Array(most),
    y: new Float64Array(most),
  };
}

/** The cells somebody is in. */
function occupied([valuesX, valuesY]: readonly [Float64Array, Float64Array], room: Room): Pairs {
  const { cells, x, y, tables } = room;
  const people = tables[0];
  let size = 0;
  let n = 0;
  for (let i = 0, cell = 0; i < valuesX.length; i++)
    for (let j = 0; j < valuesY.length; j++, cell++) {
      if (people[cell] === 0) continue;
      cells[size] = cell;
      x[size] = valuesX[i];
      y[size++] = valuesY[j];
      n += people[cell];
    }
  const [count, weight, weightSquared] = tables.map((table, t) => {
    const picked = room.picked[t];
    for (let i = 0; i < size; i++) picked[i] = table[cells[i]];
    return picked.subarray(0, size);
  }) as [Float64Array, Float64Array?, Float64Array?];
  return {
    x: x.subarray(0, size),
    y: y.subarray(0, size),
    count,
    ...(weight && { weight }),
    ...(weightSquared && { weightSquared }),
    n,
  };
}
