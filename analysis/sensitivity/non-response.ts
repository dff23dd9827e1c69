/**
 * How different would those who did not answer have to be to change what is said?
 *
 * The whole is made of both: estimate of all = r (of respondents) + (1 - r) (of the others), r the response rate. Two
 * answers to not knowing the second:
 *
 *   bounds   with an outcome that cannot leave its range, the estimate of all lies between the two that put all others
 *            at one end or the other; nothing is assumed, and nothing narrower can be said without assuming (Manski 1989)
 *   tipping  the estimate that the others would have to have for that of all to be a given one, (target - r value) / (1 - r),
 *            and how far it is from the respondents', in standard deviations (Rubin 1977; tipping points, Yan, Lee & Li
 *            2009): small, and few would be surprised; large, and it takes an unlikely selection
 *
 * Example: of the 40 % who answered, 60 % are employed. Of all it is 24 to 84 %; for it to be half, the others would have to
 * be employed at 43 %.
 *
 * Exact for means and shares, and for differences of groups that answer at one rate. For a slope or correlation it holds
 * as far as the experience is spread alike among respondents and others.
 *
 * Hazard: at a rate of 20 % the others are four to one, and a quarter of the respondents' distance on the other side is
 * enough to leave nothing.
 */
import type { Interval } from "../association.ts";

export interface Responding {
  /** Among the respondents. */
  readonly value: number;
  /** Of `value`, for error of sampling alone; null where there is none to be had. */
  readonly interval: Interval | null;
  /** Above 0, below 1. */
  readonly responseRate: number;
  /** What a difference is measured by: standard deviation of the outcome; 1 for what is standardised already. */
  readonly sd: number;
  /** Between which values the estimate of a group can lie: 1 to 7 for a mean of such answers, -1 to 1 for a correlation. */
  readonly range?: Interval;
  /** What counts as nothing; absent: 0. */
  readonly nothing?: number;
}

export interface TippingPoint {
  /** What the estimate of those who did not answer would have to be ... */
  readonly value: number;
  /** ... and how far that is from the respondents', signed, in its units ... */
  readonly difference: number;
  /** ... and in standard deviations, without sign. */
  readonly inDeviations: number;
  /** False where it lies outside the range: no selection can do that. */
  readonly possible: boolean;
}

export interface NonResponse {
  /** Of everybody, whatever the others would have said; null without a range. */
  readonly bounds: Interval | null;
  /** Whether nothing lies within the bounds; null without them. */
  readonly boundsHoldNothing: boolean | null;
  /** For an estimate of nothing. */
  readonly toNothing: TippingPoint;
  /** For one as far on the other side of nothing. */
  readonly toOtherSide: TippingPoint;
  /** For the nearer end of the interval to reach nothing; null without an interval, or where it holds nothing already. */
  readonly toUncertain: TippingPoint | null;
}

export function nonResponse(responding: Responding): NonResponse {
  const { value, interval, responseRate, sd, range, nothing = 0 } = responding;
  if (!(responseRate > 0 && responseRate < 1 && sd > 0))
    throw new RangeError(
      `nonResponse requires a rate between 0 and 1 and a deviation above 0, got ${responseRate} and ${sd}`,
    );
  const mixed = (others: number) => responseRate * value + (1 - responseRate) * others;
  const bounds = range === undefined ? null : { low: mixed(range.low), high: mixed(range.high) };
  const tipping = (change: number): TippingPoint => {
    const difference = change / (1 - responseRate);
    const others = value + difference;
    return {
      value: others,
      difference,
      inDeviations: Math.abs(difference) / sd,
      possible: range === undefined || (others >= range.low && others <= range.high),
    };
  };
  const nearest = interval && (value > nothing ? interval.low : interval.high);
  const certain = nearest !== null && (nearest - nothing) * (value - nothing) > 0;
  return {
    bounds,
    boundsHoldNothing: bounds && bounds.low <= nothing && nothing <= bounds.high,
    toNothing: tipping(nothing - value),
    toOtherSide: tipping(2 * (nothing - value)),
    toUncertain: certain ? tipping(nothing - nearest) : null,
  };
}

export interface RespondingGroup {
  /** Mean or share among its respondents. */
  readonly value: number;
  /** 0 to 1. */
  readonly responseRate: number;
}

/** Bounds of the difference of two groups, each with its own rate, of an outcome within `range` (Manski 1990). */
export function differenceBounds(
  one: RespondingGroup,
  other: RespondingGroup,
  range: Interval,
): Interval {
  const at = ({ value, responseRate }: RespondingGroup, end: number) =>
    responseRate * value + (1 - responseRate) * end;
  return {
    low: at(one, range.low) - at(other, range.high),
    high: at(one, range.high) - at(other, range.low),
  };
}
