import { tQuantile, tTwoSided } from "../numeric/student-t.ts";
import { linearisedError } from "../weights/linearise.ts";
import { found, shortfall } from "./estimates.ts";
import { groupMeans, type GroupMeans } from "./eta.ts";
import { meanDifference as welch } from "./group-tests.ts";
import { isTwoGroups, type Method } from "./method.ts";

/**
 * The mean difference: the mean of the group with the higher code less that of the other, in the unit of the number.
 *
 * Interval and p by Welch's t (1938), which does not take the groups to be equally spread. Weighted: the difference of
 * weighted means ± t times its linearised error, with people less one degrees of freedom.
 *
 * Assumes groups large enough for their means to be nearly normal. Hazard: the mean of a skewed number, a salary, hangs
 * on few people; take its logarithm. Example: interns earn 3,200 more, 900 to 5,500.
 */
export const meanDifference = {
  id: "mean-difference",
  label: "Mean difference",
  symbol: "Δ",
  meaning:
    "The average of the group with the higher code less the average of the other, in the unit of the number. 0 says no association.",
  inference:
    "Welch's t interval and test. Weighted: the linearised error, t with n - 1 degrees of freedom.",
  hazard:
    "Averages of skewed numbers hang on few people; differences in other units do not compare.",
  reference: "Welch 1938",
  range: [-Infinity, Infinity],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: isTwoGroups,
  estimate(pairs, confidence) {
    const groups = groupMeans(pairs);
    const because = whyNotTwoGroups(groups, pairs.n);
    if (because !== undefined) return shortfall(because);
    if (pairs.weight === undefined) {
      if (Math.min(...groups.margin.mass) < 2) return shortfall("too few pairs");
      const { difference, interval, p } = welch(pairs, confidence);
      return found(difference, interval, p);
    }
    const difference = groups.means[1] - groups.means[0];
    const { se, df } = linearisedError(differenceInfluence(groups), pairs);
    const half = -tQuantile((1 - confidence) / 2, df) * se;
    const interval = { low: difference - half, high: difference + half };
    return found(difference, interval, tTwoSided(difference / se, df));
  },
} as const satisfies Method;

/** Two groups that both vary, together three people or more: what a comparison of means needs. */
export function whyNotTwoGroups({ margin, between, total }: GroupMeans, n: number) {
  if (n < 3) return "too few pairs";
  if (margin.values.length < 2) return "no variation";
  if (margin.values.length > 2) return "method does not fit the levels";
  // Groups of equal numbers have no spread to judge a difference by.
  return total - between > 1e-14 * total ? undefined : "no variation";
}

/** Derivative of the difference of the means by the mass of each cell. */
export function differenceInfluence({ margin, centred, means }: GroupMeans): Float64Array {
  return centred.map((value, i) => {
    const group = margin.codes[i];
    return ((group === 1 ? 1 : -1) * (value - means[group])) / margin.mass[group];
  });
}
