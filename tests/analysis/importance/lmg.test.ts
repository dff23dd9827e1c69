import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import type { Game } from "../../../analysis/importance/game.ts";
import { forEstimate, importance } from "../../../analysis/importance/lmg.ts";
import { permutations, rSquared } from "./by-orders.ts";
import { correlatedColumns, orthogonalColumns } from "./people.ts";

/** The definition: the mean gain in R2 over all orders of entry. */
function lmgByOrders(columns: readonly Float64Array[], game: Game): number[] {
  const shares = game.players.map(() => 0);
  const orders = permutations([...game.players.keys()]);
  for (const order of orders) {
    const inModel = new Set(game.covariates ?? []);
    let before = rSquared(
      columns[game.outcome]!,
      [...inModel].map((column) => columns[column]!),
    );
    for (const player of order) {
      for (const column of game.players[player]!) inModel.add(column);
      const after = rSquared(
        columns[game.outcome]!,
        [...inModel].map((column) => columns[column]!),
      );
      shares[player]! += (after - before) / orders.length;
      before = after;
    }
  }
  return shares;
}

const columns = correlatedColumns(9, { rows: 60, seed: 4 });
const correlations = weightedCorrelations(columns);
const singles = (count: number): number[][] => Array.from({ length: count }, (_, j) => [j + 1]);

const games: Record<string, Game> = {
  "single columns": { outcome: 0, players: singles(4) },
  "one player": { outcome: 0, players: [[3]] },
  "covariates forced in": { outcome: 2, players: [[0], [1], [5]], covariates: [3, 4] },
  "players of several columns": { outcome: 0, players: [[1, 2], [3], [4, 5, 6]] },
  "several columns first": { outcome: 0, players: [[1, 2, 3], [4, 5], [6]], covariates: [8] },
  "players that overlap": { outcome: 0, players: [[1, 2], [2, 3], [3, 4, 1], [5]] },
  "overlap, and covariates": { outcome: 8, players: [[1], [2, 1], [3, 2]], covariates: [0] },
  "a player inside another": { outcome: 0, players: [[1, 2, 3], [2]], covariates: [7, 8] },
};

describe("LMG", () => {
  it.each(Object.entries(games))("equals the mean over all orders of entry: %s", (_, game) => {
    const { lmg } = importance(correlations, game);
    for (const [player, share] of lmgByOrders(columns, game).entries())
      expect(lmg[player]).toBeCloseTo(share, 12);
  });

  it("sums to what all explain beyond the covariates", () => {
    for (const game of Object.values(games)) {
      const result = importance(correlations, game);
      const covariates = (game.covariates ?? []).map((column) => columns[column]!);
      const everything = [...new Set(game.players.flat())].map((column) => columns[column]!);
      const without = rSquared(columns[game.outcome]!, covariates);
      const all = rSquared(columns[game.outcome]!, [...covariates, ...everything]);
      expect(result.addedRSquared).toBeCloseTo(all - without, 12);
      expect(result.covariatesRSquared).toBeCloseTo(without, 12);
    }
  });

  it("is r squared where predictors are orthogonal", () => {
    const design = orthogonalColumns(4);
    const outcome = design[0]!.map((value, i) => 3 * value + design[1]![i]! + 0.1 * i);
    const matrix = weightedCorrelations([outcome, ...design]);
    const { lmg } = importance(matrix, { outcome: 0, players: singles(4) });
    for (const [j, column] of design.entries())
      expect(lmg[j]).toBeCloseTo(rSquared(outcome, [column]), 13);
  });

  it("is the same for players that can be exchanged", () => {
    // Mirror the people: who has (a, b) has a twin with (b, a) and the same outcome.
    const [a, b, c, y] = correlatedColumns(4, { rows: 40, seed: 9 });
    const join = (first: Float64Array, second: Float64Array): Float64Array =>
      Float64Array.of(...first, ...second);
    const mirrored = [join(y!, y!), join(a!, b!), join(b!, a!), join(c!, c!)];
    const { lmg } = importance(weightedCorrelations(mirrored), {
      outcome: 0,
      players: singles(3),
    });
    expect(lmg[0]).toBeCloseTo(lmg[1]!, 14);
    expect(lmg[0]).not.toBeCloseTo(lmg[2]!, 3);
  });

  it("gives nothing to a column that is orthogonal to all, and changes nothing for the rest", () => {
    const [noise, x1, x2, e] = orthogonalColumns(4);
    const outcome = x1!.map((value, i) => value + 0.5 * x2![i]! + 0.2 * e![i]!);
    const mixed = x1!.map((value, i) => value + x2![i]!);
    const matrix = weightedCorrelations([outcome, x1!, mixed, noise!]);
    const without = importance(matrix, { outcome: 0, players: [[1], [2]] }).lmg;
    const along = importance(matrix, { outcome: 0, players: [[1], [2], [3]] }).lmg;
    expect(along[2]).toBeCloseTo(0, 15);
    expect(along[0]).toBeCloseTo(without[0]!, 14);
    expect(along[1]).toBeCloseTo(without[1]!, 14);
  });

  it("does not depend on scale, origin, direction, order of people or unit of the weights", () => {
    const weights = Float64Array.from({ length: 60 }, (_, i) => 1 + (i % 3));
    const game = games["covariates forced in"]!;
    const base = importance(weightedCorrelations(columns, weights), game).lmg;
    const affine = columns.map((column, j) => column.map((v) => (j % 2 ? -3 : 1e3) * v + 1e6));
    const turned = columns.map((column) => column.toReversed());
    const others = [
      importance(weightedCorrelations(affine, weights), game).lmg,
      importance(weightedCorrelations(turned, weights.toReversed()), game).lmg,
      importance(
        weightedCorrelations(
          columns,
          weights.map((w) => 7 * w),
        ),
        game,
      ).lmg,
    ];
    for (const other of others)
      for (const [j, share] of base.entries()) expect(other[j]).toBeCloseTo(share, 8);
  });

  it("does not depend on which category of a nominal player is the reference", () => {
    const code = (i: number): number => (i * 7) % 3;
    const dummy = (k: number): Float64Array =>
      Float64Array.from({ length: 60 }, (_, i) => Number(code(i) === k));
    const shares = [
      [0, 1],
      [1, 2],
      [2, 0],
    ].map(([k, l]) => {
      const matrix = weightedCorrelations([...columns.slice(0, 3), dummy(k!), dummy(l!)]);
      return importance(matrix, { outcome: 0, players: [[1], [2], [3, 4]] }).lmg;
    });
    for (const other of shares.slice(1))
      for (const [j, share] of shares[0]!.entries()) expect(other[j]).toBeCloseTo(share, 13);
  });
});

describe("LMG where columns say the same", () => {
  it("splits the credit between twins and adds nothing for the second", () => {
    const twins = weightedCorrelations([...columns.slice(0, 3), columns[2]!]);
    const both = importance(twins, { outcome: 0, players: [[1], [2], [3]] });
    const one = importance(twins, { outcome: 0, players: [[1], [2]] });
    expect(both.lmg[1]).toBeCloseTo(both.lmg[2]!, 13);
    expect(both.addedRSquared).toBeCloseTo(one.addedRSquared, 13);
  });

  it("gives nothing to a column that the covariates determine, or that does not vary", () => {
    const total = columns[1]!.map((value, i) => value + columns[2]![i]!);
    const flat = new Float64Array(60).fill(3);
    const matrix = weightedCorrelations([...columns.slice(0, 4), total, flat]);
    const { lmg } = importance(matrix, {
      outcome: 0,
      players: [[3], [4], [5]],
      covariates: [1, 2, 1],
    });
    expect(lmg[0]).toBeGreaterThan(0);
    expect([...lmg.subarray(1)]).toEqual([0, 0]);
  });

  it("gives nothing to anybody when the outcome does not vary", () => {
    const matrix = weightedCorrelations([new Float64Array(60), ...columns.slice(1)]);
    expect([...importance(matrix, { outcome: 0, players: singles(3) }).lmg]).toEqual([0, 0, 0]);
  });

  it("stays within 0 and R2 on any survey of few people and many like items", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 2, max: 4 }),
        (seed, levels) => {
          const few = correlatedColumns(7, { rows: 8, seed, levels });
          const { lmg, addedRSquared } = importance(weightedCorrelations(few), {
            outcome: 0,
            players: [[1], [2, 3], [3, 4], [5], [6]],
          });
          expect(lmg.every((share) => share >= 0 && share <= 1 + 1e-9)).toBe(true);
          expect(addedRSquared).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });
});

describe("sampled orders", () => {
  const wide = weightedCorrelations(correlatedColumns(13, { rows: 200, seed: 2 }));
  const game: Game = { outcome: 0, players: [...singles(9), [10, 11, 1], [12, 2]] };
  const sampled = (orders: number, seed: number) =>
    importance(wide, game, { exactUpTo: 5, orders, seed });
  const exact = importance(wide, game);

  it("sum to the same R2 exactly, whatever their number", () => {
    expect(exact.computed).toEqual({ how: "exact" });
    for (const orders of [2, 50])
      expect(sampled(orders, 1).addedRSquared).toBeCloseTo(exact.addedRSquared, 13);
  });

  it("come near the exact shares, and nearer with more orders", () => {
    const worst = (orders: number): number => {
      const { lmg } = sampled(orders, 3);
      return Math.max(...lmg.map((share, j) => Math.abs(share - exact.lmg[j]!)));
    };
    expect(worst(4000)).toBeLessThan(0.005 * exact.addedRSquared);
    expect(worst(4000)).toBeLessThan(worst(20));
  });

  it("come with their reverse: one pair is all orders of two players", () => {
    const two: Game = {
      outcome: 0,
      players: [
        [1, 2],
        [2, 3],
      ],
    };
    const { lmg } = importance(wide, two, { exactUpTo: 0, orders: 2, seed: 1 });
    for (const [j, share] of importance(wide, two).lmg.entries())
      expect(lmg[j]).toBeCloseTo(share, 14);
  });

  it("are the same for the same seed and say their number", () => {
    expect(sampled(101, 5).computed).toEqual({ how: "sampled orders", orders: 102 });
    expect(sampled(100, 5)).toEqual(sampled(100, 5));
    expect(sampled(100, 5).lmg).not.toEqual(sampled(100, 6).lmg);
  });

  it("take over beyond twenty players", () => {
    const many = weightedCorrelations(correlatedColumns(22, { rows: 90, seed: 8 }));
    const { computed, addedRSquared } = importance(
      many,
      { outcome: 0, players: singles(21) },
      { ...forEstimate, orders: 40 },
    );
    expect(computed.how).toBe("sampled orders");
    expect(addedRSquared).toBeGreaterThan(0);
  });
});

it("refuses a game that the outcome plays in itself", () => {
  expect(() => importance(correlations, { outcome: 0, players: [[1], [0]] })).toThrow(RangeError);
  expect(() => importance(correlations, { outcome: 0, players: [[1]], covariates: [0] })).toThrow(
    RangeError,
  );
  expect(() => importance(correlations, { outcome: 0, players: [] })).toThrow(RangeError);
});
