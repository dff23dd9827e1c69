/** Counts and ordered answers under designs: the models they must agree with; R's survey stands in reference/further. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designModel } from "../../../analysis/models/design-model.ts";
import { designOrderedLogit } from "../../../analysis/models/design-ordered-logit.ts";
import { orderedLogitModel } from "../../../analysis/models/ordered-logit.ts";
import { poissonModel } from "../../../analysis/models/poisson.ts";
import { meanOf } from "../../../analysis/weights/design.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted, modelPeople } from "./people.ts";

/** Everybody as often as their weight says. */
function repeated(weights: Float64Array) {
  const each = [...weights.keys()].flatMap((i) => Array<number>(weights[i]!).fill(i));
  return (values: Float64Array) => Float64Array.from(each, (i) => values[i]!);
}

const answersOf = (numbers: Float64Array, cuts: readonly number[]) =>
  numbers.map((one) => cuts.filter((cut) => one > cut).length);

describe("ordered answers under a design", () => {
  test("have the coefficients of as many people as the weights say", () => {
    fc.assert(
      fc.property(modelPeople, ({ y: numbers, terms, weights }) => {
        const y = answersOf(numbers, [-30, 10, 40]);
        const repeat = repeated(weights);
        const many = terms.map(({ name, values }) => ({ name, values: repeat(values) }));
        const one = designOrderedLogit(y, terms, { design: { weights }, confidence });
        const other = orderedLogitModel(repeat(y), many, { confidence });
        if (!one.ok || !other.ok) return;
        one.coefficients.forEach(({ value }, j) =>
          close(value, other.coefficients[j]!.value, 1e-6, 1e-7),
        );
        one.cutpoints.forEach(({ value }, j) =>
          close(value, other.cutpoints[j]!.value, 1e-6, 1e-6),
        );
      }),
    );
  });

  test("of two categories are yes and no: the same coefficients, errors and degrees of freedom", () => {
    fc.assert(
      fc.property(modelPeople, ({ y: numbers, terms, weights, groups }) => {
        const y = answersOf(numbers, [0]);
        const design = { weights, strata: groups };
        const one = designOrderedLogit(y, terms, { design, confidence });
        const other = designModel(y, terms, { family: "binomial", design, confidence });
        expect(one.ok).toBe(other.ok);
        if (!one.ok || !other.ok) return;
        const [constant, ...slopes] = other.coefficients;
        expect(one.df).toBe(other.df);
        close(one.cutpoints[0]!.value, -constant!.value, 1e-6, 1e-6);
        close(one.cutpoints[0]!.se, constant!.se, 1e-6);
        one.coefficients.forEach(({ value, se, p }, j) => {
          close(value, slopes[j]!.value, 1e-6, 1e-8);
          close(se, slopes[j]!.se, 1e-6);
          close(p, slopes[j]!.p, 1e-4, 1e-12);
        });
      }),
    );
  });

  test("do not depend on the unit of weights and terms; of few units nothing is said", () => {
    const [people] = fc.sample(modelPeople, { numRuns: 1, seed: 8 });
    const { y: numbers, terms, weights, groups } = people!;
    const y = answersOf(numbers, [-20, 20]);
    const one = fitted(designOrderedLogit(y, terms, { design: { weights }, confidence }));
    const scaled = terms.map(({ name, values }) => ({
      name,
      values: values.map((v) => 9 - 4 * v),
    }));
    const heavy = { weights: weights.map((w) => 50 * w) };
    const other = fitted(designOrderedLogit(y, scaled, { design: heavy, confidence }));
    one.coefficients.forEach(({ value, se }, j) => {
      close(other.coefficients[j]!.value, -value / 4, 1e-6, 1e-9);
      close(other.coefficients[j]!.se, se / 4, 1e-6);
    });
    const two = { weights, clusters: groups.map((group) => group % 2) };
    expect(designOrderedLogit(y, terms, { design: two, confidence })).toMatchObject({
      because: "too few people",
    });
    const same = y.map(() => 1);
    expect(designOrderedLogit(same, terms, { design: { weights }, confidence })).toMatchObject({
      because: "no variation",
    });
  });
});

describe("counts under a design", () => {
  const counts = (numbers: Float64Array) => numbers.map((one) => Math.abs(one) % 9);

  test("have the coefficients of as many people as the weights say", () => {
    fc.assert(
      fc.property(modelPeople, ({ y: numbers, terms, weights }) => {
        const y = counts(numbers);
        const repeat = repeated(weights);
        const many = terms.map(({ name, values }) => ({ name, values: repeat(values) }));
        const options = { family: "poisson", design: { weights }, confidence } as const;
        const one = designModel(y, terms, options);
        const other = poissonModel(repeat(y), many, { confidence });
        if (!one.ok || !other.ok) return;
        one.coefficients.forEach(({ value }, j) =>
          close(value, other.coefficients[j]!.value, 1e-6, 1e-7),
        );
      }),
    );
  });

  test("between two groups are the log ratio of their means, with the errors of the two", () => {
    fc.assert(
      fc.property(modelPeople, ({ y: numbers, groups, weights }) => {
        const y = counts(numbers).map((one) => one + 1);
        const group = groups.map((g) => g % 2);
        const options = { family: "poisson", design: { weights }, confidence } as const;
        const model = fitted(designModel(y, [{ name: "group", values: group }], options));
        // Each mean over everybody, with no weight outside the group.
        const [none, some] = [0, 1].map((g) =>
          meanOf(y, { weights: weights.map((w, i) => (group[i] === g ? w : 0)) }),
        );
        const slope = model.coefficients[1]!;
        close(slope.value, Math.log(some!.value / none!.value), 1e-8, 1e-10);
        const error = Math.hypot(some!.se / some!.value, none!.se / none!.value);
        close(slope.se, error, 1e-8);
      }),
    );
  });
});
