/** p values that need no approximation: small samples without ties, and two-by-two tables. */
import { logGamma } from "../numeric/gamma.ts";

/**
 * Two-sided permutation p of Spearman's rho for n <= 9 people without ties: twice the smaller tail of
 * S = Σ (rank x - rank y)² = (1 - r) (n³ - n) / 6 over all n! orders, at most 1.
 */
export function spearmanExactP(r: number, n: number): number {
  const s = Math.round(((1 - r) * (n ** 3 - n)) / 6);
  return twiceSmallerTail(squaredDistances(n), s);
}

/**
 * Two-sided permutation p of Kendall's tau without ties, from the number of concordant pairs:
 * the count of orders with k inversions grows by Π (1 + q + ... + q^i) (Mann 1945).
 */
export function kendallExactP(concordant: number, n: number): number {
  let counts = Float64Array.of(1);
  for (let i = 1; i < n; i++) {
    const next = new Float64Array(counts.length + i);
    for (let k = 0; k < counts.length; k++)
      for (let j = 0; j <= i; j++) next[k + j] += counts[k] / (i + 1);
    counts = next;
  }
  return twiceSmallerTail(counts, concordant);
}

/**
 * Two-sided permutation p of Mann & Whitney's U without ties, the number of pairs in which the person of the first
 * group is higher: the highest of all is one of either group, and takes none or all of the others along, so
 * f(n1, n0, u) = [n1 f(n1 - 1, n0, u - n0) + n0 f(n1, n0 - 1, u)] / (n1 + n0) (Mann & Whitney 1947).
 */
export function mannWhitneyExactP(u: number, n1: number, n0: number): number {
  // Row by row in n1; one distribution for each number of the other group.
  let rows = Array.from({ length: n0 + 1 }, () => Float64Array.of(1));
  for (let one = 1; one <= n1; one++) {
    const next = [Float64Array.of(1)];
    for (let other = 1; other <= n0; other++) {
      const chances = new Float64Array(one * other + 1);
      const [above, below] = [one / (one + other), other / (one + other)];
      rows[other].forEach((chance, at) => (chances[at + other] += above * chance));
      next[other - 1].forEach((chance, at) => (chances[at] += below * chance));
      next.push(chances);
    }
    rows = next;
  }
  return twiceSmallerTail(rows[n0], Math.round(u));
}

/**
 * Fisher's exact p of the table a b / c d: the chance, with all margins fixed, of every table that is
 * no more likely than this one (Fisher 1935), with a hair of slack for rounding.
 */
export function fisherExactP(a: number, b: number, c: number, d: number): number {
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const logChoose = (m: number, k: number) =>
    logGamma(m + 1) - logGamma(k + 1) - logGamma(m - k + 1);
  const log = (k: number) => logChoose(column, k) + logChoose(n - column, row - k);
  const [observed, all] = [log(a), logChoose(n, row)];
  let p = 0;
  for (let k = Math.max(0, row + column - n); k <= Math.min(row, column); k++)
    if (log(k) <= observed + 1e-7) p += Math.exp(log(k) - all);
  return Math.min(1, p);
}

function twiceSmallerTail(chances: Float64Array, at: number): number {
  let below = 0;
  let above = 0;
  let all = 0;
  chances.forEach((chance, value) => {
    all += chance;
    if (value <= at) below += chance;
    if (value >= at) above += chance;
  });
  return Math.min(1, (2 * Math.min(below, above)) / all);
}

const distances = new Map<number, Float64Array>();

/** How many of the n! orders have each Σ (i - order_i)²: places are filled one after the other, by subsets. */
function squaredDistances(n: number): Float64Array {
  const known = distances.get(n);
  if (known !== undefined) return known;
  const size = (n ** 3 - n) / 3 + 1;
  const bySubset = Array.from({ length: 2 ** n }, () => new Float64Array(size));
  bySubset[0][0] = 1;
  for (let used = 0; used < bySubset.length - 1; used++) {
    const place = bits(used);
    for (let rank = 0; rank < n; rank++) {
      if (used & (1 << rank)) continue;
      const distance = (place - rank) ** 2;
      const next = bySubset[used | (1 << rank)];
      for (let s = 0; s + distance < size; s++) next[s + distance] += bySubset[used][s];
    }
  }
  const counts = bySubset[bySubset.length - 1];
  distances.set(n, counts);
  return counts;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
