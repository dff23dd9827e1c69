import { concordance } from "./concordance.ts";
import { found, shortfall } from "./estimates.ts";
import { mannWhitneyExactP } from "./exact.ts";
import { concordanceP } from "./kendall.ts";
import { isTwoGroups, type Method, type Pairs } from "./method.ts";
import { onFishersScale, somersDOf } from "./ordinal-measures.ts";

/**
 * The rank-biserial correlation: take somebody from each of two groups; how much more often is the one of the higher
 * code higher than lower?
 *
 * r = 2 U / (n1 n0) - 1 with U of Mann & Whitney 1947, ties a half (Cureton 1956; Wendt 1972): 2 AUC - 1, and Somers' D
 * given the group. p: the normal approximation to U with tie correction and without continuity correction; over all
 * orders for fifty people or fewer without ties. Interval tanh(atanh r ± z ASE / (1 - r²)) (Newson 2002).
 * Weighted: the same derivative, linearised; p of weighted tau-b, which asks the same.
 *
 * Assumes nothing of the numbers but their order. Hazard: groups alike in the middle can differ in spread, and r is
 * then 0. Example: of 100 interns paired with 100 others, 65 earn more and 35 less: r = 0.3.
 */
export const rankBiserial = {
  id: "rank-biserial",
  label: "Rank-biserial correlation",
  symbol: "r_rb",
  meaning:
    "Of two people, one from each group, how much more often the one from the group with the higher code is higher than lower, from -1 to 1. Only the order of the values counts.",
  inference:
    "Interval from the multinomial error on Fisher's z scale, none at -1 and 1; p by Mann and Whitney's test, over all orders for fifty people or fewer without ties. Weighted: the linearised error, p that of weighted tau-b.",
  hazard: "Groups that are alike in the middle may still differ in spread.",
  reference: "Mann & Whitney 1947; Cureton 1956; interval Newson 2002",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: isTwoGroups,
  estimate(pairs, confidence) {
    if (pairs.n < 3) return shortfall("too few pairs");
    const sides = groupsFirst(pairs);
    const order = concordance(sides);
    if (!(order.untiedX > 0 && order.untiedY > 0)) return shortfall("no variation");
    if (order.x.values.length > 2) return shortfall("method does not fit the levels");
    const { value, influence } = somersDOf(order);
    const interval =
      Math.abs(value) === 1 ? null : onFishersScale(value, influence, { pairs: sides, confidence });
    return found(value, interval, rankP(value, { order, pairs: sides }));
  },
} as const satisfies Method;

function groupsFirst(pairs: Pairs): Pairs {
  return pairs.groups === "y" ? { ...pairs, x: pairs.y, y: pairs.x } : pairs;
}

function rankP(
  value: number,
  { order, pairs }: { readonly order: ReturnType<typeof concordance>; readonly pairs: Pairs },
): number {
  const { n, weight } = pairs;
  if (weight !== undefined || n > 50 || order.y.values.length < n)
    return concordanceP(order, pairs);
  const [n0, n1] = order.x.mass;
  return mannWhitneyExactP(((value + 1) / 2) * n1 * n0, n1, n0);
}
