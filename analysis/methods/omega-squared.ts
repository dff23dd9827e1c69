import { fUpper } from "../numeric/f.ts";
import { found, shortfall } from "./estimates.ts";
import { oneWay } from "./group-tests.ts";
import { isManyGroups, type Method, type Pairs } from "./method.ts";
import { shareEstimate } from "./share.ts";

/**
 * Omega squared: the share of a number's variance that lies between groups, less what chance alone would put there.
 *
 * omega² = (SS_between - df1 MS_within) / (SS_total + MS_within) (Hays 1963), taken as 0 where it is below. p by the
 * one-way F test; interval by inverting the noncentral F (Steiger & Fouladi 1997), as for eta: both estimate the same
 * share of the population.
 *
 * Assumes equal spread in the groups. Hazard: cut off at 0 it is a little above 0 on average where there is nothing.
 * Example: eight majors of 25 people have eta² 0.035 by chance alone, and omega² about 0.
 */
export const omegaSquared = {
  id: "omega-squared",
  label: "Omega squared",
  symbol: "ω²",
  meaning:
    "The share of the differences between people that lies between the groups, less what chance alone would put there; from 0 to 1, without a direction.",
  inference:
    "Interval by inverting the noncentral F; p by the one-way F test. No weighted version.",
  hazard: "It estimates the square of what eta estimates: do not set the two side by side.",
  reference: "Hays 1963; interval Steiger & Fouladi 1997",
  range: [0, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: false,
  accepts: isManyGroups,
  estimate: (pairs, confidence) =>
    squaredShare(pairs, confidence, ({ omegaSquared: share }) => share),
} as const satisfies Method;

/** A share corrected for chance, with the interval of the share itself. */
export function squaredShare(
  pairs: Pairs,
  confidence: number,
  read: (found: ReturnType<typeof oneWay>) => number,
) {
  if (pairs.weight !== undefined) return shortfall("no weighted version");
  const test = oneWay(pairs);
  const [df1, df2] = test.d;
  if (df1 < 1 || Number.isNaN(test.etaSquared)) return shortfall("no variation");
  if (df2 < 1) return shortfall("too few pairs");
  const root = shareEstimate({ share: test.etaSquared, d: test.d }, confidence);
  const interval = root.ok && root.interval;
  return found(
    Math.max(0, read(test)),
    interval ? { low: interval.low ** 2, high: interval.high ** 2 } : null,
    fUpper(test.f, df1, df2),
  );
}
