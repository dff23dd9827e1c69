/** Identities of classical test theory, and items made from one factor; R's values are in tests/reference. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlate } from "../../../analysis/methods/pearson.ts";
import { entry, place, triangle } from "../../../analysis/numeric/matrix.ts";
import { oneFactor } from "../../../analysis/reliability/one-factor.ts";
import { reliability } from "../../../analysis/reliability/reliability.ts";
import { close } from "../../support/close.ts";
import { omegaOf, oneFactorItems } from "./items.ts";

const loadings = fc.array(fc.double({ min: 0.3, max: 2, noNaN: true }), {
  minLength: 3,
  maxLength: 6,
});
const seeds = fc.integer({ min: 0, max: 10_000 });
const answer = (items: readonly Float64Array[]) => reliability(items, 0.95)!;

describe("alpha", () => {
  test("of two items, each divided by its spread, is 2r / (1 + r) (Spearman 1910; Brown 1910)", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const items = oneFactorItems(60, [1, 1.5], seed);
        const { r } = correlate(items[0]!, items[1]!)!;
        const found = answer(items);
        close(found.standardised, (2 * r) / (1 + r), 1e-12);
        close(found.meanCorrelation, r, 1e-12);
        close(found.items[0]!.restCorrelation, r, 1e-12);
        expect(found.items[0]!.alphaWithout).toBeNull();
        expect(found.omega).toBeNull();
      }),
    );
  });

  test("is at most 1, which copies reach, and moves with neither place nor common unit of the items", () => {
    fc.assert(
      fc.property(seeds, loadings, (seed, of) => {
        const items = oneFactorItems(40, of, seed);
        const found = answer(items);
        expect(found.alpha).toBeLessThan(1);
        expect(found.interval.low).toBeLessThan(found.alpha);
        expect(found.interval.high).toBeGreaterThan(found.alpha);
        const moved = answer(items.map((item, i) => item.map((value) => 1e4 * i + 7 * value)));
        close(moved.alpha, found.alpha, 0, 1e-8);
        close(moved.errorOfMeasurement, 7 * found.errorOfMeasurement, 1e-7);
        close(moved.lambda6, found.lambda6, 0, 1e-8);
      }),
      { numRuns: 30 },
    );
    const [item] = oneFactorItems(20, [1], 1);
    close(answer([item!, item!.slice(), item!.slice()]).alpha, 1, 1e-12);
  });

  test("without an item is alpha of the others", () => {
    const items = oneFactorItems(80, [1, 0.5, 1.5, 0.8], 3);
    const found = answer(items);
    found.items.forEach(({ alphaWithout }, i) =>
      close(alphaWithout!, answer(items.filter((_, j) => j !== i)).alpha, 1e-12),
    );
  });

  test("has an interval that covers the truth as often as it says, of parallel items", () => {
    // Parallel items: alpha is omega, 4 items of loading 1: 16 / 20.
    const covered = Array.from({ length: 400 }, (_, seed) => {
      const { interval } = answer(oneFactorItems(40, [1, 1, 1, 1], seed));
      return Number(interval.low < 0.8 && interval.high > 0.8);
    }).reduce((sum, one) => sum + one, 0);
    // 380 expected, standard deviation 4.4.
    expect(covered).toBeGreaterThan(362);
    expect(covered).toBeLessThan(396);
  });

  test("has an interval that shrinks to a point with the confidence asked for", () => {
    const items = oneFactorItems(40, [1, 1, 1], 2);
    const widths = [0.99, 0.95, 0.5, 1e-9].map((confidence) => {
      const { low, high } = reliability(items, confidence)!.interval;
      return high - low;
    });
    expect(widths.toSorted((a, b) => b - a)).toEqual(widths);
    close(widths[3]!, 0, 0, 1e-8);
  });

  test("says nothing of items that do not vary, and asks for two", () => {
    const [item] = oneFactorItems(20, [1], 1);
    expect(reliability([item!, new Float64Array(20)], 0.95)).toBeNull();
    expect(() => reliability([item!], 0.95)).toThrow(RangeError);
    expect(() => reliability([item!, new Float64Array(3)], 0.95)).toThrow(RangeError);
  });
});

describe("one factor", () => {
  test("gives back the loadings that covariances were made from", () => {
    fc.assert(
      fc.property(loadings, (of) => {
        const values = new Float64Array(triangle(of.length));
        of.forEach((one, i) =>
          of.slice(0, i + 1).forEach((other, j) => {
            values[place(i, j)] = one * other + (i === j ? 1 + i / 3 : 0);
          }),
        );
        const found = oneFactor({ size: of.length, values })!;
        of.forEach((loading, i) => {
          close(found.loadings[i]!, loading, 0, 1e-6);
          close(found.own[i]!, 1 + i / 3, 0, 1e-6);
        });
      }),
    );
  });

  test("of three items is the triad √(s12 s13 / s23) (Spearman 1927)", () => {
    const values = Float64Array.of(2, 0.8, 3, 0.6, 1.1, 1.5);
    const matrix = { size: 3, values };
    const [a, b, c] = [entry(matrix, 0, 1), entry(matrix, 0, 2), entry(matrix, 1, 2)];
    close(oneFactor(matrix)!.loadings[0]!, Math.sqrt((a * b) / c), 1e-8);
  });

  test("is refused where an item's own variance would be below zero, and for two items", () => {
    // The triad gives the first item a loading of 1.2 on a variance of 1.
    expect(oneFactor({ size: 3, values: Float64Array.of(1, 0.9, 1, 0.8, 0.5, 1) })).toBeUndefined();
    expect(oneFactor({ size: 2, values: Float64Array.of(1, 0.5, 1) })).toBeUndefined();
  });

  test("gives omega near the truth in many people, where alpha falls short of it", () => {
    const of = [0.4, 0.8, 1.4, 2];
    const { omega, alpha } = answer(oneFactorItems(20_000, of, 1));
    close(omega!.value, omegaOf(of), 0, 0.01);
    expect(alpha).toBeLessThan(omega!.value - 0.02);
  });
});
