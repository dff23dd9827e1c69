/**
 * The game whose gain is shared out: players are sets of columns, the gain of a coalition is the
 * explained variance its columns add to what the covariates explain.
 *
 * A player is a single column (a number, a score), the dummies of a nominal predictor, or everything
 * that evidences a learning outcome. Players may overlap: a coalition has the union of their columns.
 */
import { type Symmetric, eliminateLast, leastPivot, place, triangle } from "../numeric/matrix.ts";

/** All numbers are rows of one correlation matrix. */
export interface Game {
  readonly outcome: number;
  readonly players: readonly (readonly number[])[];
  /** In every model, the empty coalition's included. */
  readonly covariates?: readonly number[];
}

/**
 * The order in which rows are laid out so that taking a player out is dropping a tail: the outcome, the
 * columns of player 0, those of player 1 that player 0 lacks, and so on; the covariates last of all.
 */
export interface Layout {
  readonly players: number;
  readonly covariates: number;
  /** Rows of the correlation matrix, by place. */
  readonly order: readonly number[];
  /** Places that end with the columns of this player: places before `ends[k]` belong to players 0..k. */
  readonly ends: readonly number[];
  /** Places of the columns a player shares with players before it. */
  readonly shared: readonly (readonly number[])[];
}

export function layOut({ outcome, players, covariates = [] }: Game): Layout {
  const order = [outcome];
  const ends: number[] = [];
  const shared: number[][] = [];
  for (const columns of players) {
    const earlier: number[] = [];
    for (const column of new Set(columns)) {
      const known = order.indexOf(column);
      if (known === 0)
        throw new RangeError(`a game requires players without the outcome ${outcome}`);
      if (known < 0) order.push(column);
      else if (known < (ends.at(-1) ?? 1)) earlier.push(known);
    }
    ends.push(order.length);
    shared.push(earlier);
  }
  if (covariates.includes(outcome))
    throw new RangeError(`a game requires covariates without the outcome ${outcome}`);
  order.push(...covariates);
  return { players: players.length, covariates: covariates.length, order, ends, shared };
}

/**
 * Writes to the start of `work` what outcome and columns keep once the covariates are accounted for,
 * as shares of their full variance. Covariates that are combinations of others are passed over.
 */
export function residuals(correlations: Symmetric, layout: Layout, work: Float64Array): void {
  const { order, covariates } = layout;
  for (let i = 0; i < order.length; i++)
    for (let j = 0; j <= i; j++)
      work[triangle(i) + j] = correlations.values[place(order[i], order[j])];
  for (let rows = order.length; rows > order.length - covariates; rows--)
    if (work[triangle(rows) - 1] > leastPivot) eliminateLast(work, 0, 0, rows);
}
