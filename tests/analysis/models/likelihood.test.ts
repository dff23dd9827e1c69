/** Models by maximum likelihood against closed forms and against each other; R's numbers stand in the corpus. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logisticDominance } from "../../../analysis/importance/logistic-dominance.ts";
import { logisticModel } from "../../../analysis/models/logistic.ts";
import { orderedLogitModel } from "../../../analysis/models/ordered-logit.ts";
import { poissonModel } from "../../../analysis/models/poisson.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted, modelPeople } from "./people.ts";

const options = { confidence };
const term = (values: Float64Array) => ({ name: "x", values });

/** A 2 x 2 table as people: predictor, outcome. */
const table = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
const peopleOf = (cells: readonly number[]) => {
  const [a, b, c, d] = cells as [number, number, number, number];
  const fill = (values: readonly number[]) =>
    Float64Array.from([a, b, c, d].flatMap((n, at) => Array<number>(n).fill(values[at]!)));
  return { x: fill([0, 0, 1, 1]), y: fill([0, 1, 0, 1]) };
};

describe("logistic regression", () => {
  test("of a 2 x 2 table is its odds ratio with Woolf's error", () => {
    fc.assert(
      fc.property(table, (cells) => {
        const [a, b, c, d] = cells as [number, number, number, number];
        const { x, y } = peopleOf(cells);
        const found = fitted(logisticModel(y, [term(x)], options)).coefficients[1]!;
        close(found.oddsRatio.value, (a * d) / (b * c), 1e-9);
        close(found.se, Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 1e-9);
      }),
    );
  });

  test("leaves no residual along any term, and its marginal difference is the slope of the mean chance", () => {
    fc.assert(
      fc.property(modelPeople, ({ terms, weights }) => {
        const y = weights.map((weight) => Number(weight > 2));
        const model = logisticModel(y, terms, options);
        if (!model.ok) return;
        const [constant, a, b] = model.coefficients.map(({ value }) => value);
        const meanChance = (step: number) =>
          y.reduce((sum, _, i) => {
            const eta = constant! + a! * (terms[0]!.values[i]! + step) + b! * terms[1]!.values[i]!;
            return sum + 1 / (1 + Math.exp(-eta));
          }, 0) / y.length;
        close(meanChance(0), y.reduce((sum, one) => sum + one, 0) / y.length, 1e-8);
        const slope = (meanChance(1e-5) - meanChance(-1e-5)) / 2e-5;
        close(model.coefficients[1]!.averageMarginalDifference!, slope, 1e-5, 1e-9);
        expect(model.mcFadden).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test("has no finite fit where a term tells yes from no", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    const apart = logisticModel(Float64Array.of(0, 0, 0, 1, 1, 1), [term(x)], options);
    expect(apart).toEqual({ ok: false, because: "no finite fit" });
    const almost = peopleOf([5, 5, 0, 4]);
    expect(logisticModel(almost.y, [term(almost.x)], options)).toMatchObject({ ok: false });
    expect(logisticModel(new Float64Array(6), [term(x)], options)).toEqual({
      ok: false,
      because: "no variation",
    });
    expect(() => logisticModel(x, [term(x)], options)).toThrow(RangeError);
  });

  test("drops repeated terms", () => {
    const { x, y } = peopleOf([3, 4, 2, 6]);
    const twice = [term(x), { name: "again", values: x.map((one) => 1 - one) }];
    const found = fitted(logisticModel(y, twice, options));
    expect(found.dropped).toEqual(["again"]);
    expect(found.coefficients).toEqual(fitted(logisticModel(y, [term(x)], options)).coefficients);
  });
});

describe("Poisson regression", () => {
  test("of two groups is the ratio of their means, with error from their totals", () => {
    fc.assert(
      fc.property(table, ([a, b, c, d]) => {
        const y = Float64Array.of(a!, b!, c!, d!, 2, 1);
        const x = Float64Array.of(0, 0, 1, 1, 0, 1);
        if (y.every((one) => one === y[0])) return;
        const found = fitted(poissonModel(y, [term(x)], options)).coefficients[1]!;
        const [none, some] = [a! + b! + 2, c! + d! + 1];
        close(Math.exp(found.value), some / none, 1e-9);
        close(found.se, Math.sqrt(1 / some + 1 / none), 1e-9);
      }),
    );
  });
});

test("a group without a single count has no finite rate", () => {
  const y = Float64Array.of(0, 0, 0, 3, 1, 2);
  const x = Float64Array.of(0, 0, 0, 1, 1, 1);
  expect(poissonModel(y, [term(x)], options)).toEqual({ ok: false, because: "no finite fit" });
});

describe("ordered logit", () => {
  test("of two categories is logistic regression", () => {
    fc.assert(
      fc.property(modelPeople, ({ terms, weights }) => {
        const y = weights.map((weight) => Number(weight > 2));
        const yesNo = logisticModel(y, terms, options);
        const ordered = orderedLogitModel(y, terms, options);
        expect(ordered.ok).toBe(yesNo.ok);
        if (!yesNo.ok || !ordered.ok) return;
        const [constant, ...slopes] = yesNo.coefficients;
        ordered.coefficients.forEach(({ value, se }, j) => {
          close(value, slopes[j]!.value, 1e-7, 1e-8);
          close(se, slopes[j]!.se, 1e-7);
        });
        close(ordered.cutpoints[0]!.value, -constant!.value, 1e-7, 1e-8);
        close(ordered.cutpoints[0]!.se, constant!.se, 1e-7);
        close(ordered.logLikelihood, yesNo.logLikelihood, 1e-9);
      }),
    );
  });

  test("sees only the order of the answers, and turns its sign when they are reversed", () => {
    fc.assert(
      fc.property(modelPeople, ({ terms, weights: y }) => {
        const one = orderedLogitModel(y, terms, options);
        if (!one.ok) return;
        const stretched = fitted(
          orderedLogitModel(
            y.map((code) => code ** 3),
            terms,
            options,
          ),
        );
        const reversed = fitted(
          orderedLogitModel(
            y.map((code) => -code),
            terms,
            options,
          ),
        );
        one.coefficients.forEach(({ value, se }, j) => {
          expect(stretched.coefficients[j]!.value).toBe(value);
          close(reversed.coefficients[j]!.value, -value, 1e-6, 1e-8);
          close(reversed.coefficients[j]!.se, se, 1e-6);
        });
        // A term in other units: the coefficient follows, the cutpoints at its zero too.
        const moved = [{ name: "a", values: terms[0]!.values.map((a) => 5 + a / 2) }, terms[1]!];
        const other = fitted(orderedLogitModel(y, moved, options));
        close(other.coefficients[0]!.value, 2 * one.coefficients[0]!.value, 1e-6, 1e-8);
        close(
          other.cutpoints[0]!.value,
          one.cutpoints[0]!.value + 10 * one.coefficients[0]!.value,
          1e-6,
          1e-7,
        );
      }),
      { numRuns: 50 },
    );
  });

  test("has no finite fit where a term orders everybody", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const y = Float64Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3);
    expect(orderedLogitModel(y, [term(x)], options)).toEqual({
      ok: false,
      because: "no finite fit",
    });
    const almost = peopleOf([5, 5, 0, 4]);
    expect(orderedLogitModel(almost.y, [term(almost.x)], options)).toMatchObject({ ok: false });
  });
});

describe("dominance of a yes-or-no outcome", () => {
  test("sums to McFadden's R2, and twins share alike", () => {
    fc.assert(
      fc.property(modelPeople, ({ terms, y: numbers }) => {
        const y = numbers.map((one) => Number(one > 0));
        const [a, b] = terms.map(({ values }) => [values]);
        const found = logisticDominance(y, [a!, b!, a!]);
        const model = logisticModel(y, terms, options);
        if (!found.ok || !model.ok) return;
        close(found.total, model.mcFadden, 1e-8, 1e-10);
        close(
          found.general.reduce((sum, share) => sum + share, 0),
          found.total,
          1e-9,
          1e-12,
        );
        close(found.general[0]!, found.general[2]!, 1e-9, 1e-12);
        close(found.last[0]!, 0, 0, 1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
