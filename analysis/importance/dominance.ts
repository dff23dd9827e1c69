/**
 * Dominance analysis: whether one player beats another in every model, on average in every size of
 * model, or on average over the sizes (Budescu 1993; Azen & Budescu 2003). Complete dominance implies
 * conditional, conditional implies general; general dominance is LMG.
 */
import type { CorrelationMatrix } from "./correlations.ts";
import type { Game } from "./game.ts";
import { coalitionSizes, shapleyOf } from "./shapley.ts";
import { subsetSolver } from "./subsets.ts";

export interface Dominance {
  /** Explained variance added to the covariates alone. */
  readonly first: Float64Array;
  /** Added to the covariates and all other players. */
  readonly last: Float64Array;
  /** By player, then by the number of players already in, 0 to p - 1: the mean gain. */
  readonly conditional: readonly Float64Array[];
  /** Mean of the conditional gains: LMG. */
  readonly general: Float64Array;
  /** By pair: 1 the row's player gains more in every model, 0 the column's does, 0.5 neither; null on the diagonal. */
  readonly complete: readonly (readonly (1 | 0 | 0.5 | null)[])[];
}

export function dominance(correlations: CorrelationMatrix, game: Game): Dominance {
  const gains = subsetSolver(game)(correlations);
  const players = game.players.map((_, player) => player);
  const everybody = gains.length - 1;
  return {
    first: Float64Array.from(players, (j) => gains[1 << j]),
    last: Float64Array.from(players, (j) => gains[everybody] - gains[everybody ^ (1 << j)]),
    conditional: players.map((j) => gainBySize(gains, j, players.length)),
    general: shapleyOf(players.length)(gains),
    complete: players.map((i) => players.map((j) => (i === j ? null : dominates(gains, i, j)))),
  };
}

function gainBySize(gains: Float64Array, player: number, players: number): Float64Array {
  const sizes = coalitionSizes(players);
  const sums = new Float64Array(players);
  const models = new Float64Array(players);
  const bit = 1 << player;
  for (let s = 0; s < gains.length; s++) {
    if (s & bit) continue;
    sums[sizes[s]] += gains[s | bit] - gains[s];
    models[sizes[s]]++;
  }
  return sums.map((sum, size) => sum / models[size]);
}

/** Differences below this share of the variance are rounding, not dominance. */
const rounding = 1e-13;

function dominates(gains: Float64Array, i: number, j: number): 1 | 0 | 0.5 {
  const both = (1 << i) | (1 << j);
  let always = true;
  let never = true;
  for (let s = 0; s < gains.length && (always || never); s++) {
    if (s & both) continue;
    const difference = gains[s | (1 << i)] - gains[s | (1 << j)];
    if (!(difference > rounding)) always = false;
    if (!(difference < -rounding)) never = false;
  }
  return always ? 1 : never ? 0 : 0.5;
}
