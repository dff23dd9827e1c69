/** Which people stand in the same order on both sides: the counts under tau-b, gamma and Somers' D. */
import { inOrder, marginOf, type Margin } from "./margin.ts";
import { massOf, type Pairs } from "./method.ts";

export interface Concordance {
  readonly x: Margin;
  readonly y: Margin;
  /** Per cell its mass; absent: 1 each. */
  readonly mass: Float64Array | undefined;
  /** Per cell, the mass that is higher on both sides or lower on both. */
  readonly agree: Float64Array;
  /** Per cell, the mass that is higher on one side and lower on the other. */
  readonly disagree: Float64Array;
  /** Twice (P - Q): concordant less discordant pairs, each counted from both its ends. */
  readonly excess: number;
  /** n² - Σ n_i.² and n² - Σ n_.j²: pairs not tied on x, on y, each counted from both its ends. */
  readonly untiedX: number;
  readonly untiedY: number;
}

/**
 * O(m log c) for m cells and c values of y: the cells are visited by rising x, and a Fenwick tree over the
 * values of y holds the mass visited so far. One value of x is asked about before and after it is added.
 */
export function concordance(pairs: Pairs): Concordance {
  const mass = massOf(pairs);
  const [x, y] = [marginOf(pairs.x, mass), marginOf(pairs.y, mass)];
  const agree = new Float64Array(pairs.x.length);
  const disagree = new Float64Array(pairs.x.length);
  const belowY = cumulative(y.mass);
  const order = inOrder(x);
  const tree = new Float64Array(y.values.length + 1);
  let seen = 0;
  for (let start = 0; start < order.length;) {
    const value = x.codes[order[start]];
    let end = start;
    for (; end < order.length && x.codes[order[end]] === value; end++) {
      const cell = order[end];
      const code = y.codes[cell];
      agree[cell] = prefix(tree, code);
      disagree[cell] = seen - prefix(tree, code + 1);
    }
    for (let i = start; i < end; i++) {
      const m = mass === undefined ? 1 : mass[order[i]];
      add(tree, y.codes[order[i]], m);
      seen += m;
    }
    for (let i = start; i < end; i++) {
      const cell = order[i];
      const code = y.codes[cell];
      // Whatever is not at or left of this x lies to its right.
      disagree[cell] += belowY[code] - prefix(tree, code);
      agree[cell] += y.total - belowY[code + 1] - (seen - prefix(tree, code + 1));
    }
    start = end;
  }
  let excess = 0;
  for (let i = 0; i < agree.length; i++)
    excess += (mass === undefined ? 1 : mass[i]) * (agree[i] - disagree[i]);
  return { x, y, mass, agree, disagree, excess, untiedX: untied(x), untiedY: untied(y) };
}

function untied({ mass, total }: Margin): number {
  let pairs = 0;
  for (let j = 0; j < mass.length; j++) pairs += mass[j] * (total - mass[j]);
  return pairs;
}

/** Mass below each value; one entry more than values. */
function cumulative(mass: Float64Array): Float64Array {
  const below = new Float64Array(mass.length + 1);
  for (let j = 0; j < mass.length; j++) below[j + 1] = below[j] + mass[j];
  return below;
}

/** Fenwick 1994: mass of the first `count` codes. */
function prefix(tree: Float64Array, count: number): number {
  let sum = 0;
  for (let at = count; at > 0; at &= at - 1) sum += tree[at];
  return sum;
}

function add(tree: Float64Array, code: number, mass: number): void {
  for (let at = code + 1; at < tree.length; at += at & -at) tree[at] += mass;
}
