/** What weights must add up to, and people who answer by a known rule; R's values are in tests/reference/further. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import {
  propensityWeights,
  type PropensityOptions,
} from "../../../analysis/weights/response-propensity.ts";
import { close } from "../../support/close.ts";
import { fitted } from "../models/people.ts";

/** Who has better grades answers more often, and is better off. */
function alumni(n: number, seed: number) {
  const chance = stream(seed, 2);
  const normal = () => normalQuantile(chance.uniform());
  const grades = Float64Array.from({ length: n }, normal);
  const outcome = grades.map((g) => 2 + g + normal());
  const answered = grades.map((g) => Number(chance.uniform() < 1 / (1 + Math.exp(0.5 - g))));
  return { answered, outcome, covariates: [{ name: "grades", values: grades }] };
}

const at95 = { confidence: 0.95 };
const weightsOf = (of: ReturnType<typeof alumni>, options: PropensityOptions = at95) =>
  fitted(propensityWeights(of.answered, of.covariates, options));
const sum = (values: Float64Array) => values.reduce((all, one) => all + one, 0);
const weightedMean = (values: Float64Array, weights: Float64Array) =>
  sum(values.map((value, i) => value * weights[i]!)) / sum(weights);

describe("weights by the chance of answering", () => {
  test("take out what answering by grades has put into the outcome, by fifths nine tenths of it", () => {
    const of = alumni(40_000, 1);
    const naive = weightedMean(of.outcome, of.answered) - 2;
    expect(naive).toBeGreaterThan(0.3);
    const own = weightedMean(of.outcome, weightsOf(of).weights) - 2;
    const fifths = weightedMean(of.outcome, weightsOf(of, { ...at95, classes: 5 }).weights) - 2;
    close(own, 0, 0, 0.04);
    close(fifths / naive, 0.08, 0, 0.07);
  });

  test("are 0 for who did not answer and more than 1 for who did; of the people, they speak for all", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 2, max: 6 }), (seed, classes) => {
        const of = alumni(200, seed);
        const own = weightsOf(of);
        own.weights.forEach((w, i) => {
          if (of.answered[i] === 0) expect(w).toBe(0);
          else expect(w).toBeGreaterThan(1);
        });
        close(sum(own.chances), sum(of.answered), 1e-8);
        const grouped = weightsOf(of, { ...at95, classes });
        const lost = grouped.classes!.unrepresented;
        close(sum(grouped.weights), 200 - lost, 1e-10);
        const sizes = grouped.classes!.classes.map(({ people }) => people);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(grouped.effectiveN).toBeLessThanOrEqual(sum(of.answered) + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test("multiply the weights that were there before", () => {
    const of = alumni(300, 7);
    const base = of.answered.map((_, i) => 1 + (i % 4));
    const plain = weightsOf(of);
    const both = weightsOf(of, { ...at95, base });
    both.weights.forEach((w, i) => close(w, plain.weights[i]! * base[i]!, 1e-12));
    const fifths = weightsOf(of, { ...at95, base, classes: 5 });
    // Within each class respondents carry the base weight of all.
    close(sum(fifths.weights), sum(base), 1e-10);
  });

  test("are alike, and the answering representative, where the covariates tell nothing", () => {
    const n = 400;
    const answered = Float64Array.from({ length: n }, (_, i) => i % 2);
    const covariate = {
      name: "x",
      values: Float64Array.from({ length: n }, (_, i) => (i >> 1) % 5),
    };
    const found = fitted(propensityWeights(answered, [covariate], at95));
    close(found.representativity, 1, 1e-8);
    close(found.effectiveN, n / 2, 1e-8);
    close(found.responseRate, 0.5, 1e-12);
    expect(weightsOf(alumni(400, 2)).representativity).toBeLessThan(0.75);
  });

  test("pass over a covariate that repeats another", () => {
    const of = alumni(300, 3);
    const [grades] = of.covariates;
    const twice = [grades!, { name: "again", values: grades!.values.map((g) => 4 - 2 * g) }];
    const found = fitted(propensityWeights(of.answered, twice, at95));
    expect(found.model.dropped).toEqual(["again"]);
    found.chances.forEach((p, i) => close(p, weightsOf(of).chances[i]!, 1e-8));
  });

  test("do not exist where everybody answered, or the covariates tell who did", () => {
    const of = alumni(100, 4);
    const because = (answered: Float64Array) => {
      const found = propensityWeights(answered, of.covariates, at95);
      return found.ok ? undefined : found.because;
    };
    expect(because(new Float64Array(100).fill(1))).toBe("no variation");
    expect(because(of.covariates[0]!.values.map((g) => Number(g > 0)))).toBe("no finite fit");
    expect(() => weightsOf(of, { ...at95, classes: 1 })).toThrow(RangeError);
  });
});
