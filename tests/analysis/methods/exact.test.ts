/** Exact p values of groups, against every way to divide the people; measures without ties or with them, by definition. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannWhitneyExactP } from "../../../analysis/methods/exact.ts";
import { rankBiserial } from "../../../analysis/methods/rank-biserial.ts";
import { xi as xiMethod } from "../../../analysis/methods/xi.ts";
import { distanceCorrelation } from "../../../analysis/nonlinearity/distance-correlation.ts";
import { xi, xiOverTies } from "../../../analysis/nonlinearity/xi.ts";
import { close } from "../../support/close.ts";
import { grouped, pairs } from "./people.ts";

/** All ways to choose that many of 0, 1, ..., n - 1. */
const choices = (n: number, size: number, from = 0): number[][] =>
  size === 0
    ? [[]]
    : Array.from({ length: n - from }, (_, i) => from + i).flatMap((first) =>
        choices(n, size - 1, first + 1).map((rest) => [first, ...rest]),
      );

describe("Mann and Whitney's p", () => {
  test.each([
    [1, 3],
    [3, 4],
    [5, 5],
    [2, 8],
  ])("of %i and %i people is what counting every division gives", (n1, n0) => {
    const n = n1 + n0;
    const all = choices(n, n1);
    const wins = (ranks: readonly number[]) => ranks.reduce((sum, rank, i) => sum + rank - i, 0);
    for (let u = 0; u <= n1 * n0; u++) {
      const below = all.filter((ranks) => wins(ranks) <= u).length / all.length;
      const above = all.filter((ranks) => wins(ranks) >= u).length / all.length;
      close(mannWhitneyExactP(u, n1, n0), Math.min(1, 2 * Math.min(below, above)), 1e-12);
    }
  });

  test("is the p of the rank-biserial correlation of few people without ties", () => {
    const people = [0, 1, 0, 1, 1, 0, 0].map((group, i): [number, number] => [group, 3 * i + 1]);
    const found = rankBiserial.estimate(pairs(people), 0.95);
    // Higher group at places 1, 3, 4 (from 0): above 1, 2 and 2 of the other.
    expect(found.ok && found.value).toBeCloseTo((2 * 5) / 12 - 1, 12);
    expect(found.ok && found.p).toBe(mannWhitneyExactP(5, 3, 4));
  });

  test("keeps its tails with fifty people", () => {
    const p = mannWhitneyExactP(0, 25, 25);
    // 2 / C(50, 25)
    close(p, 2 / 126410606437752, 1e-10);
  });
});

describe("xi over the ties of x", () => {
  const cell = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }));

  test("is the mean over every order of those who are equal", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 7 }), (people) => {
        const { x, y } = pairs(people);
        const found = xiOverTies(x, y);
        if (found === null) return;
        const values = orders(people.length).map((order) => {
          const pick = (of: Float64Array) => Float64Array.from(order, (i) => of[i]!);
          return xi(pick(x), pick(y))!.value;
        });
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        close(found.value, mean, 0, 1e-10);
      }),
      { numRuns: 15 },
    );
  });

  test("is xi itself where nobody is equal, with its p", () => {
    const x = Float64Array.from({ length: 30 }, (_, i) => (i * 7) % 30);
    const y = x.map((one) => Math.abs(one - 15));
    const [found, plain] = [xiOverTies(x, y)!, xi(x, y)!];
    close(found.value, plain.value, 1e-12);
    expect(found.p).toBe(plain.p);
    expect(xiMethod.estimate({ x, y, n: 30 })).toMatchObject({ ok: true, interval: null });
  });
});

test("distance correlation of cells is that of their people", () => {
  const cell = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 6, maxLength: 40 }), (people) => {
      const [all, cells] = [pairs(people), grouped(pairs(people))];
      const [one, other] = [
        distanceCorrelation(all.x, all.y),
        distanceCorrelation(cells.x, cells.y, cells.count),
      ];
      expect(other === null).toBe(one === null);
      if (one === null || other === null) return;
      for (const key of ["value", "correctedSquare", "p"] as const)
        close(other[key], one[key], 1e-8, 1e-9);
    }),
    { numRuns: 60 },
  );
});

function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => order.toSpliced(at, 0, n - 1)),
  );
}
