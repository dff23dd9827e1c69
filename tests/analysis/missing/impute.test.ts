/** Holes made by a known rule in people from a known distribution: the pooled estimate finds it, as often as it says. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interval } from "../../../analysis/association.ts";
import { correlate } from "../../../analysis/methods/pearson.ts";
import { incompleteNormal } from "../../../analysis/missing/incomplete-normal.ts";
import { imputed, overImputations } from "../../../analysis/missing/impute.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { close } from "../../support/close.ts";
import { normalPairs } from "../latent/people.ts";
import { fitted } from "../models/people.ts";

/** y goes with x at 0.6 and is missing the more often the higher x is; z is missing for every ninth. */
function holed(n: number, seed: number): Float64Array[] {
  const { x, y } = normalPairs(n, 0.6, seed);
  const chance = stream(seed, 9);
  const seen = y.map((v, i) => (chance.uniform() < 1 / (1 + Math.exp(-1.5 * x[i]!)) ? NaN : v));
  const z = y.map((v, i) => (i % 9 === 4 ? NaN : v + normalQuantile(chance.uniform())));
  return [x, seen, z];
}

const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
const meanOf = (values: Float64Array) => {
  const value = mean(values);
  const squares = values.reduce((sum, v) => sum + (v - value) ** 2, 0);
  return { value, variance: squares / (values.length - 1) / values.length };
};

describe("an imputation", () => {
  test("keeps every answer, leaves no hole, and is the same whenever it is asked for", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(30), (seed, number) => {
        const columns = holed(60, seed);
        const one = fitted(imputed(columns, { seed: 5, number })).columns;
        columns.forEach((column, j) =>
          column.forEach((value, i) => {
            if (Number.isNaN(value)) expect(Number.isFinite(one[j]![i]!)).toBe(true);
            else expect(one[j]![i]).toBe(value);
          }),
        );
        expect(fitted(imputed(columns, { seed: 5, number })).columns).toEqual(one);
        expect(fitted(imputed(columns, { seed: 5, number: number + 1 })).columns).not.toEqual(one);
        expect(fitted(imputed(columns, { seed: 6, number })).columns).not.toEqual(one);
      }),
      { numRuns: 20 },
    );
  });

  test("has the moments of EM, spread included, where a regression would have less", () => {
    const columns = holed(8000, 3);
    const em = fitted(incompleteNormal(columns));
    const [x, y, z] = fitted(imputed(columns, { seed: 1, number: 0 })).columns;
    close(mean(y!), em.means[1]!, 0, 0.04);
    close(meanOf(y!).variance * 8000, em.variances[1]!, 0.05);
    close(correlate(x!, y!)!.r, entry(em.correlations, 0, 1), 0, 0.025);
    close(correlate(y!, z!)!.r, entry(em.correlations, 2, 1), 0, 0.025);
  });

  test("fills people who answered nothing, and columns that others determine exactly", () => {
    const { x, y } = normalPairs(80, 0.3, 2);
    const sum = x.map((v, i) => (i % 5 === 0 ? NaN : v + y[i]!));
    const empty = (column: Float64Array) => column.with(7, NaN);
    const [a, b, c] = fitted(imputed([x, y, sum].map(empty), { seed: 2, number: 3 })).columns;
    close(c![10]!, x[10]! + y[10]!, 1e-4, 1e-4);
    expect([a![7], b![7], c![7]].every((value) => Number.isFinite(value))).toBe(true);
  });
});

describe("estimates over imputations", () => {
  const ask = (columns: readonly Float64Array[], seed: number) =>
    overImputations(columns, ([, y]) => [meanOf(y!)], {
      seed,
      imputations: 10,
      confidence: 0.95,
      df: columns[0]!.length - 1,
    });

  test("cover the mean as often as they say, where the people who answered are far off", () => {
    const holds = ({ low, high }: Interval) => Number(low < 0 && high > 0);
    let [pooled, answered] = [0, 0];
    for (let seed = 0; seed < 160; seed++) {
      const columns = holed(150, seed);
      pooled += holds(fitted(ask(columns, seed)).pooled[0]!.interval);
      const { value, variance } = meanOf(columns[1]!.filter((v) => !Number.isNaN(v)));
      const half = 1.98 * Math.sqrt(variance);
      answered += holds({ low: value - half, high: value + half });
    }
    // 152 expected, standard deviation 2.8; of those who answered alone, hardly any.
    expect(pooled).toBeGreaterThan(141);
    expect(answered).toBeLessThan(70);
  });

  test("lose information with holes, and none without", () => {
    const [x, y] = holed(400, 4);
    const { pooled } = fitted(ask([x!, y!], 1));
    expect(pooled[0]!.missingInformation).toBeGreaterThan(0.2);
    const full = fitted(ask([x!, x!.map((v, i) => v + (i % 3))], 1)).pooled[0]!;
    close(full.between, 0, 0, 1e-20);
    close(full.value, mean(x!) + mean(x!.map((_, i) => i % 3)), 1e-9);
  });

  test("are not given where EM has nothing to go by", () => {
    const [x] = holed(30, 1);
    const found = ask([x!, new Float64Array(30).fill(NaN)], 1);
    expect(found).toMatchObject({ ok: false, because: "too few pairs", columns: [0, 1] });
  });
});
