/**
 * Chatterjee's xi: how nearly y is a function of x, of whatever shape.
 *
 * With people in the order of x, r_i the number whose y is at most y_i and l_i at least: xi = 1 - n Σ |r_(i+1) - r_i| /
 * (2 Σ l_i (n - l_i)) (Chatterjee 2021). Near 0 where x and y are independent, near 1 where x determines y.
 * Under independence sqrt(n) xi is nearly normal with variance 2/5, or, where values of y are tied, one estimated
 * from them (theorem 2.2); p is one-sided.
 *
 * Hazards: not symmetric; with tied x it depends on the order in which they are taken, and scales with few values are
 * nothing but ties; it finds oscillation but is weaker than Spearman on a monotone relation. An alarm, not a ranking.
 */
import { inOrder, marginOf, type Margin } from "../methods/margin.ts";
import { varies } from "../methods/pearson.ts";
import { normalUpper } from "../numeric/normal.ts";

export interface Xi {
  readonly value: number;
  readonly p: number;
  /** With ties in x another order of the rows gives another value. */
  readonly ties: { readonly x: boolean; readonly y: boolean };
}

/** @returns null with fewer than three people and where y does not vary; people with equal x stay in their order */
export function xi(x: Float64Array, y: Float64Array): Xi | null {
  const n = x.length;
  if (y.length !== n)
    throw new RangeError(`xi requires columns of equal length, got ${n} and ${y.length}`);
  if (n < 3 || !varies(y)) return null;
  const margin = marginOf(y);
  const level = levels(margin);
  const of = marginOf(x);
  const order = inOrder(of);
  let steps = 0;
  for (let i = 1; i < n; i++)
    steps += Math.abs(level[margin.codes[order[i]]] - level[margin.codes[order[i - 1]]]);
  return { ...tested(steps, margin, level), ties: tiesOf(of, margin) };
}

/**
 * The mean of xi over all orders in which people with equal x can be taken: Chatterjee takes one at random, this needs
 * no chance and no order of rows. Its p stays that of one order, and is too large rather than too small. Without
 * ties in x it is xi itself.
 *
 * @param count people in each entry; absent: one each
 * @returns null with fewer than three people, and where x or y does not vary
 */
export function xiOverTies(x: Float64Array, y: Float64Array, count?: Float64Array): Xi | null {
  const [of, margin] = [marginOf(x, count), marginOf(y, count)];
  if (margin.total < 3 || of.values.length < 2 || margin.values.length < 2) return null;
  const level = levels(margin);
  // By x, and by y among those with equal x.
  const order = inOrder(of, inOrder(margin));
  const people: Ranked = {
    levels: Float64Array.from(order, (i) => level[margin.codes[i]]),
    people: Float64Array.from(order, (i) => (count === undefined ? 1 : count[i])),
  };
  let steps = 0;
  let before: Group = { start: 0, end: 0, all: 0 };
  for (const all of of.mass) {
    const here = { start: before.end, end: groupEnd(order, of, before.end), all };
    // Of m people m - 1 steps lie within, each the mean distance of two of them: Σ_i Σ_j |l_i - l_j| / (m (m - 1)).
    if (all > 1) steps += distances(people, here, here) / all;
    if (before.all > 0) steps += distances(people, before, here) / (before.all * all);
    before = here;
  }
  return { ...tested(steps, margin, level), ties: tiesOf(of, margin) };
}

/** Entries in order: their level of y, and how many people they are. */
interface Ranked {
  readonly levels: Float64Array;
  readonly people: Float64Array;
}

/** Those with one value of x, by rising y: entries start, ..., end - 1, and how many people they are in all. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly all: number;
}

function groupEnd(order: Int32Array, { codes }: Margin, start: number): number {
  let end = start + 1;
  while (end < order.length && codes[order[end]] === codes[order[start]]) end++;
  return end;
}

/** Σ_i Σ_j |l_i - l_j| over the people i of one group and j of the other, by merging the two ascending lists. */
function distances({ levels, people }: Ranked, a: Group, b: Group): number {
  let levelsOfB = 0;
  for (let j = b.start; j < b.end; j++) levelsOfB += people[j] * levels[j];
  let [sum, peopleBelow, levelsBelow, j] = [0, 0, 0, b.start];
  for (let i = a.start; i < a.end; i++) {
    for (; j < b.end && levels[j] <= levels[i]; j++) {
      peopleBelow += people[j];
      levelsBelow += people[j] * levels[j];
    }
    sum += people[i] * (levels[i] * (2 * peopleBelow - b.all) + levelsOfB - 2 * levelsBelow);
  }
  return sum;
}

/** r of each value of y: how many people are at most there. */
function levels({ mass }: Margin): Float64Array {
  let people = 0;
  return mass.map((here) => (people += here));
}

/** Σ |r_(i+1) - r_i| as the coefficient and its p. */
function tested(steps: number, margin: Margin, level: Float64Array) {
  const n = margin.total;
  let scale = 0;
  margin.mass.forEach((people, code) => {
    const atLeast = n - level[code] + people;
    scale += people * atLeast * (n - atLeast);
  });
  const value = 1 - (n * steps) / (2 * scale);
  const variance = margin.values.length < n ? tiedVariance(margin, scale) : 2 / 5;
  return { value, p: normalUpper(Math.sqrt(n / variance) * value) };
}

const tiesOf = (x: Margin, y: Margin) => ({
  x: x.values.length < x.total,
  y: y.values.length < y.total,
});

/** τ² of theorem 2.2 from the margin of y: u the r_i in ascending order, `scale` Σ l_i (n - l_i). */
function tiedVariance({ mass, total: n }: Margin, scale: number): number {
  let [a, b, c, sum, before] = [0, 0, 0, 0, 0];
  mass.forEach((people) => {
    const upTo = before + people;
    // Over a run of equal values 2 n - 2 i + 1 adds up to this, and the sum so far with all that follow stays the same.
    const places = people * (2 * n - before - upTo);
    a += places * upTo * upTo;
    b += people * (sum + (n - before) * upTo) ** 2;
    c += places * upTo;
    sum += people * upTo;
    before = upTo;
  });
  const d = scale / n ** 3;
  return (a / n ** 4 - (2 * b) / n ** 5 + (c / n ** 3) ** 2) / (d * d);
}
