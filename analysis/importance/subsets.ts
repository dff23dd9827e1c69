/**
 * The gain of every coalition of players: explained variance of all 2^p models.
 *
 * Depth first: at each player either leave its columns out (drop the tail of the matrix, which costs
 * nothing) or take them in (eliminate them: what is left is the matrix of residuals). A step at depth k
 * works on the k columns not yet decided, and half of all steps are at depth 1, a quarter at depth 2:
 * the cost per model does not grow with p. Gray codes and QR updates are not needed.
 */
import {
  type Symmetric,
  eliminateInside,
  eliminateLast,
  leastPivot,
  place,
  triangle,
} from "../numeric/matrix.ts";
import { type Game, layOut, residuals } from "./game.ts";

/** 2^20 models take a fiftieth of a second, 2^26 of them half a gigabyte. */
export const mostPlayers = 26;

/**
 * Explained variance that each coalition adds to the covariates; bit j of the index is player j. The
 * array belongs to the solver and is overwritten by its next call.
 */
export function subsetSolver(game: Game): (correlations: Symmetric) => Float64Array {
  const layout = layOut(game);
  const { players, ends, shared } = layout;
  if (players < 1 || players > mostPlayers)
    throw new RangeError(`subsetSolver requires 1 to ${mostPlayers} players, got ${players}`);
  const gains = new Float64Array(2 ** players);
  const block = triangle(ends[players - 1]);
  const work = new Float64Array(Math.max(block * (players + 1), triangle(layout.order.length)));
  const firstIsSingle = ends[0] === 2;
  const firstTwoAreSingle = firstIsSingle && ends[1] === 3 && shared[1].length === 0;
  let unexplained = 0;

  /** `from`: where the residuals given `coalition` start; players 0..player are undecided. */
  function visit(player: number, from: number, coalition: number): void {
    if (player < 0) {
      gains[coalition] = unexplained - work[from];
      return;
    }
    if (player === 1 && firstTwoAreSingle) {
      visitTwo(from, coalition);
      return;
    }
    if (player === 0 && firstIsSingle) {
      const gain = unexplained - work[from];
      gains[coalition] = gain;
      gains[coalition | 1] = gain + explained(work[from + 1], work[from + 2]);
      return;
    }
    visit(player - 1, from, coalition);
    visit(player - 1, takeIn(player, from), coalition | (1 << player));
  }

  /** The same for two single columns, most of all steps: what `eliminateLast` does, without leaving the registers. */
  function visitTwo(from: number, coalition: number): void {
    const [first, last] = [work[from + 2], work[from + 5]];
    const [alongFirst, between, alongLast] = [work[from + 1], work[from + 4], work[from + 3]];
    const without = unexplained - work[from];
    gains[coalition] = without;
    gains[coalition | 1] = without + explained(alongFirst, first);
    if (!(last > leastPivot)) {
      gains[coalition | 2] = without;
      gains[coalition | 3] = gains[coalition | 1];
      return;
    }
    const inverse = 1 / last;
    const factor = between * inverse;
    const gain = unexplained - (work[from] - alongLast * inverse * alongLast);
    gains[coalition | 2] = gain;
    gains[coalition | 3] =
      gain + explained(alongFirst - factor * alongLast, first - factor * between);
  }

  /** Eliminates the columns of a player; returns where the residuals are (they stay put if none is new). */
  function takeIn(player: number, from: number): number {
    const to = block * player;
    const before = player === 0 ? 1 : ends[player - 1];
    let at = from;
    for (let rows = ends[player]; rows > before; rows--)
      if (work[at + triangle(rows) - 1] > leastPivot) {
        eliminateLast(work, at, to, rows);
        at = to;
      }
    for (const column of shared[player])
      if (work[at + place(column, column)] > leastPivot) {
        if (at !== to) work.copyWithin(to, at, at + triangle(before));
        eliminateInside(work, to, column, before);
        at = to;
      }
    return at;
  }

  return (correlations) => {
    residuals(correlations, layout, work);
    const start = block * players;
    work.copyWithin(start, 0, block);
    unexplained = work[start];
    visit(players - 1, start, 0);
    return gains;
  };
}

/** What a column explains of the outcome: nothing where only rounding is left of it. */
const explained = (along: number, own: number): number =>
  own > leastPivot ? (along * along) / own : 0;
