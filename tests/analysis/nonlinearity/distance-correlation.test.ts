/** Against the definition with its n x n matrices, and laws; further values are in tests/reference. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceCorrelation } from "../../../analysis/nonlinearity/distance-correlation.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { close } from "../../support/close.ts";

const columns = fc
  .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -60, max: 60 })), {
    minLength: 5,
    maxLength: 30,
  })
  .map((people) => ({
    x: Float64Array.from(people, ([x]) => x),
    y: Float64Array.from(people, ([, y]) => y / 10),
  }))
  .filter(({ x, y }) => new Set(x).size > 1 && new Set(y).size > 1);

type Square = number[][];
const distances = (of: Float64Array): Square =>
  Array.from(of, (one) => Array.from(of, (other) => Math.abs(one - other)));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const products = (a: Square, b: Square) =>
  sum(a.flatMap((row, i) => row.map((v, j) => v * b[i]![j]!)));

/** Each distance less what the rest of its row and column are, with n or with n - 2 people. */
function centred(a: Square, corrected: boolean): Square {
  const n = a.length;
  const rows = a.map(sum);
  const [by, all] = corrected ? [n - 2, (n - 1) * (n - 2)] : [n, n * n];
  return a.map((row, i) =>
    row.map((value, j) =>
      corrected && i === j ? 0 : value - (rows[i]! + rows[j]!) / by + sum(rows) / all,
    ),
  );
}

const defined = (...of: readonly Square[]) => of.every((a) => products(a, a) > 1e-9);

describe("distance correlation", () => {
  test("is what the matrices of all distances say", () => {
    fc.assert(
      fc.property(columns, ({ x, y }) => {
        const found = distanceCorrelation(x, y)!;
        const n = x.length;
        const [a, b] = [centred(distances(x), false), centred(distances(y), false)];
        const covariance = products(a, b) / (n * n);
        close(found.covarianceSquared, covariance, 1e-9, 1e-11);
        const spread = Math.sqrt(products(a, a) * products(b, b)) / (n * n);
        close(found.value, Math.sqrt(Math.max(0, covariance) / spread), 0, 1e-6);
        const [u, v] = [centred(distances(x), true), centred(distances(y), true)];
        const square = products(u, v) / Math.sqrt(products(u, u) * products(v, v));
        if (defined(u, v)) close(found.correctedSquare, square, 1e-8, 1e-9);
        else expect(found.correctedSquare).toBe(0);
      }),
    );
  });

  test("is 1 of a line, whichever way, and blind to place, unit and who comes first", () => {
    fc.assert(
      fc.property(columns, fc.double({ min: 0.1, max: 50, noNaN: true }), ({ x, y }, unit) => {
        close(
          distanceCorrelation(
            x,
            x.map((value) => 2 - unit * value),
          )!.value,
          1,
          1e-9,
        );
        const { value, t } = distanceCorrelation(x, y)!;
        const moved = distanceCorrelation(y.toReversed(), x.map((v) => 9 + unit * v).toReversed())!;
        close(moved.value, value, 0, 1e-6);
        if (Math.abs(t) < 1e6) close(moved.t, t, 1e-6, 1e-6);
      }),
    );
  });

  test("sees a parabola that Pearson's r does not, and little where there is nothing", () => {
    const chance = stream(1);
    const x = Float64Array.from({ length: 300 }, () => 2 * chance.uniform() - 1);
    const nothing = x.map(() => chance.uniform());
    expect(
      distanceCorrelation(
        x,
        x.map((value) => value * value),
      )!.p,
    ).toBeLessThan(1e-12);
    expect(distanceCorrelation(x, nothing)!.p).toBeGreaterThan(0.001);
  });

  test("calls one in twenty studies of nothing significant at 0.05, and is around zero in them", () => {
    const studies = Array.from({ length: 400 }, (_, seed) => {
      const chance = stream(seed);
      const [x, y] = [0, 1].map(() =>
        Float64Array.from({ length: 40 }, () => chance.uniform()),
      ) as [Float64Array, Float64Array];
      return distanceCorrelation(x, y)!;
    });
    const called = studies.filter(({ p }) => p < 0.05).length;
    // The test is good for many dimensions and a little liberal for one: 20 expected, standard deviation 4.4.
    expect(called).toBeGreaterThan(6);
    expect(called).toBeLessThan(44);
    close(sum(studies.map((study) => study.correctedSquare)) / 400, 0, 0, 0.006);
  });

  test("has nothing to say of three people or of a constant", () => {
    const three = Float64Array.of(1, 2, 4);
    expect(distanceCorrelation(three, three)).toBeNull();
    expect(
      distanceCorrelation(
        new Float64Array(9),
        Float64Array.from({ length: 9 }, (_, i) => i),
      ),
    ).toBeNull();
    expect(() => distanceCorrelation(three, new Float64Array(4))).toThrow(RangeError);
  });
});
