/** Two ways to compute importance, compared by the orders they give. */

/** Places of the shares, largest first; equals keep the order they are given in. */
export const orderOf = (shares: Float64Array): number[] =>
  [...shares.keys()].sort((a, b) => shares[b] - shares[a] || a - b);

/** Whether the first `k` of both orders are the same, in whatever order among themselves. */
export function topUnchanged(
  base: readonly number[],
  other: readonly number[],
  k: number,
): boolean {
  const top = new Set(base.slice(0, k));
  return other.slice(0, k).every((item) => top.has(item));
}

/**
 * Kendall's tau of two orders without ties (Kendall 1938): 1 where all pairs stand alike, -1 where all are turned
 * round; 1 for a single item.
 */
export function tauOfOrders(base: readonly number[], other: readonly number[]): number {
  const place = new Float64Array(base.length);
  other.forEach((item, at) => (place[item] = at));
  let balance = 0;
  for (let a = 1; a < base.length; a++)
    for (let b = 0; b < a; b++) balance += place[base[b]] < place[base[a]] ? 1 : -1;
  return base.length < 2 ? 1 : (2 * balance) / (base.length * (base.length - 1));
}
