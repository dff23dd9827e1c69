/** Which p and which interval a method gives when: choices the corpus cannot see, as it asks for each by name. */
import { describe, expect, test } from "vitest";
import { concordance } from "../../../analysis/methods/concordance.ts";
import { kendallExactP, spearmanExactP } from "../../../analysis/methods/exact.ts";
import {
  fiellerInterval,
  kendall,
  multinomialError,
  tableInterval,
  tauInfluence,
} from "../../../analysis/methods/kendall.ts";
import { hedgesG } from "../../../analysis/methods/hedges-g.ts";
import { meanDifference } from "../../../analysis/methods/mean-difference.ts";
import type { Method } from "../../../analysis/methods/method.ts";
import { pearson } from "../../../analysis/methods/pearson.ts";
import { phi } from "../../../analysis/methods/phi.ts";
import { spearman } from "../../../analysis/methods/spearman.ts";
import { chiSquareUpper } from "../../../analysis/numeric/chi-square.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { close } from "../../support/close.ts";
import { pairs } from "./people.ts";

const known = (method: Method, people: readonly (readonly [number, number])[]) => {
  const estimate = method.estimate(pairs(people), 0.95);
  if (!estimate.ok) throw new Error(`expected an estimate, got "${estimate.because}"`);
  return estimate;
};
const line = (n: number) => Array.from({ length: n }, (_, i): [number, number] => [i, 3 * i + 1]);

test("a perfect line has the smallest p there is, not 0, and no width", () => {
  for (const method of [pearson, spearman])
    expect(known(method, line(400))).toEqual({
      ok: true,
      value: 1,
      interval: { low: 1, high: 1 },
      p: Number.MIN_VALUE,
    });
});

test("three people have a correlation but no interval", () => {
  expect(
    known(pearson, [
      [1, 2],
      [2, 1],
      [3, 7],
    ]).interval,
  ).toBeNull();
  expect(
    known(
      kendall,
      Array.from({ length: 4 }, (_, i) => [i, (i * 3) % 4]),
    ).interval,
  ).not.toBeNull();
  expect(fiellerInterval(0.2, 4, 0.95)).toBeNull();
});

describe("Spearman's p", () => {
  const shuffled: [number, number][] = [
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
    [5, 6],
    [6, 5],
  ];
  test("counts all orders where there are nine people or fewer, untied", () => {
    const { value, p } = known(spearman, shuffled);
    expect(p).toBe(spearmanExactP(value, 6));
  });
  test("is that of t where there are ties or more people", () => {
    const tied: [number, number][] = [...shuffled, [6, 6]];
    const { value, p } = known(spearman, tied);
    expect(p).not.toBeCloseTo(spearmanExactP(value, 7), 6);
    expect(
      known(
        spearman,
        line(10).map(([x, y]) => [x, (y * 7) % 31]),
      ).p,
    ).toBeGreaterThan(0);
  });
});

describe("exact p", () => {
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((one) =>
          orders(rest.filter((other) => other !== one)).map((o) => [one, ...o]),
        );

  test.each([3, 4, 5, 6])("of %i people is what counting every order gives", (n) => {
    const all = orders(Array.from({ length: n }, (_, i) => i));
    const squared = (order: number[]) => order.reduce((sum, y, x) => sum + (x - y) ** 2, 0);
    const agreeing = (order: number[]) =>
      order.reduce((sum, y, x) => sum + order.slice(x + 1).filter((later) => later > y).length, 0);
    const twoSided = (of: (order: number[]) => number, at: number) => {
      const below = all.filter((order) => of(order) <= at).length / all.length;
      const above = all.filter((order) => of(order) >= at).length / all.length;
      return Math.min(1, 2 * Math.min(below, above));
    };
    for (const order of all.slice(0, 40)) {
      const r = 1 - (6 * squared(order)) / (n ** 3 - n);
      close(spearmanExactP(r, n), twoSided(squared, squared(order)), 1e-12);
      close(kendallExactP(agreeing(order), n), twoSided(agreeing, agreeing(order)), 1e-12);
    }
  });
});

describe("Kendall's interval", () => {
  const source = stream(11);
  const people = (values: number) =>
    Array.from({ length: 80 }, (): [number, number] => [
      source.below(values),
      Math.round(1e6 * source.uniform()),
    ]);

  test("is Brown and Benedetti's where a side has few values", () => {
    const some = people(3);
    const { value, interval } = known(kendall, some);
    const order = concordance(pairs(some));
    const ase = multinomialError(order, tauInfluence(order));
    expect(interval).toEqual(tableInterval(value, ase, 0.95));
  });

  test("is Fieller's where neither has", () => {
    const some = people(70);
    const { value, interval } = known(kendall, some);
    expect(interval).toEqual(fiellerInterval(value, 80, 0.95));
  });
});

describe("a group of one person", () => {
  const people: [number, number][] = [
    [0, 1],
    [0, 2],
    [0, 4],
    [0, 3],
    [1, 6],
  ];
  test("has no spread of its own: Welch's test says so, Hedges' g takes that of the others", () => {
    expect(meanDifference.estimate(pairs(people), 0.95)).toEqual({
      ok: false,
      because: "too few pairs",
    });
    const { value, interval } = known(hedgesG, people);
    // Δ 3.5, variance within 5 / 3, J of 3 degrees of freedom.
    close(value, (3.5 / Math.sqrt(5 / 3)) * Math.sqrt(Math.PI / 6), 1e-12);
    expect(interval!.low).toBeLessThan(value);
  });
});

describe("phi", () => {
  test("has the p of the uncorrected chi-square and the multinomial error of its definition", () => {
    const table = [
      [30, 12],
      [14, 44],
    ] as const;
    const rows = table.flatMap((row, x) =>
      row.flatMap((count, y) => Array.from({ length: count }, (): [number, number] => [x, y])),
    );
    const { value, interval, p } = known(phi, rows);
    close(p, chiSquareUpper(100 * value ** 2, 1), 1e-12);
    // Bishop, Fienberg & Holland 1975, eq. 11.3-14, with n / (n - 1) for the estimated mean.
    const [a, b] = [0.58 - 0.42, 0.56 - 0.44];
    const [va, vb] = [0.58 * 0.42, 0.56 * 0.44];
    const variance =
      (1 -
        value ** 2 +
        (value * (1 + value ** 2 / 2) * (a * b)) / Math.sqrt(va * vb) -
        0.75 * value ** 2 * (a ** 2 / va + b ** 2 / vb)) /
      99;
    const half = (1.959963984540054 * Math.sqrt(variance)) / (1 - value ** 2);
    close(interval!.low, Math.tanh(Math.atanh(value) - half), 1e-9);
    close(interval!.high, Math.tanh(Math.atanh(value) + half), 1e-9);
  });
});
