import { marginOf, midRanks } from "../methods/margin.ts";
import type { Design } from "../weights/design.ts";
import { designModel } from "./design-model.ts";
import { unfitted, type Coefficient, type Unfitted } from "./terms.ts";

export interface RankTest extends Coefficient {
  readonly ok: true;
  /** Primary sampling units less strata, less 1. */
  readonly df: number;
}

export interface RankTestOptions {
  readonly design: Design;
  readonly confidence: number;
  /** Scores to use instead of mid-ranks, 0 to 1. */
  readonly ranks?: Float64Array;
}

/**
 * Whether one of two groups of a population tends to higher numbers, under a survey design (Lumley & Scott 2013).
 *
 * Every person gets the estimated mid-rank in the population as a share, 0 to 1; the difference of the two groups'
 * mean ranks, which is auc - 1/2 (half the rank-biserial correlation), is tested like a regression coefficient.
 * Taking the ranks as known changes the test only to second order where there is no difference.
 *
 * Assumes nothing of the numbers but their order. Hazard: groups of the same mean rank can still differ in spread.
 *
 * @param group 1 and 0, or two other numbers: the difference is per one more of it
 */
export function designRankTest(
  y: Float64Array,
  group: Float64Array,
  options: RankTestOptions,
): RankTest | Unfitted {
  const ranks = options.ranks ?? midRanks(marginOf(y, options.design.weights));
  const term = { name: "group", values: group };
  const model = designModel(ranks, [term], { ...options, family: "gaussian" });
  if (!model.ok) return model;
  const difference = model.coefficients[1];
  return difference === undefined
    ? unfitted("no variation")
    : { ok: true, ...difference, df: model.df };
}
