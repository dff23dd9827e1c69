/** What may be said of a ranked item: the first rule that holds. */
import type { Evidence, Ranked, Tier } from "../ranking.ts";

export interface Standing extends Pick<Ranked, "rankHigh"> {
  readonly evidence: Evidence;
  /** How many are ranked. */
  readonly of: number;
  /** Whether a higher outcome is the worse one. */
  readonly lessIsBetter: boolean;
}

export interface Thresholds {
  /** Error rate of the evidence. */
  readonly alpha: number;
  /** A difference below so many standard deviations of the outcome is little. */
  readonly meaningful: number;
}

/** A share of yes and no differs meaningfully by this much. */
export const meaningfulShare = 0.03;

export const tierOf = (standing: Standing, thresholds: Thresholds): Tier =>
  rules.find(({ holds }) => holds(standing, thresholds))?.tier ?? "cannot tell";

const called = ({ evidence }: Standing, { alpha }: Thresholds): boolean => evidence.pHolm < alpha;
/** Above 0 where the better outcome goes with more of the item; 0 without a direction. */
const towardsBetter = ({ evidence: { difference }, lessIsBetter }: Standing): number =>
  (lessIsBetter ? -1 : 1) * (difference?.value ?? 0);
const inTopThird = ({ rankHigh, of }: Standing): boolean => rankHigh <= Math.ceil(of / 3);

const rules: readonly {
  readonly tier: Tier;
  readonly holds: (standing: Standing, thresholds: Thresholds) => boolean;
}[] = [
  {
    tier: "points the other way",
    holds: (standing, thresholds) => called(standing, thresholds) && towardsBetter(standing) < 0,
  },
  {
    tier: "clear priority",
    holds: (standing, thresholds) =>
      called(standing, thresholds) && standing.evidence.difference !== null && inTopThird(standing),
  },
  { tier: "likely matters", holds: called },
  {
    tier: "little association",
    holds: ({ evidence: { difference } }, { meaningful }) =>
      difference !== null &&
      difference.standardised.interval.low > -meaningful &&
      difference.standardised.interval.high < meaningful,
  },
];
