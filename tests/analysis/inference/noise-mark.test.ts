/** The noise mark against what it stands for: the importance of a player whose columns are really shuffled. */
import { expect, test } from "vitest";
import { correlator } from "../../../analysis/importance/correlations.ts";
import type { Game } from "../../../analysis/importance/game.ts";
import { importance } from "../../../analysis/importance/lmg.ts";
import { noiseMarks } from "../../../analysis/inference/noise-mark.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { quantileOf } from "../../../analysis/numeric/order-statistics.ts";
import { stream } from "../../../analysis/numeric/random.ts";

const people = 400;
const source = stream(5);
const normal = (): number => normalQuantile(source.uniform());
const columns = Array.from({ length: 7 }, () => new Float64Array(people));
for (let i = 0; i < people; i++) {
  const common = normal();
  for (let j = 1; j < 7; j++) columns[j]![i] = 0.6 * common + normal();
  columns[0]![i] = 0.6 * columns[1]![i]! + 0.4 * columns[2]![i]! + 0.5 * columns[6]![i]! + normal();
}
/** A single, a single, a block of three; one covariate. */
const game: Game = { outcome: 0, covariates: [6], players: [[1], [2], [3, 4, 5]] };

/** 95th percentile over shufflings of all columns of a player among the people. */
function shuffledMark(player: number): number {
  const shares = Float64Array.from({ length: 800 }, (_, draw) => {
    const order = shuffled(draw);
    const own = new Set(game.players[player]);
    const moved = columns.map((column, at) =>
      own.has(at) ? Float64Array.from(order, (from) => column[from]!) : column,
    );
    return importance(correlator(moved)(), game).lmg[player]!;
  });
  return quantileOf(shares.sort(), 0.95);
}

function shuffled(draw: number): number[] {
  const dice = stream(6, draw);
  const order = Array.from({ length: people }, (_, i) => i);
  for (let i = people - 1; i > 0; i--) {
    const j = dice.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

test("is the 95th percentile of the importance of shuffled columns, single or in a block", () => {
  const marks = noiseMarks(correlator(columns)(), game, { people, seed: 1 });
  for (const player of [0, 2]) {
    const ratio = marks[player]! / shuffledMark(player);
    // 800 shufflings know the percentile to about 6 %.
    expect(ratio).toBeGreaterThan(0.82);
    expect(ratio).toBeLessThan(1.22);
  }
});

test("shrinks with the number of people, and is the same for the same seed", () => {
  const correlations = correlator(columns)();
  const few = noiseMarks(correlations, game, { people: 101, seed: 1 });
  const many = noiseMarks(correlations, game, { people: 1001, seed: 1 });
  for (const [player, mark] of few.entries()) expect(mark / many[player]!).toBeCloseTo(10, 8);
  expect(noiseMarks(correlations, game, { people: 101, seed: 1 })).toEqual(few);
  expect(noiseMarks(correlations, game, { people: 101, seed: 2 })).not.toEqual(few);
});
