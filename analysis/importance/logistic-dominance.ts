/**
 * Dominance analysis of a yes-or-no outcome: McFadden's R2 shared out among what explains it.
 *
 *   v(S) = 1 - log L(S) / log L(nothing),   general dominance = Shapley value of v
 *
 * Azen & Traxel 2009. As with LMG the shares sum to what all players explain together; here every coalition is a
 * logistic regression of its own, so the players are few.
 *
 * Hazards: those of LMG; and McFadden's R2 is far below the R2 of a line for the same association (0.2 to 0.4 is
 * a very good fit), so the two are never compared.
 */
import { families } from "../models/families.ts";
import { generalisedFit } from "../models/generalised.ts";
import { logLikelihoodOfShare } from "../models/logistic.ts";
import { unfitted, type Unfitted } from "../models/terms.ts";
import { varies } from "../methods/pearson.ts";
import { shapleyOf } from "./shapley.ts";

export interface LogisticDominance {
  readonly ok: true;
  /** McFadden's R2 of each player, mean over all orders in which they can enter. */
  readonly general: Float64Array;
  /** Alone, and after all others. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Of all players together: the sum of the shares. */
  readonly total: number;
}

/** 2^10 logistic regressions take seconds. */
const mostPlayers = 10;

/**
 * @param y 1 for yes, 0 for no
 * @param players the columns of each: one, or the 0/1 columns of a nominal predictor
 */
export function logisticDominance(
  y: Float64Array,
  players: readonly (readonly Float64Array[])[],
): LogisticDominance | Unfitted {
  const p = players.length;
  if (p < 1 || p > mostPlayers)
    throw new RangeError(`logisticDominance requires 1 to ${mostPlayers} players, got ${p}`);
  if (!varies(y)) return unfitted("no variation");
  if (y.length <= players.flat().length + 1) return unfitted("too few people");
  const nothing = logLikelihoodOfShare(y);
  const gains = new Float64Array(2 ** p);
  for (let coalition = 1; coalition < gains.length; coalition++) {
    const columns = players.filter((_, j) => coalition & (1 << j)).flat();
    const terms = columns.map((values, at) => ({ name: `${at}`, values }));
    const fit = generalisedFit(y, terms, { family: families.binomial });
    if (fit === undefined) return unfitted("no finite fit");
    gains[coalition] = 1 - fit.logLikelihood / nothing;
  }
  const everybody = gains.length - 1;
  const each = players.map((_, j) => 1 << j);
  return {
    ok: true,
    general: shapleyOf(p)(gains),
    first: Float64Array.from(each, (one) => gains[one]),
    last: Float64Array.from(each, (one) => gains[everybody] - gains[everybody ^ one]),
    total: gains[everybody],
  };
}
