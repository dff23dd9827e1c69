/** Linear models against normal equations written with matrices, which share no code with them. */
import * as fc from "fast-check";
import { Matrix, inverse } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { dummies } from "../../../analysis/adjusted/dummies.ts";
import { linearModel, type ErrorKind } from "../../../analysis/models/linear.ts";
import { withinModel } from "../../../analysis/models/within.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted, modelPeople, type ModelPeople } from "./people.ts";

const kinds: readonly ErrorKind[] = ["classical", "HC1", "HC3", "CR1"];

describe("a linear model", () => {
  test.each(kinds)("has the coefficients and %s errors of the normal equations", (errors) => {
    fc.assert(
      fc.property(modelPeople, fc.boolean(), (people, weighted) => {
        const weights = weighted ? people.weights : undefined;
        const options = {
          errors,
          confidence,
          clusters: people.groups,
          ...(weights && { weights }),
        };
        const model = fitted(linearModel(people.y, people.terms, options));
        const expected = normalEquations(people, errors, weights);
        model.coefficients.forEach(({ value, se }, j) => {
          close(value, expected.values[j]!, 1e-7, 1e-8);
          close(se, expected.errors[j]!, 1e-6, 1e-8);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("counts whole weights as people in its coefficients", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms, weights }) => {
        const each = [...weights.keys()].flatMap((i) => Array<number>(weights[i]!).fill(i));
        const repeat = (values: Float64Array) => Float64Array.from(each, (i) => values[i]!);
        const many = terms.map(({ name, values }) => ({ name, values: repeat(values) }));
        const one = fitted(linearModel(y, terms, { confidence, weights }));
        const other = fitted(linearModel(repeat(y), many, { confidence }));
        one.coefficients.forEach(({ value }, j) =>
          close(value, other.coefficients[j]!.value, 1e-8, 1e-9),
        );
        close(one.rSquared, other.rSquared, 1e-9, 1e-12);
      }),
    );
  });

  test("with one term has F = t² and the same p", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms }) => {
        const one = [terms[0]!];
        const { f, coefficients } = fitted(
          linearModel(y, one, { errors: "classical", confidence }),
        );
        close(f.value, coefficients[1]!.statistic ** 2, 1e-8, 1e-12);
        close(f.p, coefficients[1]!.p, 1e-7);
      }),
    );
  });

  test("drops a term that is a combination of others, and says which", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms }) => {
        const [a, b] = terms.map(({ values }) => values);
        const sum = { name: "sum", values: a!.map((one, i) => 2 * one - b![i]! + 1) };
        const more = fitted(linearModel(y, [...terms, sum], { confidence }));
        const less = fitted(linearModel(y, terms, { confidence }));
        expect(more.dropped).toEqual(["sum"]);
        expect(more.coefficients).toEqual(less.coefficients);
      }),
    );
  });

  test("defaults to HC3, and to CR1 where there are clusters", () => {
    const [people] = fc.sample(modelPeople, { numRuns: 1, seed: 1 });
    const { y, terms, groups: clusters } = people!;
    const model = (options: object) => linearModel(y, terms, { confidence, ...options });
    expect(model({})).toEqual(model({ errors: "HC3" }));
    expect(model({ clusters })).toEqual(model({ errors: "CR1", clusters }));
    expect(() => model({ errors: "CR1" })).toThrow(RangeError);
  });

  test.each(kinds)("of a perfect line has no %s error, and no number that is none", (errors) => {
    const x = { name: "x", values: Float64Array.of(0.1, 0.7, 1.3, 2.2, 3.1) };
    const y = x.values.map((one) => 0.3 * one - 1.1);
    const clusters = Float64Array.of(1, 1, 2, 2, 3);
    const model = fitted(linearModel(y, [x], { errors, clusters, confidence }));
    const row = { se: 0, statistic: Infinity, p: Number.MIN_VALUE };
    expect(model.coefficients[1]).toMatchObject(row);
    close(model.coefficients[1]!.value, 0.3, 1e-12);
    close(model.rSquared, 1, 1e-12);
    expect(Object.values(model.f).every((one) => !Number.isNaN(one))).toBe(true);
  });

  test("says why it is not there", () => {
    const x = { name: "x", values: Float64Array.of(1, 2) };
    const few = linearModel(Float64Array.of(1, 3), [x], { confidence });
    expect(few).toEqual({ ok: false, because: "too few people" });
    const y = Float64Array.of(1, 3, 2, 5);
    const one = linearModel(y, [{ name: "x", values: Float64Array.of(1, 2, 3, 4) }], {
      clusters: new Float64Array(4),
      confidence,
    });
    expect(one).toEqual({ ok: false, because: "too few people" });
    const flat = linearModel(Float64Array.of(3, 3), [x], { confidence });
    expect(flat).toEqual({ ok: false, because: "no variation" });
  });
});

describe("a model within groups", () => {
  test("is the linear model with a 0/1 column for every group", () => {
    fc.assert(
      fc.property(modelPeople, ({ y, terms, groups }) => {
        const rows = Int32Array.from(groups.keys());
        const column = { id: "g", label: "g", level: "nominal", values: groups } as const;
        const all = [...terms, ...dummies(column, rows)];
        const whole = fitted(linearModel(y, all, { errors: "classical", confidence }));
        const within = fitted(withinModel(y, terms, { groups, confidence }));
        expect([within.df, within.groups]).toEqual([whole.df, 4]);
        within.coefficients.forEach(({ value, se, p }, j) => {
          close(value, whole.coefficients[j + 1]!.value, 1e-8, 1e-9);
          close(se, whole.coefficients[j + 1]!.se, 1e-8);
          close(p, whole.coefficients[j + 1]!.p, 1e-6);
        });
      }),
    );
  });

  test("drops what everybody in a group shares", () => {
    const [people] = fc.sample(modelPeople, { numRuns: 1, seed: 2 });
    const { y, terms, groups } = people!;
    const shared = { name: "shared", values: groups.map((group) => group * 0.1) };
    const model = fitted(withinModel(y, [shared, ...terms], { groups, confidence }));
    expect(model.dropped).toEqual(["shared"]);
    expect(model.coefficients.map(({ term }) => term)).toEqual(["a", "b"]);
  });
});

/** (X'WX)⁻¹ and the sandwiches around it. */
function normalEquations(people: ModelPeople, errors: ErrorKind, weights?: Float64Array) {
  const { y, terms, groups } = people;
  const n = y.length;
  const x = new Matrix([...y].map((_, i) => [1, ...terms.map(({ values }) => values[i]!)]));
  const k = x.columns;
  const w = weights ?? new Float64Array(n).fill(1);
  const wx = x.clone().mulColumnVector([...w]);
  const bread = inverse(x.transpose().mmul(wx));
  const values = bread.mmul(wx.transpose()).mmul(Matrix.columnVector(y)).to1DArray();
  const left = y.map((one, i) => one - x.getRow(i).reduce((sum, v, j) => sum + v * values[j]!, 0));
  const sandwich = (rows: Matrix) => bread.mmul(rows.transpose().mmul(rows)).mmul(bread);
  const scored = (e: (i: number) => number) =>
    wx.clone().mulColumnVector([...y].map((_, i) => e(i)));
  const leverage = (i: number) =>
    x.getRowVector(i).mmul(bread).mmul(wx.getRowVector(i).transpose());
  const covariance = {
    classical: () => {
      const sigma2 = left.reduce((sum, e, i) => sum + w[i]! * e * e, 0) / (n - k);
      return Matrix.mul(bread, sigma2);
    },
    HC1: () => sandwich(scored((i) => left[i]!)).mul(n / (n - k)),
    HC3: () => sandwich(scored((i) => left[i]! / (1 - leverage(i).get(0, 0)))),
    CR1: () => {
      const scores = scored((i) => left[i]!);
      const sums = [0, 1, 2, 3].map((group) =>
        Array.from({ length: k }, (_, j) =>
          groups.reduce((sum, one, i) => sum + (one === group ? scores.get(i, j) : 0), 0),
        ),
      );
      return sandwich(new Matrix(sums)).mul((4 / 3) * ((n - 1) / (n - k)));
    },
  }[errors]();
  return { values, errors: covariance.diagonal().map((one) => Math.sqrt(Math.max(0, one))) };
}
