/** The values of a function without noise, and what chance does; further values are in tests/reference. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xi } from "../../../analysis/nonlinearity/xi.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { close } from "../../support/close.ts";

const distinct = fc
  .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 60 })
  .map((values) => Float64Array.from(values));

describe("xi", () => {
  test("of an increasing or falling function is (n - 2) / (n + 1), the most there is", () => {
    fc.assert(
      fc.property(distinct, (x) => {
        const n = x.length;
        close(
          xi(
            x,
            x.map((value) => 3 * value + 1),
          )!.value,
          (n - 2) / (n + 1),
          1e-12,
        );
        close(
          xi(
            x,
            x.map((value) => -(value ** 3)),
          )!.value,
          (n - 2) / (n + 1),
          1e-12,
        );
      }),
    );
  });

  test("depends on the order of each column alone", () => {
    fc.assert(
      fc.property(distinct, fc.integer({ min: 0, max: 99 }), (x, seed) => {
        const chance = stream(seed);
        const y = x.map(() => chance.below(5));
        if (new Set(y).size < 2) return;
        const { value, p } = xi(x, y)!;
        const bent = xi(
          x.map((one) => one ** 3),
          y.map((one) => Math.exp(one)),
        )!;
        close(bent.value, value, 0, 1e-12);
        close(bent.p, p, 0, 1e-12);
        expect(xi(x.toReversed(), y.toReversed())!.value).toBe(value);
      }),
    );
  });

  test("keeps people with equal x in the order of the file", () => {
    const x = Float64Array.of(1, 1, 2, 2);
    const there = xi(x, Float64Array.of(1, 2, 3, 4))!;
    expect(there.ties).toEqual({ x: true, y: false });
    expect(xi(x, Float64Array.of(2, 1, 4, 3))!.value).toBeLessThan(there.value);
  });

  test.each([0, 3])(
    "calls one in twenty studies of nothing significant, values of y %d",
    (values) => {
      const called = Array.from({ length: 600 }, (_, seed) => {
        const chance = stream(seed, values);
        const x = Float64Array.from({ length: 150 }, () => chance.uniform());
        const y = x.map(() => (values === 0 ? chance.uniform() : chance.below(values) ** 2));
        return Number(xi(x, y)!.p < 0.05);
      }).reduce((sum, one) => sum + one, 0);
      // 30 expected, standard deviation 5.3.
      expect(called).toBeGreaterThan(12);
      expect(called).toBeLessThan(48);
    },
  );

  test("sees an oscillation that ranks do not", () => {
    const x = Float64Array.from({ length: 200 }, (_, i) => i);
    expect(
      xi(
        x,
        x.map((value) => Math.sin(value / 8)),
      )!.p,
    ).toBeLessThan(1e-12);
  });

  test("has nothing to say where y does not vary", () => {
    const x = Float64Array.of(1, 2, 3);
    expect(xi(x, new Float64Array(3))).toBeNull();
    expect(() => xi(x, new Float64Array(4))).toThrow(RangeError);
  });
});
