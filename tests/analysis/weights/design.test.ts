/** The corpus checks numbers of R's survey package; here are the laws that tie the designs to each other. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pearson } from "../../../analysis/methods/pearson.ts";
import {
  correlationOf,
  exactInterval,
  logitInterval,
  meanOf,
  sumOf,
  totalOf,
  varianceOf,
  wald,
} from "../../../analysis/weights/design.ts";
import { signedEstimate } from "../../../analysis/weights/linearise.ts";
import { close } from "../../support/close.ts";
import { weighted, weightsFor } from "../methods/people.ts";

const numbers = (n: number) =>
  fc
    .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: n, maxLength: n })
    .map((values) => Float64Array.from(values));

describe("a design", () => {
  test("of nothing but weights gives the screening's correlation", () => {
    fc.assert(
      fc.property(numbers(15), numbers(15), weightsFor(15), (x, y, weights) => {
        const found = correlationOf(x, y, { weights })!;
        if (Math.abs(found.value) > 0.999) return;
        expect(found.df).toBe(14);
        const one = signedEstimate(found.value, found, 0.95);
        const other = pearson.estimate(weighted({ x, y, n: 15 }, weights), 0.95);
        if (!one.ok || !other.ok) throw new Error("expected estimates");
        close(one.value, other.value, 1e-9, 1e-12);
        close(one.interval!.low, other.interval!.low, 1e-7, 1e-9);
        close(one.p, other.p, 1e-6);
      }),
    );
  });

  test("with a unit for every person is the same as without units, and a whole stratum drawn has no error", () => {
    fc.assert(
      fc.property(numbers(10), weightsFor(10), (y, weights) => {
        const everybody = meanOf(y, { weights });
        const units = meanOf(y, { weights, clusters: [...y.keys()] });
        close(units.se, everybody.se, 1e-12, 1e-15);
        const all = meanOf(y, { weights, population: new Float64Array(10).fill(10) });
        expect(all.se).toBeLessThan(1e-9);
        const half = meanOf(y, { weights, population: new Float64Array(10).fill(20) });
        close(half.se ** 2, everybody.se ** 2 / 2, 1e-12, 1e-15);
      }),
    );
  });

  test("gives totals and their errors, a stratum of one held against nothing, as survey 4.1 does", () => {
    // svydesign(~1, strata = ~h, weights = ~w, fpc = ~N), options(survey.lonely.psu = "adjust"): svytotal(~y), svymean(~y)
    const y = Float64Array.of(1, 4, 2, 7, 9, 30);
    const weights = Float64Array.of(10, 10, 12, 5, 6, 3);
    const strata = [1, 1, 1, 2, 2, 3];
    const found = sumOf(y, { weights, strata });
    close(found.value, 253, 1e-12);
    close(found.se, 95.5876561068, 1e-11);
    expect(found.df).toBe(3);
    close(meanOf(y, { weights, strata }).se, 1.73960591326, 1e-11);
    const population = [30, 30, 30, 11, 11, 3];
    close(sumOf(y, { weights, strata, population }).se, 79.3962444727, 1e-11);
  });

  test("with strata adds their variances and loses a degree of freedom for each", () => {
    const scores = Float64Array.of(1, 3, 2, 10, 14);
    const strata = [1, 1, 1, 2, 2];
    const both = totalOf(scores, { weights: scores, strata });
    const first = totalOf(scores.slice(0, 3), { weights: scores });
    const second = totalOf(scores.slice(3), { weights: scores });
    close(both.se ** 2, first.se ** 2 + second.se ** 2, 1e-12);
    expect(both.df).toBe(3);
    expect(both.value).toBe(30);
  });

  test("lets a stratum with one unit count with its whole total", () => {
    const alone = totalOf(Float64Array.of(5, 2, 2), {
      weights: new Float64Array(3),
      strata: [1, 2, 2],
    });
    close(alone.se, 5, 1e-12);
    expect(alone.df).toBe(1);
  });

  test("with equal weights gives the textbook mean, variance and error", () => {
    const y = Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9);
    const weights = new Float64Array(8).fill(3);
    expect(meanOf(y, { weights })).toMatchObject({ value: 5, df: 7 });
    close(varianceOf(y, { weights }).value, 32 / 7, 1e-12);
    close(meanOf(y, { weights }).se, Math.sqrt(32 / 7 / 8), 1e-12);
  });

  test("a side without variation has no correlation", () => {
    const y = Float64Array.of(1, 2, 3);
    expect(correlationOf(new Float64Array(3), y, { weights: y })).toBeUndefined();
  });
});

describe("intervals of a share", () => {
  test("hold the share, stay inside 0 to 1, and the exact one is the widest of a small sample", () => {
    const share = { value: 0.1, se: Math.sqrt((0.1 * 0.9) / 40), df: 39 };
    const exact = exactInterval(share, { n: 40, confidence: 0.95 });
    const logit = logitInterval(share, 0.95);
    const plain = wald(share, 0.95);
    expect(exact.low).toBeGreaterThan(0);
    expect(exact.low).toBeLessThan(logit.low);
    expect(plain.high).toBeLessThan(exact.high);
    // Clopper & Pearson for 4 of 40, as R's binom.test(4, 40) prints it.
    close(exact.low, 0.02792542, 1e-6);
    close(exact.high, 0.2366374, 1e-6);
  });
});
