/**
 * Owen values: the explained variance shared out among blocks, and within each block among its items.
 *
 * Purpose: a learning outcome is evidenced by several experiences. A reader wants to know what the outcome is worth
 * among the other outcomes, and which of its experiences carry it, in numbers that add up. LMG of all items on their
 * own does not add up to the LMG of the blocks.
 *
 * Blocks enter one after another in any order; inside, the items of a block enter in any order, all before the next
 * block begins. An item's share is its mean gain over all such orders (Owen 1977; for regression Huettner & Sunder
 * 2012):
 *
 *   phi_ki = sum over H of the other blocks |H|! (m - |H| - 1)! / m!  sum over S of the block's other items
 *            |S|! (b - |S| - 1)! / b!  [v(Q_H + S + i) - v(Q_H + S)]
 *
 * which is the Shapley value of the items in the block's mean game u(S) = sum over H of the first factor v(Q_H + S).
 * The shares of a block sum to its Shapley value among the blocks, those of all to the added R2; blocks of one item
 * each give LMG, and so does a single block.
 *
 * Example: three experiences correlate 0.5 with each other and with the outcome: each has an LMG of 12.5 %. With two of
 * them one block and the third another, the blocks have 22.9 % and 14.6 % (not 25 and 12.5, since the block meets what it
 * shares with the third as one), and each of the two 11.5 %.
 *
 * Assumptions and hazards as for LMG (lmg.ts). An item that is in two blocks has a share in each, and its columns
 * explain nothing more in the second.
 */
import { type Symmetric } from "../numeric/matrix.ts";
import { stream } from "../numeric/random.ts";
import type { Computed } from "../ranking.ts";
import type { CorrelationMatrix } from "./correlations.ts";
import type { Game } from "./game.ts";
import { forEstimate, type LmgOptions, computedFor } from "./lmg.ts";
import { ordersSolver, shuffled } from "./sampled-orders.ts";
import { chanceBefore, coalitionSizes, shapleyOf } from "./shapley.ts";
import { subsetSolver } from "./subsets.ts";

/** All numbers are rows of one correlation matrix. */
export interface UnionGame extends Omit<Game, "players"> {
  /** Per block its items, per item its columns. */
  readonly unions: readonly (readonly (readonly number[])[])[];
}

export interface Owen {
  /** One share of the outcome's variance per block: its LMG among the blocks. */
  readonly blocks: Float64Array;
  /** Per block one share per item; they sum to the block's. */
  readonly items: readonly Float64Array[];
  readonly addedRSquared: number;
  readonly computed: Computed;
}

/** Owen values, exact while every block's items and the other blocks together are no more than `exactUpTo`. */
export function owen(
  correlations: CorrelationMatrix,
  game: UnionGame,
  options: LmgOptions = forEstimate,
): Owen {
  const { computed, solve } = owenSolver(game, options);
  const items = solve(correlations);
  const blocks = Float64Array.from(items, sum);
  return { blocks, items, addedRSquared: sum(blocks), computed };
}

/** The same, prepared once for many matrices of one layout: shares of the items by block. */
export function owenSolver(
  game: UnionGame,
  options: LmgOptions,
): { readonly computed: Computed; readonly solve: (c: CorrelationMatrix) => Float64Array[] } {
  const { unions } = game;
  if (unions.length === 0 || unions.some((items) => items.length === 0))
    throw new RangeError(
      `owen requires blocks of one or more items, got ${unions.map((items) => items.length).join(", ") || "none"}`,
    );
  const largest = Math.max(...unions.map((items) => items.length));
  const computed = computedFor(unions.length - 1 + largest, options);
  if (computed.how === "sampled orders")
    return { computed, solve: sampled(game, { orders: computed.orders, seed: options.seed }) };
  const insides = unions.map((_, block) => insideOf(game, block));
  return { computed, solve: (c) => insides.map((inside) => inside(c)) };
}

/** Shapley values of the items of one block in its mean game; every other block is one player. */
function insideOf(
  { unions, ...rest }: UnionGame,
  block: number,
): (correlations: Symmetric) => Float64Array {
  const items = unions[block];
  const others = unions.filter((_, other) => other !== block).map((columns) => columns.flat());
  const gainsOf = subsetSolver({ ...rest, players: [...items, ...others] });
  const shares = shapleyOf(items.length);
  const chances = Array.from({ length: unions.length }, (_, size) =>
    chanceBefore(size, unions.length),
  );
  const weights = Float64Array.from(coalitionSizes(others.length), (size) => chances[size]);
  const mean = new Float64Array(2 ** items.length);
  return (correlations) => {
    const gains = gainsOf(correlations);
    mean.fill(0);
    // The items are the low bits of a coalition, the other blocks the high ones.
    for (let before = 0, at = 0; before < weights.length; before++)
      for (let own = 0; own < mean.length; own++, at++) mean[own] += weights[before] * gains[at];
    return shares(mean);
  };
}

/** Random orders that keep blocks together, each with its reverse. */
function sampled(
  { unions, ...rest }: UnionGame,
  { orders, seed }: { readonly orders: number; readonly seed: number },
): (correlations: Symmetric) => Float64Array[] {
  const starts = unions.map((_, block) =>
    unions.slice(0, block).reduce((before, items) => before + items.length, 0),
  );
  const pairs = Array.from({ length: orders / 2 }, (_, pair) => {
    const source = stream(seed, pair);
    const order = shuffled(unions.length, source).flatMap((block) =>
      shuffled(unions[block].length, source).map((item) => starts[block] + item),
    );
    return [order, order.toReversed()];
  });
  const solve = ordersSolver({ ...rest, players: unions.flat() }, pairs.flat());
  return (correlations) => {
    const shares = solve(correlations);
    return unions.map((items, block) => shares.slice(starts[block], starts[block] + items.length));
  };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
