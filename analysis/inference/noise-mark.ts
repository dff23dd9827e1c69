/**
 * The noise mark: how important a player looks by chance alone.
 *
 * Importance cannot be negative, so noise has some too. The mark is the 95th percentile of a player's importance when
 * its columns are shuffled among the people (after Tonidandel, LeBreton & Johnson 2009): what lies below it is no more
 * than a shuffled column shows in one of twenty cases.
 *
 * Nobody is shuffled. Over all orders of a column its correlations c with the other columns have mean 0 and covariance
 * R / (n - 1), R being the correlations of those columns; for more than a few dozen people they are normal (Hoeffding
 * 1951). To a coalition S that explains the outcome with coefficients β_S, such a column adds
 *
 *   (a_S' c)²,   a_S = (1 for the outcome, -β_S for the columns of S),
 *
 * so its importance is c' M c with M the mean of a_S a_S' over the orders in which players can enter. M is averaged over
 * sampled coalitions of the other players, c drawn a few thousand times; the columns of a block, orthogonal among
 * themselves, add one such term each.
 *
 * Hazard: a mark is no test of a player: a player above it can still owe its share to what it goes with.
 */
import type { CorrelationMatrix } from "../importance/correlations.ts";
import type { Game } from "../importance/game.ts";
import { entry, lowerRoot, solveRoot, symmetricOf, triangle } from "../numeric/matrix.ts";
import { type Stream, stream } from "../numeric/random.ts";
import { quantileOf } from "../numeric/order-statistics.ts";
import { normalDraws } from "./noise.ts";

export interface NoiseMarkOptions {
  /** People, or the effective number of them where they are weighted. */
  readonly people: number;
  readonly seed: number;
  readonly address?: number;
}

const percentile = 0.95;
const coalitions = 256;
const draws = 2_000;

/** One mark per player, in shares of the outcome's variance. */
export function noiseMarks(
  correlations: CorrelationMatrix,
  game: Game,
  { people, seed, address = 0 }: NoiseMarkOptions,
): Float64Array {
  const widest = game.players.reduce((most, { length }) => Math.max(most, length), 0);
  // Correlations of shuffled columns, times the root of n - 1.
  const { values } = normalDraws(correlations, {
    count: draws * widest,
    source: stream(seed, address, 0, 1),
  });
  const { size } = correlations;
  const columnOf = (at: number): Float64Array => values.subarray(at * size, (at + 1) * size);
  return Float64Array.from(game.players, (own, player) => {
    const source = stream(seed, address, player + 1, 1);
    const mean = meanProduct(correlations, game, { player, source });
    const samples = Float64Array.from({ length: draws }, (_, draw) => {
      let total = 0;
      for (let k = 0; k < own.length; k++) total += quadratic(mean, columnOf(k * draws + draw));
      return total / (people - 1);
    });
    return quantileOf(samples.sort(), percentile);
  });
}

interface Sampling {
  readonly player: number;
  readonly source: Stream;
}

/** M: the mean of a a' over coalitions of the others, every size as likely as in a random order. */
function meanProduct(
  correlations: CorrelationMatrix,
  { outcome, covariates = [], players }: Game,
  { player, source }: Sampling,
): Float64Array {
  const { size } = correlations;
  const others = [...players.keys()].filter((other) => other !== player);
  const sum = new Float64Array(triangle(size));
  for (let sample = 0; sample < coalitions; sample++) {
    const members = someOf(others, source).flatMap((other) => players[other]);
    const columns = [...new Set([...covariates, ...members])];
    const a = new Float64Array(size);
    a[outcome] = 1;
    const right = Float64Array.from(columns, (column) => entry(correlations, column, outcome));
    const among = symmetricOf(columns.length, (i, j) =>
      entry(correlations, columns[i], columns[j]),
    );
    solveRoot(lowerRoot(among), right).forEach((beta, i) => (a[columns[i]] = -beta));
    for (let i = 0, at = 0; i < size; i++)
      for (let j = 0; j <= i; j++, at++) sum[at] += a[i] * a[j];
  }
  return sum.map((one) => one / coalitions);
}

/** Who stands before a player in a random order: a size from 0 to all, then that many of them. */
function someOf(others: readonly number[], source: Stream): number[] {
  const left = [...others];
  const size = source.below(others.length + 1);
  for (let i = 0; i < size; i++) {
    const j = i + source.below(left.length - i);
    [left[i], left[j]] = [left[j], left[i]];
  }
  return left.slice(0, size);
}

function quadratic(matrix: Float64Array, c: Float64Array): number {
  let sum = 0;
  for (let i = 0, at = 0; i < c.length; i++) {
    for (let j = 0; j < i; j++, at++) sum += 2 * matrix[at] * c[i] * c[j];
    sum += matrix[at++] * c[i] * c[i];
  }
  return sum;
}
