import { chiSquareUpper } from "../numeric/chi-square.ts";
import { shortfall } from "./estimates.ts";
import { eta } from "./eta.ts";
import { isManyGroups, massOf, type Method, type Pairs } from "./method.ts";
import { marginOf, midRanks } from "./margin.ts";
import { varies } from "./pearson.ts";

/**
 * Kruskal's epsilon squared: the share of the variance of the ranks that lies between groups.
 *
 * epsilon² = H / (n - 1), H of Kruskal & Wallis 1952 with its correction for ties: eta² of the mid-ranks. p: chi-square
 * with groups - 1 degrees of freedom. Interval: that of eta² for the ranks, which takes them as numbers (Conover & Iman
 * 1981; Steiger & Fouladi 1997). Weighted: weighted mid-ranks and the quasi-score test of their means, taking the
 * ranks as known (right to second order where there is no association; Lumley & Scott 2013).
 *
 * Assumes nothing of the numbers but their order. Hazard: above 0 by chance, about (groups - 1) / (n - 1).
 * Example: four majors of 30 people with H = 12 have epsilon² 0.10.
 */
export const kruskal = {
  id: "kruskal",
  label: "Kruskal's epsilon squared",
  symbol: "ε²_R",
  meaning:
    "How much the ranks of people differ between the groups: the share of the differences in rank that lies between them. From 0 to 1, without a direction; with many small groups it is above 0 by chance.",
  inference:
    "Interval by inverting the noncentral F of the ranks; p by Kruskal and Wallis's chi-square. Weighted: weighted mid-ranks, p by the quasi-score test of equal mean ranks, interval after division by the mean design effect.",
  hazard:
    "With many small groups it is above 0 by chance; groups alike in mean rank can differ in spread.",
  reference: "Kruskal & Wallis 1952; Tomczak & Tomczak 2014; interval Conover & Iman 1981",
  range: [0, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: false,
  accepts: isManyGroups,
  estimate(pairs, confidence) {
    const side = pairs.groups === "y" ? "x" : "y";
    if (!varies(pairs[side])) return shortfall("no variation");
    const root = eta.estimate(ranked(pairs, side), confidence);
    if (!root.ok) return root;
    const value = root.value ** 2;
    const interval = root.interval && {
      low: root.interval.low ** 2,
      high: root.interval.high ** 2,
    };
    if (pairs.weight !== undefined) return { ...root, value, interval };
    const groups = marginOf(pairs[pairs.groups ?? "x"]).values.length;
    const p = chiSquareUpper((pairs.n - 1) * value, groups - 1);
    return { ...root, value, interval, p: Math.max(p, Number.MIN_VALUE) };
  },
} as const satisfies Method;

const ranked = (pairs: Pairs, side: "x" | "y"): Pairs => ({
  ...pairs,
  [side]: midRanks(marginOf(pairs[side], massOf(pairs))),
});
