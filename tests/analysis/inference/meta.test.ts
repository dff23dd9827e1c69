/** Closed forms of equal cohorts, stated coverage, equivariance; metafor's values are in tests/reference/further. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fisherEstimate,
  poolCorrelations,
  poolRandomEffects,
  type CohortEstimate,
  type PoolingOptions,
} from "../../../analysis/inference/meta.ts";
import { replication } from "../../../analysis/inference/replication.ts";
import { normalQuantile, normalUpper } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { tQuantile } from "../../../analysis/numeric/student-t.ts";
import { close } from "../../support/close.ts";

const cohort = fc.record({
  value: fc.double({ min: -2, max: 2, noNaN: true }),
  se: fc.double({ min: 0.05, max: 1, noNaN: true }),
});
const cohorts = fc.array(cohort, { minLength: 3, maxLength: 8 });
const at95 = { confidence: 0.95 };
const pooled = (of: readonly CohortEstimate[], options: PoolingOptions = at95) =>
  poolRandomEffects(of, options)!;

describe("pooling cohorts", () => {
  test("that are equally exact is the mean with its t interval, τ² their variance less the error's", () => {
    fc.assert(
      fc.property(cohorts, fc.double({ min: 0.05, max: 0.6, noNaN: true }), (of, se) => {
        const values = of.map(({ value }) => value);
        const k = values.length;
        const mean = values.reduce((sum, value) => sum + value, 0) / k;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (k - 1);
        const found = pooled(values.map((value) => ({ value, se })));
        const tauSquared = Math.max(0, variance - se * se);
        close(found.value, mean, 1e-9, 1e-12);
        close(found.tauSquared, tauSquared, 1e-7, 1e-10);
        close(found.tauSquaredDerSimonianLaird, tauSquared, 1e-7, 1e-10);
        const half = -tQuantile(0.025, k - 1) * Math.sqrt(variance / k);
        close(found.interval.high - mean, half, 1e-8, 1e-10);
        const wide = -tQuantile(0.025, k - 2) * Math.sqrt(tauSquared + variance / k);
        close(found.prediction!.high - mean, wide, 1e-7, 1e-9);
        close(found.q.statistic, ((k - 1) * variance) / se ** 2, 1e-8, 1e-12);
        found.shares.forEach((share) => close(share, 1 / k, 1e-9));
      }),
    );
  });

  test("finds a τ² from which no step makes the restricted likelihood higher", () => {
    // The density of all contrasts with the first cohort, which know nothing of the mean.
    const height = (of: readonly CohortEstimate[], tauSquared: number) => {
      const variances = of.map(({ se }) => se * se + tauSquared);
      const mass = variances.reduce((sum, v) => sum + 1 / v, 0);
      const determinant = variances.reduce((all, v) => all * v, 1) * mass;
      let squares = 0;
      of.forEach((one, i) =>
        of.slice(0, i).forEach((other, j) => {
          squares += (one.value - other.value) ** 2 / (variances[i]! * variances[j]! * mass);
        }),
      );
      return -(Math.log(determinant) + squares) / 2;
    };
    fc.assert(
      fc.property(cohorts, (of) => {
        const { tauSquared } = pooled(of);
        const top = height(of, tauSquared);
        for (const by of [1e-4, 1e-3, 1e-2]) {
          expect(height(of, tauSquared + by)).toBeLessThanOrEqual(top + 1e-12);
          expect(height(of, Math.max(0, tauSquared - by))).toBeLessThanOrEqual(top + 1e-12);
        }
      }),
    );
  });

  test("moves with unit, origin and order of the estimates; more scatter, less certainty", () => {
    fc.assert(
      fc.property(cohorts, (of) => {
        const base = pooled(of);
        const moved = pooled(
          of.map(({ value, se }) => ({ value: 3 - 2 * value, se: 2 * se })).toReversed(),
        );
        close(moved.value, 3 - 2 * base.value, 1e-7, 1e-8);
        close(moved.tauSquared, 4 * base.tauSquared, 1e-6, 1e-9);
        close(moved.interval.high, 3 - 2 * base.interval.low, 1e-6, 1e-7);
        close(moved.iSquared, base.iSquared, 1e-9, 1e-12);
        const never = pooled(of, { ...at95, neverNarrower: true });
        expect(never.se).toBeGreaterThanOrEqual(base.se);
        const mass = of.reduce((sum, { se }) => sum + 1 / (se * se + base.tauSquared), 0);
        expect(never.se).toBeGreaterThanOrEqual((1 - 1e-12) / Math.sqrt(mass));
      }),
    );
  });

  test("covers the mean as often as it says, with five cohorts of like size", () => {
    const covered = Array.from({ length: 1000 }, (_, seed) => {
      const chance = stream(seed, 3);
      const normal = () => normalQuantile(chance.uniform());
      const of = [0.1, 0.12, 0.15, 0.15, 0.2].map((se) => ({
        value: 0.4 + 0.2 * normal() + se * normal(),
        se,
      }));
      const { interval } = pooled(of);
      return Number(interval.low < 0.4 && interval.high > 0.4);
    }).reduce((sum, one) => sum + one, 0);
    // 945 expected, standard deviation 7.
    expect(covered).toBeGreaterThan(915);
    expect(covered).toBeLessThan(978);
  });

  test("needs two, and errors", () => {
    expect(poolRandomEffects([{ value: 1, se: 1 }], at95)).toBeNull();
    expect(
      pooled([
        { value: 1, se: 1 },
        { value: 2, se: 1 },
      ]).prediction,
    ).toBeNull();
    expect(() => poolRandomEffects([{ value: 1, se: 0 }], at95)).toThrow(RangeError);
  });
});

describe("pooled correlations", () => {
  test("are pooled on Fisher's scale and taken back inside -1 to 1", () => {
    const of = [
      { r: 0.95, n: 20 },
      { r: 0.2, n: 300 },
      { r: 0.5, n: 80 },
    ];
    const found = poolCorrelations(of, at95)!;
    const onScale = pooled(of.map((one) => fisherEstimate(one)!));
    close(found.value, Math.tanh(onScale.value), 1e-12);
    close(Math.atanh(found.interval.low), onScale.interval.low, 1e-10);
    expect(found.prediction!.high).toBeLessThanOrEqual(1);
    expect(found.onFisherScale).toEqual(onScale);
    expect(poolCorrelations([...of, { r: 1, n: 9 }], at95)).toBeNull();
    expect(poolCorrelations([...of, { r: 0.2, n: 3 }], at95)).toBeNull();
  });
});

describe("replication", () => {
  const of = (...pairs: readonly (readonly [value: number, se: number])[]) =>
    replication(
      pairs.map(([value, se]) => ({ value, se })),
      0.95,
    )!;

  test("counts signs and significance, and how much of it was to be expected", () => {
    const found = of([0.3, 0.1], [0.25, 0.2], [0.4, 0.1], [0.28, 0.15]);
    expect(found).toMatchObject({ sameSign: 4, significant: 2, against: 0, sizesDiffer: false });
    const expected = [0.1, 0.2, 0.1, 0.15].reduce(
      (sum, se) => sum + normalUpper(1.959963984540054 - found.pooled.value / se),
      0,
    );
    close(found.expectedSignificant, expected, 1e-9);
    expect(found.verdict).toBe("replicated");
  });

  test.each([
    ["one direction", of([0.9, 0.1], [0.1, 0.2], [0.02, 0.2])],
    ["contradicted", of([0.5, 0.1], [-0.5, 0.1], [0.3, 0.1], [0.4, 0.1])],
    ["unclear", of([0.5, 0.1], [-0.1, 0.2], [0.3, 0.1])],
    ["replicated", of([-0.5, 0.1], [-0.42, 0.1], [-0.44, 0.2], [-0.46, 0.1])],
  ] as const)("says %s", (verdict, found) => {
    expect(found.verdict).toBe(verdict);
  });

  test("sees that sizes differ, and that a cohort says the opposite", () => {
    const found = of([0.5, 0.1], [-0.5, 0.1], [0.3, 0.1], [0.4, 0.1]);
    expect(found).toMatchObject({ sameSign: 3, against: 1, sizesDiffer: true });
  });

  test("does not take cohorts that agree by luck for more certain than one truth would be", () => {
    const { pooled: mean } = of([0.2, 0.2], [0.2001, 0.2], [0.1999, 0.2]);
    close(mean.se, 0.2 / Math.sqrt(3), 1e-9);
  });

  test("needs two cohorts", () => {
    expect(replication([{ value: 1, se: 1 }], 0.95)).toBeNull();
  });
});
