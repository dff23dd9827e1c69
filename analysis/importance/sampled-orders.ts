/**
 * Shapley values from some of the orders, where all 2^p models would be too many.
 *
 * Each order of entry gives every player one gain; the mean over random orders estimates the Shapley
 * value without bias (Castro, Gomez & Tejada 2009). Orders come in pairs, one the reverse of the other:
 * who enters early in one enters late in the other, so that most of the noise cancels (Mitchell, Cooper,
 * Frank & Holmes 2022). The shares sum to the gain of all players exactly, as each order's gains do.
 */
import { type Symmetric, eliminateLast, leastPivot, place, triangle } from "../numeric/matrix.ts";
import { stream, type Stream } from "../numeric/random.ts";
import { type Game, type Layout, layOut, residuals } from "./game.ts";

/** The same orders in every call, so that replicates differ by their people alone. */
export function sampledSolver(
  game: Game,
  { orders, seed }: { readonly orders: number; readonly seed: number },
): (correlations: Symmetric) => Float64Array {
  const pairs = Array.from({ length: Math.ceil(orders / 2) }, (_, pair) => {
    const order = shuffled(game.players.length, stream(seed, pair));
    return [order, order.toReversed()];
  });
  return ordersSolver(game, pairs.flat());
}

/** The mean gain of every player over the given orders of entry, each a list of all players. */
export function ordersSolver(
  game: Game,
  orders: readonly (readonly number[])[],
): (correlations: Symmetric) => Float64Array {
  const layout = layOut(game);
  const rows = layout.ends.at(-1) ?? 1;
  const entries = orders.map((order) => entry(layout, order));
  const given = new Float64Array(triangle(layout.order.length));
  const work = new Float64Array(triangle(rows));

  return (correlations) => {
    residuals(correlations, layout, given);
    const sums = new Float64Array(layout.players);
    for (const { players, columns } of entries) {
      for (let i = 0; i < rows; i++)
        for (let j = 0; j <= i; j++) work[triangle(i) + j] = given[place(columns[i], columns[j])];
      let before = work[0];
      for (let row = rows - 1; row > 0; row--) {
        if (work[triangle(row) + row] > leastPivot) eliminateLast(work, 0, 0, row + 1);
        sums[players[row]] += before - work[0];
        before = work[0];
      }
    }
    return sums.map((sum) => Math.max(0, sum / entries.length));
  };
}

/** Columns by row of the matrix, outcome first and the first to enter last; and whose column each is. */
interface Entry {
  readonly columns: Int32Array;
  readonly players: Int32Array;
}

/** A column of several players enters with the first of them. */
function entry({ ends, shared }: Layout, order: readonly number[]): Entry {
  const columns: number[] = [];
  const players: number[] = [];
  const add = (column: number, player: number): void => {
    if (columns.includes(column)) return;
    columns.push(column);
    players.push(player);
  };
  for (const player of order) {
    for (let column = player === 0 ? 1 : ends[player - 1]; column < ends[player]; column++)
      add(column, player);
    for (const column of shared[player]) add(column, player);
  }
  return {
    columns: Int32Array.of(0, ...columns.toReversed()),
    players: Int32Array.of(-1, ...players.toReversed()),
  };
}

/** So many players in random order (Fisher & Yates). */
export function shuffled(players: number, source: Stream): number[] {
  const order = Array.from({ length: players }, (_, player) => player);
  for (let i = players - 1; i > 0; i--) {
    const j = source.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
