/** The joint score test by its formula, and where a contrast says nothing new. */
import { Matrix, inverse } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { fUpper } from "../../../analysis/numeric/f.ts";
import { scoreTestP } from "../../../analysis/weights/score-test.ts";

const pOf = (totals: readonly number[], covariance: readonly (readonly number[])[], df: number) =>
  scoreTestP({
    totals: Float64Array.from(totals),
    covariance: (i, j) => covariance[i]![j]!,
    df,
  });

/** F = U' V⁻¹ U (d - q + 1) / (q d). */
function byFormula(totals: readonly number[], covariance: number[][], df: number): number {
  const u = Matrix.columnVector([...totals]);
  const x = u
    .transpose()
    .mmul(inverse(new Matrix(covariance)))
    .mmul(u)
    .get(0, 0);
  const q = totals.length;
  return fUpper((x * (df - q + 1)) / (q * df), q, df - q + 1);
}

const three = [
  [4, 1, 0.5],
  [1, 9, -2],
  [0.5, -2, 2],
];

describe("the joint score test", () => {
  test("is the F of the formula, for one contrast and for three that go together", () => {
    expect(pOf([3], [[4]], 30)).toBeCloseTo(fUpper(9 / 4, 1, 30), 12);
    expect(pOf([3, -2, 1], three, 30)).toBeCloseTo(byFormula([3, -2, 1], three, 30), 12);
  });

  test("counts a contrast once that repeats another, in whatever unit", () => {
    const once = pOf([3], [[4]], 30);
    for (const unit of [1, 1e6, 1e-6]) {
      const repeated = [
        [4, 4 * unit],
        [4 * unit, 4 * unit * unit],
      ];
      expect(pOf([3, 3 * unit], repeated, 30)).toBeCloseTo(once, 10);
      const turned = repeated.map((row) => row.toReversed()).toReversed();
      expect(pOf([3 * unit, 3], turned, 30)).toBeCloseTo(once, 10);
    }
  });

  test("does not depend on the unit of a contrast that is new", () => {
    const apart = (unit: number) =>
      pOf(
        [3, 2 * unit],
        [
          [4, unit],
          [unit, 5 * unit * unit],
        ],
        30,
      );
    for (const unit of [1e-8, 1e8]) expect(apart(unit)).toBeCloseTo(apart(1), 10);
  });

  test("finds nothing where nothing varies, or where there are no degrees of freedom for so many contrasts", () => {
    expect(pOf([0], [[0]], 30)).toBe(1);
    expect(pOf([], [], 30)).toBe(1);
    expect(pOf([3, -2, 1], three, 2)).toBe(1);
    expect(pOf([3, -2, 1], three, 3)).toBeCloseTo(byFormula([3, -2, 1], three, 3), 12);
  });
});
