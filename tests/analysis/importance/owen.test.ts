/** The definition over all orders that keep blocks together, the sums that hold, and the games that LMG knows, too. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { forEstimate, importance } from "../../../analysis/importance/lmg.ts";
import { owen, owenSolver, type UnionGame } from "../../../analysis/importance/owen.ts";
import { close } from "../../support/close.ts";
import { permutations, rSquared } from "./by-orders.ts";
import { correlatedColumns, sum } from "./people.ts";

const columns = correlatedColumns(11, { rows: 70, seed: 6 });
const correlations = weightedCorrelations(columns);

/** The mean gain in R2, fitted by QR, over all orders of blocks and of the items inside. */
function owenByOrders({ outcome, unions, covariates = [] }: UnionGame): number[][] {
  const shares = unions.map((items) => items.map(() => 0));
  const fit = (model: ReadonlySet<number>) =>
    rSquared(
      columns[outcome]!,
      [...model].map((column) => columns[column]!),
    );
  const orders = permutations([...unions.keys()]).flatMap((blocks) =>
    blocks.reduce<(readonly [number, number])[][]>(
      (before, block) =>
        before.flatMap((order) =>
          permutations([...unions[block]!.keys()]).map((items) => [
            ...order,
            ...items.map((item) => [block, item] as const),
          ]),
        ),
      [[]],
    ),
  );
  for (const order of orders) {
    const model = new Set(covariates);
    let before = fit(model);
    for (const [block, item] of order) {
      for (const column of unions[block]![item]!) model.add(column);
      const after = fit(model);
      shares[block]![item]! += (after - before) / orders.length;
      before = after;
    }
  }
  return shares;
}

const games: Record<string, UnionGame> = {
  "blocks of items": { outcome: 0, unions: [[[1], [2], [3]], [[4]], [[5], [6]]] },
  "covariates forced in": {
    outcome: 3,
    unions: [
      [[1], [2]],
      [[5], [0]],
    ],
    covariates: [8, 9],
  },
  "items of several columns": {
    outcome: 0,
    unions: [
      [[1, 2], [3]],
      [[4, 5, 6], [7]],
    ],
  },
  "an item in two blocks": { outcome: 0, unions: [[[1], [2]], [[2], [3]], [[4]]] },
};

it.each(Object.entries(games))(
  "is the mean over orders that keep blocks together: %s",
  (_, game) => {
    const { items } = owen(correlations, game);
    owenByOrders(game).forEach((block, k) =>
      block.forEach((share, i) => close(items[k]![i]!, share, 0, 1e-12)),
    );
  },
);

const anyGame = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
  .filter((sizes) => sum(sizes) <= 9)
  .map((sizes): UnionGame => {
    let next = 1;
    return { outcome: 0, unions: sizes.map((k) => Array.from({ length: k }, () => [next++])) };
  });

it("gives every block its Shapley value among blocks, and all of them the added R2", () => {
  fc.assert(
    fc.property(anyGame, fc.nat(500), (game, seed) => {
      const matrix = weightedCorrelations(correlatedColumns(11, { rows: 40, seed }));
      const { blocks, addedRSquared } = owen(matrix, game);
      const players = game.unions.map((items) => items.flat());
      const quotient = importance(matrix, { ...game, players });
      blocks.forEach((share, k) => close(share, quotient.lmg[k]!, 0, 1e-12));
      close(addedRSquared, quotient.addedRSquared, 0, 1e-12);
    }),
    { numRuns: 40 },
  );
});

it("is LMG where every block has one item, and where there is one block", () => {
  const singles = [[1], [2], [3], [4]];
  const { lmg } = importance(correlations, { outcome: 0, players: singles });
  const apart = owen(correlations, { outcome: 0, unions: singles.map((item) => [item]) });
  const together = owen(correlations, { outcome: 0, unions: [singles] });
  lmg.forEach((share, j) => {
    close(apart.items[j]![0]!, share, 0, 1e-14);
    close(together.items[0]![j]!, share, 0, 1e-14);
  });
});

it("is shared alike by twins inside a block", () => {
  const twins = weightedCorrelations([...columns.slice(0, 4), columns[2]!]);
  const { items } = owen(twins, { outcome: 0, unions: [[[1]], [[2], [4]], [[3]]] });
  close(items[1]![0]!, items[1]![1]!, 0, 1e-13);
});

it("comes near by sampled orders where there would be too many models, with the same sum", () => {
  const game = games["blocks of items"]!;
  const exact = owen(correlations, game);
  const some = owen(correlations, game, { exactUpTo: 4, orders: 3000, seed: 2 });
  expect(exact.computed).toEqual({ how: "exact" });
  expect(some.computed).toEqual({ how: "sampled orders", orders: 3000 });
  close(some.addedRSquared, exact.addedRSquared, 1e-12);
  exact.items.forEach((block, k) =>
    block.forEach((share, i) => close(some.items[k]![i]!, share, 0, 0.01 * exact.addedRSquared)),
  );
  expect(owen(correlations, game, { ...forEstimate, exactUpTo: 5 }).computed.how).toBe("exact");
});

it("of three that all correlate by a half gives the two of a block more than LMG, and each of them less", () => {
  const half = { size: 4, values: Float64Array.of(1, 0.5, 1, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 1) };
  const { blocks, items } = owen(half, { outcome: 0, unions: [[[1], [2]], [[3]]] });
  // R2: one 1/4, two 1/3, three 3/8. The block first 1/3, after the third 1/8; the third first 1/4, last 1/24.
  close(blocks[0]!, (1 / 3 + 1 / 8) / 2, 1e-12);
  close(blocks[1]!, (1 / 4 + 1 / 24) / 2, 1e-12);
  close(items[0]![0]!, blocks[0]! / 2, 1e-12);
});

it("is the same from a solver that has solved others before", () => {
  const game = games["blocks of items"]!;
  const others = weightedCorrelations(correlatedColumns(11, { rows: 70, seed: 7 }));
  const { solve } = owenSolver(game, forEstimate);
  solve(others);
  expect(solve(correlations)).toEqual(owenSolver(game, forEstimate).solve(correlations));
});

it("by two sampled orders is the mean of one order and its reverse", () => {
  const gain = (before: readonly number[], item: number) => {
    const fit = (model: readonly number[]) =>
      rSquared(
        columns[0]!,
        model.map((column) => columns[column]!),
      );
    return fit([...before, item]) - fit(before);
  };
  const byMiddle = [1, 2, 3].map((middle) => {
    const [first, last] = [1, 2, 3].filter((item) => item !== middle) as [number, number];
    const share = (item: number, other: number) =>
      (gain([], item) + gain([other, middle], item)) / 2;
    const ends = { [first]: share(first, last), [last]: share(last, first) };
    const between = (gain([first], middle) + gain([last], middle)) / 2;
    return [1, 2, 3].map((item) => (item === middle ? between : ends[item]!));
  });
  const unions = [[[1]], [[2]], [[3]]];
  for (let seed = 0; seed < 6; seed++) {
    const sampled = { exactUpTo: 1, orders: 2, seed };
    const lmg = importance(correlations, { outcome: 0, players: unions.flat() }, sampled).lmg;
    const items = owen(correlations, { outcome: 0, unions }, sampled).items.flatMap((own) => [
      ...own,
    ]);
    for (const shares of [[...lmg], items])
      expect(
        byMiddle.some((one) => one.every((share, at) => Math.abs(share - shares[at]!) < 1e-12)),
      ).toBe(true);
  }
});

it("refuses blocks without items", () => {
  expect(() => owen(correlations, { outcome: 0, unions: [] })).toThrow(RangeError);
  expect(() => owen(correlations, { outcome: 0, unions: [[[1]], []] })).toThrow(RangeError);
});
