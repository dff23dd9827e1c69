import { isManyGroups, type Method } from "./method.ts";
import { squaredShare } from "./omega-squared.ts";

/**
 * Epsilon squared: the share of a number's variance that lies between groups, corrected like an adjusted R².
 *
 * epsilon² = (SS_between - df1 MS_within) / SS_total (Kelley 1935), taken as 0 where it is below: 1 less the ratio of
 * the two unbiased variances. It is the least biased of eta², omega² and epsilon² (Okada 2013). Interval and p as for
 * omega squared.
 *
 * Hazard: another number of the same name is made of ranks (`kruskal.ts`). Example: three cohorts of 50 people with
 * F = 4 have eta² 0.052 and epsilon² 0.039.
 */
export const epsilonSquared = {
  id: "epsilon-squared",
  label: "Epsilon squared",
  symbol: "ε²",
  meaning:
    "The share of the differences between people that lies between the groups, corrected for chance as an adjusted R² is; from 0 to 1, without a direction.",
  inference:
    "Interval by inverting the noncentral F; p by the one-way F test. No weighted version.",
  hazard: "Not to be mixed up with Kruskal's epsilon squared, which is made of ranks.",
  reference: "Kelley 1935; Okada 2013; interval Steiger & Fouladi 1997",
  range: [0, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: false,
  accepts: isManyGroups,
  estimate: (pairs, confidence) =>
    squaredShare(pairs, confidence, ({ epsilonSquared: share }) => share),
} as const satisfies Method;
