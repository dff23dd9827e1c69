/**
 * The one gate. Only what has passed here can reach a page, a chart, a file or the API: the type says so.
 *
 * A figure that rests on fewer people than the threshold is both noisy and identifying; it is replaced by
 * "suppressed", and the number of people with it, so that a table shows that there is nothing to see.
 */
import type { Association, Estimate } from "../association.ts";
import type { PairDescription } from "../describe.ts";
import type { ScoreDescription } from "../describe-scores.ts";
import type { PairDetails } from "../pair-details.ts";
import type { Screening } from "../screening.ts";
import { releaseRankings } from "./release-rankings.ts";
import { withComplement } from "./small-counts.ts";

declare const released: unique symbol;

/** A value that has passed the gate. Made in this file and nowhere else. */
export type Released<T> = T & { readonly [released]: true };

/** Fewest people behind any figure: the rule of most state data offices (NCES 2011-603, brief 3). */
export const disclosureThreshold = 10;

export function release(
  screening: Screening,
  threshold = disclosureThreshold,
): Released<Screening> {
  return passed({
    ...screening,
    associations: screening.associations.map((row) => releaseAssociation(row, threshold)),
    rankings: releaseRankings(screening.rankings, threshold),
  });
}

export function releaseDescription(
  description: PairDescription,
  threshold = disclosureThreshold,
): Released<PairDescription> {
  const few = (n: number | null): boolean => n !== null && n > 0 && n < threshold;
  const hideCategories = (categories: PairDescription["predictor"]["categories"]) =>
    withComplement(
      categories.map((category) => category.n),
      few,
    ).map((n, i) => ({
      ...categories[i],
      n,
    }));
  const groups = withComplement(
    description.groups.map((group) => group.n),
    few,
  );
  return passed({
    ...description,
    lost: description.lost.map((row) => (few(row.people) ? { ...row, people: null } : row)),
    predictor: {
      ...description.predictor,
      categories: hideCategories(description.predictor.categories),
    },
    outcome: { ...description.outcome, categories: hideCategories(description.outcome.categories) },
    groups: description.groups.map((group, i) =>
      groups[i] === null ? { ...group, n: null, mean: null, low: null, high: null } : group,
    ),
  });
}

/**
 * Companions of a pair whose description has passed. They go with too few people, and where one of two groups is hidden:
 * a difference of means or shares would tell how its few people fare. Alarms name no number; that a group is
 * small stays, as the description shows as much.
 */
export function releaseDetails(
  details: PairDetails,
  { n, predictor, outcome }: Released<PairDescription>,
  threshold = disclosureThreshold,
): Released<PairDetails> {
  const hidesGroup = ({ level, categories }: PairDescription["predictor"]): boolean =>
    level === "binary" && categories.some((category) => category.n === null);
  if (n >= threshold && !hidesGroup(predictor) && !hidesGroup(outcome)) return passed(details);
  return passed({
    companions: details.companions.map(({ method, estimate }) => ({
      method,
      estimate: withheld(estimate),
    })),
    alarms: details.alarms.filter(({ code }) => code === "few people"),
  });
}

/**
 * A mean wants as many people as any figure; a quartile as many on either side of it; and how far items agree wants
 * residual degrees of freedom to speak of.
 */
export function releaseScores(
  { n, mean, middleHalf, reliability }: ScoreDescription,
  threshold = disclosureThreshold,
): Released<ScoreDescription> {
  return passed({
    n: n < threshold ? 0 : n,
    mean: n < threshold ? null : mean,
    middleHalf: n < 4 * threshold ? null : middleHalf,
    reliability: reliability === null || reliability.n < 3 * threshold ? null : reliability,
  });
}

/** The only place where the mark is set. */
const passed = <T>(value: T): Released<T> => value as Released<T>;

function releaseAssociation(whole: Association, threshold: number): Association {
  const row = tooFew(whole.adjusted?.n, threshold)
    ? { ...whole, ...withoutAdjusted(whole) }
    : whole;
  if (!tooFew(row.n, threshold)) return row;
  return {
    ...row,
    raw: withheld(row.raw),
    n: null,
    effectiveN: null,
    pHolm: null,
    qBh: null,
    cautions: [],
  };
}

const tooFew = (n: number | null | undefined, threshold: number): boolean =>
  typeof n === "number" && n < threshold;

function withoutAdjusted({
  adjusted,
}: Association): Pick<Association, "adjusted" | "adjustedPHolm"> {
  return {
    adjusted: adjusted && {
      ...adjusted,
      estimate: withheld(adjusted.estimate),
      unadjusted: null,
      n: null,
    },
    adjustedPHolm: null,
  };
}

/** A shortfall gives nothing away, and says more than that something is hidden. */
const withheld = (estimate: Estimate): Estimate =>
  estimate.ok ? { ok: false, because: "suppressed" } : estimate;
