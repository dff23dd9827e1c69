/**
 * LMG: the explained variance of an outcome shared out among what explains it.
 *
 * Purpose: experiences go together, so "the variance that internships explain" depends on what is
 * already in the model. LMG takes the mean over all orders in which the players can enter. The shares
 * cannot be negative and sum to what all explain beyond the covariates.
 *
 *   v(S) = R2(Z and S) - R2(Z),   LMG = Shapley value of v
 *
 * Lindeman, Merenda & Gold 1980; the same number is Shapley regression (Lipovetsky & Conklin 2001) and
 * general dominance (Budescu 1993).
 *
 * Assumptions: linear associations; a nominal player enters with all its dummies. A column that is a
 * combination of others adds nothing rather than failing.
 *
 * Hazards: a share is not evidence: it is above zero for pure noise, and a player without any partial
 * association gets credit through others it goes with. Reliable scales collect more than single yes/no
 * questions. Twins split their credit.
 */
import type { CorrelationMatrix } from "./correlations.ts";
import type { Game } from "./game.ts";
import { layOut, residuals } from "./game.ts";
import { sampledSolver } from "./sampled-orders.ts";
import { shapleyOf } from "./shapley.ts";
import { subsetSolver } from "./subsets.ts";
import { triangle } from "../numeric/matrix.ts";
import type { Computed } from "../ranking.ts";

export interface Importance {
  /** One share of the outcome's variance per player, 0 to 1. */
  readonly lmg: Float64Array;
  /** Sum of the shares: what all players explain beyond the covariates. */
  readonly addedRSquared: number;
  readonly covariatesRSquared: number;
  readonly computed: Computed;
}

export interface LmgOptions {
  /** With more players than this, orders are sampled. */
  readonly exactUpTo: number;
  /** How many orders; made even. */
  readonly orders: number;
  readonly seed: number;
}

/** For one estimate: 20 players take 2^20 models, a fortieth of a second. */
export const forEstimate: LmgOptions = { exactUpTo: 20, orders: 20_000, seed: 0 };
/**
 * For each of a thousand replicates: beyond 17 players sampling is the quicker of the two. A thousand
 * orders leave the worst share off by 0.1 to 1 % of the R2, alike in all replicates.
 */
export const forReplicate: LmgOptions = { exactUpTo: 17, orders: 1_000, seed: 0 };

/** LMG of every player, exact up to 20 of them. */
export function importance(
  correlations: CorrelationMatrix,
  game: Game,
  options: LmgOptions = forEstimate,
): Importance {
  const { computed, solve } = lmgSolver(game, options);
  const lmg = solve(correlations);
  return {
    lmg,
    addedRSquared: lmg.reduce((sum, share) => sum + share, 0),
    covariatesRSquared: covariatesRSquared(correlations, game),
    computed,
  };
}

/** The same, prepared once for many matrices of one layout. */
export function lmgSolver(
  game: Game,
  options: LmgOptions,
): { readonly computed: Computed; readonly solve: (c: CorrelationMatrix) => Float64Array } {
  const computed = computedFor(game.players.length, options);
  if (computed.how === "sampled orders") {
    const { orders } = computed;
    return { computed, solve: sampledSolver(game, { orders, seed: options.seed }) };
  }
  const gains = subsetSolver(game);
  const shares = shapleyOf(game.players.length);
  return { computed, solve: (correlations) => shares(gains(correlations)) };
}

/** How so many players are computed: every model, or that many orders. */
export const computedFor = (
  players: number,
  { exactUpTo, orders }: Pick<LmgOptions, "exactUpTo" | "orders">,
): Computed =>
  players > exactUpTo
    ? { how: "sampled orders", orders: 2 * Math.ceil(orders / 2) }
    : { how: "exact" };

function covariatesRSquared(correlations: CorrelationMatrix, game: Game): number {
  const layout = layOut({ ...game, players: [] });
  const work = new Float64Array(triangle(layout.order.length));
  residuals(correlations, layout, work);
  return Math.max(0, 1 - work[0]);
}
