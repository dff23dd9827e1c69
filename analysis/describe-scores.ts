/** How the scores of a scale are spread over people, and how far its items measure one thing. */
import type { Interval } from "./association.ts";
import { quantileOf } from "./numeric/order-statistics.ts";
import { reliability } from "./reliability/reliability.ts";
import { completeRows, take } from "./rows.ts";
import type { Column } from "./table.ts";

export interface ScoreDescription {
  /** People with a score. */
  readonly n: number;
  readonly mean: number | null;
  /** Between these lies the middle half: the quartiles (type 7 of Hyndman & Fan 1996). */
  readonly middleHalf: Interval | null;
  /** Over people who answered every item; null where it cannot be had (one item, too few people, no variation). */
  readonly reliability: ItemAgreement | null;
}

export interface ItemAgreement {
  readonly n: number;
  /** Cronbach 1951, with the interval of Feldt 1965. */
  readonly alpha: number;
  readonly interval: Interval;
  /** McDonald 1999; null where one factor does not describe the items, and for two of them. */
  readonly omega: number | null;
}

/**
 * @param scores one per person, NaN where there is none
 * @param items what the scores are made of, all pointing the same way
 */
export function describeScores(
  scores: Float64Array,
  items: readonly Column[],
  confidence = 0.95,
): ScoreDescription {
  const known = scores.filter((score) => !Number.isNaN(score)).toSorted();
  const n = known.length;
  if (n === 0) return { n, mean: null, middleHalf: null, reliability: null };
  return {
    n,
    mean: known.reduce((sum, score) => sum + score, 0) / n,
    middleHalf: { low: quantileOf(known, 0.25), high: quantileOf(known, 0.75) },
    reliability: reliabilityOf(items, confidence),
  };
}

function reliabilityOf(items: readonly Column[], confidence: number): ItemAgreement | null {
  if (items.length < 2) return null;
  const complete = completeRows(items);
  const found = reliability(
    items.map((column) => take(column, complete)),
    confidence,
  );
  if (found === null) return null;
  const { n, alpha, interval, omega } = found;
  return { n, alpha, interval, omega: omega?.value ?? null };
}
