/** Laws of partial correlation; its numbers are in the corpus (R), its weighted errors in weights/linearise.test.ts. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  multiplePartialCorrelation,
  partialCorrelation,
  type Partial,
} from "../../../analysis/adjusted/partial.ts";
import { pearson } from "../../../analysis/methods/pearson.ts";
import { spearman } from "../../../analysis/methods/spearman.ts";
import { fUpper } from "../../../analysis/numeric/f.ts";
import { close } from "../../support/close.ts";
import { weighted, weightsFor } from "../methods/people.ts";

const n = 24;
const numbers = fc
  .array(fc.integer({ min: -300, max: 300 }), { minLength: n, maxLength: n })
  .map((values) => Float64Array.from(values, (value) => value / 10))
  .filter((values) => new Set(values).size > 8);
const four = fc.tuple(numbers, numbers, numbers, numbers);
const plus = (a: Float64Array, times: number, b: Float64Array) =>
  a.map((value, i) => value + times * b[i]!);

describe("partial correlation", () => {
  test("without covariates is the correlation itself, weighted or not, ranked or not", () => {
    fc.assert(
      fc.property(four, weightsFor(n), ([x, y], weights) => {
        const plain = { covariates: [], confidence: 0.9 };
        const people = { x, y, n };
        const withWeights = weighted(people, weights);
        same(partialCorrelation(x, y, plain), pearson.estimate(people, 0.9));
        same(partialCorrelation(x, y, { ...plain, weights }), pearson.estimate(withWeights, 0.9));
        const ranked = partialCorrelation(x, y, { ...plain, weights, ranks: true });
        same(ranked, spearman.estimate(withWeights, 0.9));
      }),
    );
  });

  test("does not see what of x and y lies along the covariates", () => {
    fc.assert(
      fc.property(four, weightsFor(n), ([x, y, z, other], weights) => {
        for (const by of [{}, { weights }]) {
          const options = { covariates: [z, other], confidence: 0.95, ...by };
          const moved = partialCorrelation(plus(x, 3, z), plus(plus(y, -2, other), 5, z), options);
          same(moved, partialCorrelation(x, y, options).estimate);
        }
      }),
    );
  });

  test("counts the rank of the covariates, not their number", () => {
    fc.assert(
      fc.property(four, ([x, y, z, other]) => {
        const few = { covariates: [z, other], confidence: 0.95 };
        const many = { ...few, covariates: [z, other, plus(z, 2, other), new Float64Array(n)] };
        expect(partialCorrelation(x, y, many).covariates).toBe(2);
        same(partialCorrelation(x, y, many), partialCorrelation(x, y, few).estimate);
      }),
    );
  });

  test("says so where the covariates determine a side, or leave no degrees of freedom", () => {
    const x = Float64Array.from({ length: n }, (_, i) => (i * i) % 7);
    const y = Float64Array.from({ length: n }, (_, i) => (i * 5) % 11);
    const determined = partialCorrelation(x, y, { covariates: [plus(x, 0, y)], confidence: 0.95 });
    expect(determined.estimate).toEqual({ ok: false, because: "no variation" });
    const [short, other] = [x.slice(0, 4), y.slice(0, 4)];
    const spent = {
      covariates: [Float64Array.of(1, 0, 0, 0), Float64Array.of(0, 1, 0, 0)],
      confidence: 0.95,
    };
    expect(partialCorrelation(short, other, spent)).toEqual({
      estimate: { ok: false, because: "too few pairs" },
      covariates: 2,
    });
  });
});

describe("multiple partial correlation", () => {
  test("of one column is the size of the partial correlation, with the same p", () => {
    fc.assert(
      fc.property(four, ([x, y, z, other]) => {
        const options = { covariates: [z, other], confidence: 0.95 };
        const [one, two] = [
          multiplePartialCorrelation([x], y, options).estimate,
          partialCorrelation(x, y, options).estimate,
        ];
        if (!one.ok || !two.ok) throw new Error("expected estimates");
        close(one.value, Math.abs(two.value), 1e-8, 1e-9);
        close(one.p, two.p, 1e-6);
      }),
    );
  });

  test("weighted: of one column it is the weighted partial correlation, and p is near", () => {
    fc.assert(
      fc.property(four, weightsFor(n), ([x, y, z], weights) => {
        const options = { covariates: [z], confidence: 0.95, weights };
        const [one, two] = [
          multiplePartialCorrelation([x], y, options).estimate,
          partialCorrelation(x, y, options).estimate,
        ];
        if (!one.ok || !two.ok) throw new Error("expected estimates");
        close(one.value, Math.abs(two.value), 1e-8, 1e-9);
        expect(Math.abs(one.p - two.p)).toBeLessThan(0.25);
      }),
    );
  });

  test("squared is the share of what the covariates leave: F of the two nested models", () => {
    fc.assert(
      fc.property(four, ([x, y, z, other]) => {
        const given = (columns: Float64Array[]) =>
          multiplePartialCorrelation(columns, y, { covariates: [], confidence: 0.95 }).estimate;
        const { estimate } = multiplePartialCorrelation([x, other], y, {
          covariates: [z],
          confidence: 0.95,
        });
        const [all, base] = [given([x, other, z]), given([z])];
        if (!estimate.ok || !all.ok || !base.ok) throw new Error("expected estimates");
        const added = all.value ** 2 - base.value ** 2;
        close(estimate.value ** 2, added / (1 - base.value ** 2), 1e-8, 1e-9);
        const f = added / 2 / ((1 - all.value ** 2) / (n - 4));
        close(estimate.p, fUpper(f, 2, n - 4), 1e-7);
      }),
    );
  });

  test("does not count columns of the block that repeat others", () => {
    fc.assert(
      fc.property(four, weightsFor(n), ([x, y, z, other], weights) => {
        for (const by of [{}, { weights }]) {
          const options = { covariates: [z], confidence: 0.95, ...by };
          const few = multiplePartialCorrelation([x, other], y, options).estimate;
          same(multiplePartialCorrelation([x, other, plus(x, 1, z), z], y, options), few);
        }
      }),
    );
  });

  test("with nothing in the block left over has no variation", () => {
    const z = Float64Array.from({ length: n }, (_, i) => i % 5);
    const y = Float64Array.from({ length: n }, (_, i) => (i * 7) % 13);
    expect(multiplePartialCorrelation([z], y, { covariates: [z], confidence: 0.95 })).toEqual({
      estimate: { ok: false, because: "no variation" },
      covariates: 1,
    });
  });
});

function same({ estimate }: Partial, expected: Partial["estimate"]): void {
  if (!estimate.ok || !expected.ok) {
    expect(estimate).toEqual(expected);
    return;
  }
  close(estimate.value, expected.value, 1e-7, 1e-8);
  close(estimate.p, expected.p, 1e-5, 1e-12);
  close(estimate.interval!.low, expected.interval!.low, 1e-6, 1e-7);
  close(estimate.interval!.high, expected.interval!.high, 1e-6, 1e-7);
}
