/** Laws; the values of psych::cor.smooth are in tests/reference. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { smoothCorrelations } from "../../../analysis/latent/smooth.ts";
import { entry, place, triangle } from "../../../analysis/numeric/matrix.ts";
import { close } from "../../support/close.ts";

const matrices = fc
  .array(fc.double({ min: -0.95, max: 0.95, noNaN: true }), { minLength: 10, maxLength: 10 })
  .map((entries) => {
    const values = new Float64Array(triangle(5)).fill(1);
    let next = 0;
    for (let i = 1; i < 5; i++) for (let j = 0; j < i; j++) values[place(i, j)] = entries[next++]!;
    return { size: 5, values };
  });

test("what comes back are correlations that somebody could have; twice is once", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const once = smoothCorrelations(matrix);
      for (let i = 0; i < 5; i++) {
        expect(entry(once.matrix, i, i)).toBe(1);
        for (let j = 0; j < i; j++)
          expect(Math.abs(entry(once.matrix, i, j))).toBeLessThanOrEqual(1);
      }
      const twice = smoothCorrelations(once.matrix);
      expect(twice.changed).toBe(false);
      once.matrix.values.forEach((r, at) => close(twice.matrix.values[at]!, r, 0, 1e-9));
    }),
  );
});

test("a matrix that somebody could have is left alone", () => {
  fc.assert(
    fc.property(matrices, ({ size, values }) => {
      const mild = { size, values: values.map((r) => (r === 1 ? 1 : r / 5)) };
      const { matrix, changed, smallestEigenvalue } = smoothCorrelations(mild);
      expect(matrix).toBe(mild);
      expect(changed).toBe(false);
      expect(smallestEigenvalue).toBeGreaterThan(0);
    }),
  );
});

test("the smallest eigenvalue of equal correlations is known: 1 - r, or 1 + (k - 1) r", () => {
  const equal = (r: number) => {
    const values = new Float64Array(triangle(4)).fill(r);
    for (let i = 0; i < 4; i++) values[place(i, i)] = 1;
    return smoothCorrelations({ size: 4, values }).smallestEigenvalue;
  };
  close(equal(0.6), 0.4, 0, 1e-12);
  close(equal(-0.5), -0.5, 0, 1e-12);
});
