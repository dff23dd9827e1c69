/** Least squares against the certified coefficients of NIST, and the laws of projection. */
import * as fc from "fast-check";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  basisOf,
  coefficients,
  dot,
  extend,
  residualOf,
} from "../../../analysis/adjusted/basis.ts";
import { close } from "../../support/close.ts";
import { corpusDirectory, openCorpus } from "../../reference/corpus.ts";

const corpus = openCorpus(corpusDirectory());

describe("NIST's certified polynomials", () => {
  const asked = corpus.cases.filter(({ method }) => method === "nist_linear_regression");
  test("are in the corpus", () => {
    expect(existsSync(corpus.directory)).toBe(true);
    expect(asked.length).toBe(5);
  });

  test.each(asked.map((one) => [one.dataset!, one] as const))("%s", (file, one) => {
    const cells = corpus.read(file);
    const [x, y] = [cells["x"]!, cells["y"]!].map((texts) => Float64Array.from(texts, Number)) as [
      Float64Array,
      Float64Array,
    ];
    const degree = Number(one.columns!["polynomial_degree"]);
    const powers = Array.from({ length: degree }, (_, k) => x.map((value) => value ** (k + 1)));
    const basis = basisOf(powers, x.length);
    expect(basis.from.length).toBe(degree);
    const found = coefficients(basis, residualOf(y, basis).onto);
    const [, ...certified] = one.expected["estimate"] as number[];
    found.forEach((slope, k) =>
      close(slope, certified[k]!, one.tolerance.rel ?? 0, one.tolerance.abs ?? 0),
    );
  });
});

describe("a basis", () => {
  const column = (n: number) =>
    fc
      .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n, maxLength: n })
      .map((values) => Float64Array.from(values));

  test("is orthonormal, and what it leaves is orthogonal to every column", () => {
    fc.assert(
      fc.property(fc.array(column(12), { minLength: 1, maxLength: 6 }), column(12), (zs, y) => {
        const basis = basisOf(zs, 12);
        for (const [i, a] of basis.columns.entries())
          for (const [j, b] of basis.columns.entries())
            expect(Math.abs(dot(a, b) - Number(i === j))).toBeLessThan(1e-9);
        const { values } = residualOf(y, basis);
        for (const [at, z] of zs.entries()) {
          // What counts as a combination of the others may have kept a 1e-10th of its spread.
          const left = basis.from.includes(at) ? 0 : 1e-10 * Math.sqrt(dot(z, z) * dot(y, y));
          expect(Math.abs(dot(values, z))).toBeLessThan(1e-9 + left);
        }
      }),
    );
  });

  test("takes numbers whose squares vanish for nothing", () => {
    const tiny = Float64Array.of(0, 0, -1.7e-162, 0);
    expect(basisOf([tiny], 4).from).toEqual([]);
    expect(residualOf(tiny, basisOf([], 4)).length).toBe(0);
  });

  test("does not count a column that is constant or a combination of others", () => {
    const a = Float64Array.of(1, 2, 3, 4, 7);
    const b = Float64Array.of(0, 1, 0, 1, 1);
    const both = a.map((value, i) => 2 * value - 3 * b[i]! + 5);
    expect(basisOf([a, new Float64Array(5).fill(0.1), b, both], 5).from).toEqual([0, 2]);
    expect(residualOf(both, basisOf([a, b], 5)).length).toBe(0);
    expect(residualOf(new Float64Array(5).fill(1e6 + 0.1), basisOf([], 5)).length).toBe(0);
  });

  test("is the same whether the columns come at once or later", () => {
    const [a, b] = [Float64Array.of(1, 2, 3, 4, 7), Float64Array.of(0, 1, 0, 1, 1)];
    expect(extend(basisOf([a], 5), [b]).columns).toEqual(basisOf([a, b], 5).columns);
  });

  test("with weights finds the weighted least squares line", () => {
    const [x, y] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 1, 4, 3)];
    const weights = Float64Array.of(1, 2, 3, 1);
    const basis = basisOf([x], 4, weights.map(Math.sqrt));
    const [slope] = coefficients(basis, residualOf(y, basis).onto);
    // By hand: means 18/7 of x and 19/7 of y.
    const top = weights.reduce((sum, w, i) => sum + w * (x[i]! - 18 / 7) * (y[i]! - 19 / 7), 0);
    const bottom = weights.reduce((sum, w, i) => sum + w * (x[i]! - 18 / 7) ** 2, 0);
    close(slope!, top / bottom, 1e-12);
  });
});
