import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  medianDeviation,
  medianOf,
  quantileOf,
} from "../../../analysis/numeric/order-statistics.ts";
import { close } from "../../support/close.ts";

const some = fc
  .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map((values) => Float64Array.from(values));

test("quantiles run from the least to the largest, and the median has as many below as above", () => {
  fc.assert(
    fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      const ascending = values.toSorted();
      const at = quantileOf(ascending, p);
      expect(at).toBeGreaterThanOrEqual(ascending[0]!);
      expect(at).toBeLessThanOrEqual(ascending.at(-1)!);
      const middle = medianOf(values);
      close(middle, quantileOf(ascending, 0.5), 0);
      const below = values.filter((value) => value < middle).length;
      const above = values.filter((value) => value > middle).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

test("the deviation moves with the unit and not with the origin", () => {
  fc.assert(
    fc.property(some, (values) => {
      const moved = values.map((value) => 5 - 2 * value);
      close(medianDeviation(moved), 2 * medianDeviation(values), 1e-9, 1e-9);
    }),
  );
});

test("of nothing there is no quantile", () => {
  expect(quantileOf(new Float64Array(0), 0.5)).toBeNaN();
});
