/** The linearised variance as the formula has it, and certainty where nothing varies. */
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { meanOf, sumOf } from "../../../analysis/weights/design.ts";
import { linearisedVariance, signedInference } from "../../../analysis/weights/linearise.ts";
import { tQuantile } from "../../../analysis/numeric/student-t.ts";

describe("the linearised variance", () => {
  const influence = Float64Array.of(3, -1, 2, 4);
  const weight = Float64Array.of(1, 2, 0.5, 1.5);

  /** n / (n - 1) Σ (w u - mean)², person by person. */
  function byFormula(terms: readonly number[]): number {
    const n = terms.length;
    const mean = terms.reduce((sum, term) => sum + term, 0) / n;
    return (n / (n - 1)) * terms.reduce((sum, term) => sum + (term - mean) ** 2, 0);
  }

  test("takes the mean out, with weights and without", () => {
    const weighted = Array.from(influence, (u, i) => u * weight[i]!);
    expect(linearisedVariance(influence, { n: 4, weight })).toBeCloseTo(byFormula(weighted), 12);
    expect(linearisedVariance(influence, { n: 4 })).toBeCloseTo(byFormula([...influence]), 12);
  });

  test("of a cell of several people is that of the people", () => {
    const people = [3, 3, -1, 2, 2, 2];
    const cells = Float64Array.of(3, -1, 2);
    const count = Float64Array.of(2, 1, 3);
    expect(linearisedVariance(cells, { n: 6, count })).toBeCloseTo(byFormula(people), 12);
    const weights = [1, 2, 0.5, 1, 1, 4];
    const sums = {
      weight: Float64Array.of(3, 0.5, 6),
      weightSquared: Float64Array.of(5, 0.25, 18),
    };
    expect(linearisedVariance(cells, { n: 6, count, ...sums })).toBeCloseTo(
      byFormula(people.map((u, i) => u * weights[i]!)),
      12,
    );
  });
});

describe("inference on Fisher's scale", () => {
  test("is atanh r over its error, and t times that error", () => {
    const { statistic, half } = signedInference(0.5, { se: 0.1, df: 20 }, 0.95);
    expect(statistic).toBeCloseTo((Math.atanh(0.5) * 0.75) / 0.1, 12);
    expect(half).toBeCloseTo((-tQuantile(0.025, 20) * 0.1) / 0.75, 12);
    const large = signedInference(0.5, { se: 0.1, df: 1e9 }, 0.95);
    expect(large.half).toBeCloseTo((-normalQuantile(0.025) * 0.1) / 0.75, 6);
  });

  test("is certain where nothing varies: of something, or of nothing", () => {
    expect(signedInference(0.5, { se: 0, df: 20 }, 0.95)).toEqual({ statistic: Infinity, half: 0 });
    expect(signedInference(0, { se: 0, df: 20 }, 0.95)).toEqual({ statistic: 0, half: 0 });
    expect(signedInference(1, { se: 0.1, df: 20 }, 0.95)).toEqual({ statistic: Infinity, half: 0 });
    expect(signedInference(1, { se: 0, df: 20 }, 0.95)).toEqual({ statistic: Infinity, half: 0 });
  });
});

test("a total is the mean of the weighted people times their number, its error that of the terms", () => {
  const y = Float64Array.of(2, 5, 1, 8);
  const weights = Float64Array.of(10, 20, 30, 40);
  const total = sumOf(y, { weights });
  expect(total.value).toBe(20 + 100 + 30 + 320);
  expect(total.value).toBeCloseTo(100 * meanOf(y, { weights }).value, 10);
  const terms = [20, 100, 30, 320];
  const spread = terms.reduce((sum, term) => sum + (term - 470 / 4) ** 2, 0);
  expect(total.se).toBeCloseTo(Math.sqrt((4 / 3) * spread), 10);
  expect(total.df).toBe(3);
});
