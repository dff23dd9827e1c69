/** Stated rates over many samples, and what no unit may change; lavaan's values are in tests/reference/further. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { factorFit } from "../../../analysis/reliability/factor-fit.ts";
import { chiSquareOf, fitIndices, type ChiSquare } from "../../../analysis/reliability/fit.ts";
import { measurementInvariance, stepHolds } from "../../../analysis/reliability/invariance.ts";
import { close } from "../../support/close.ts";
import { oneFactorItems } from "./items.ts";

function fitOf(items: readonly Float64Array[]) {
  const fit = factorFit(items);
  if (!fit.ok) throw new Error(`no fit: ${fit.because}`);
  return fit;
}

/** Items of two groups: loadings and means per group, factor one apart with twice the variance in the second. */
function twoGroups(
  n: number,
  of: readonly { readonly loadings: readonly number[]; readonly means: readonly number[] }[],
  seed: number,
) {
  const chance = stream(seed, 77);
  const normal = () => normalQuantile(chance.uniform());
  const groups = Float64Array.from({ length: 2 * n }, (_, i) => Number(i >= n));
  const factor = groups.map((g) => g + normal() * Math.sqrt(1 + g));
  const items = of[0]!.loadings.map((_, j) =>
    factor.map((f, i) => of[groups[i]!]!.means[j]! + of[groups[i]!]!.loadings[j]! * f + normal()),
  );
  return { items, groups };
}

const even = { loadings: [1, 0.8, 1.2, 0.9, 1.1], means: [0, 1, 0.5, 0, 2] };
const verdictOf = (other: typeof even, n = 800) => {
  const { items, groups } = twoGroups(n, [even, other], 1);
  const found = measurementInvariance(items, groups);
  if (!found.ok) throw new Error(found.because);
  return found;
};

describe("the fit of one factor", () => {
  test("is rejected as often as stated where one factor is behind the items", () => {
    const rejected = Array.from({ length: 400 }, (_, seed) =>
      Number(fitOf(oneFactorItems(200, [1, 0.8, 1.2, 0.6], seed)).chiSquare.p < 0.1),
    ).reduce((sum, one) => sum + one, 0);
    // 40 expected, standard deviation 6.
    expect(rejected).toBeGreaterThan(20);
    expect(rejected).toBeLessThan(62);
  });

  test("scaled, keeps its rate where one long tail is shared by all of a person's answers", () => {
    const rates = Array.from({ length: 200 }, (_, seed) => {
      const chance = stream(seed, 5);
      const stretch = Float64Array.from({ length: 300 }, () => (chance.uniform() < 0.15 ? 3 : 1));
      const items = oneFactorItems(300, [1, 1, 1, 1, 1], seed).map((item) =>
        item.map((value, i) => value * stretch[i]!),
      );
      const { chiSquare, scaled } = fitOf(items);
      expect(scaled.by).toBeGreaterThan(1);
      return [Number(chiSquare.p < 0.05), Number(scaled.p < 0.05)] as const;
    });
    const [plain, scaled] = [0, 1].map((at) => rates.reduce((sum, rate) => sum + rate[at]!, 0));
    // 10 expected of 200, standard deviation 3.
    expect(scaled).toBeLessThan(24);
    expect(plain).toBeGreaterThan(50);
  });

  test("is poor where two factors are behind them", () => {
    const [a, b] = [1, 2].map((seed) => oneFactorItems(500, [1, 1, 1], seed));
    const fit = fitOf([...a!, ...b!]);
    expect(fit.chiSquare.p).toBeLessThan(1e-20);
    expect(fit.cfi).toBeLessThan(0.8);
    expect(fit.srmr).toBeGreaterThan(0.1);
    expect(fit.rmsea!.interval.low).toBeGreaterThan(0.1);
    expect(fit.rmsea!.interval.low).toBeLessThan(fit.rmsea!.value);
    expect(fit.rmsea!.interval.high).toBeGreaterThan(fit.rmsea!.value);
  });

  test("changes with neither units nor the order of items and people", () => {
    fc.assert(
      fc.property(fc.nat(2000), (seed) => {
        const items = oneFactorItems(80, [1, 0.7, 1.3, 0.9, 1.1], seed);
        const [one, other] = [
          factorFit(items),
          factorFit(
            items
              .map((item, i) => item.map((v) => 1e3 * i + (i + 1) * 10 * v).toReversed())
              .toReversed(),
          ),
        ];
        expect(other.ok).toBe(one.ok);
        if (!one.ok || !other.ok) return;
        close(other.chiSquare.statistic, one.chiSquare.statistic, 1e-6, 1e-7);
        close(other.scaled.by, one.scaled.by, 1e-6);
        close(other.cfi, one.cfi, 1e-6);
        close(other.srmr, one.srmr, 1e-6);
        close(other.factor.loadings[0]!, 50 * one.factor.loadings[4]!, 1e-5);
      }),
      { numRuns: 25 },
    );
  });

  test("is not given where there is none", () => {
    const items = oneFactorItems(60, [1, 1, 1, 1], 3);
    const because = (of: readonly Float64Array[]) => {
      const fit = factorFit(of);
      return fit.ok ? undefined : fit.because;
    };
    expect(because(items.slice(1))).toBe("too few items");
    expect(because(items.map((item) => item.slice(0, 4)))).toBe("too few people");
    expect(because([...items, new Float64Array(60)])).toBe("no variation");
    expect(because([...items, items[0]!.map((v, i) => v + items[1]![i]!)])).toBe(
      "items determine each other",
    );
    const twin = items[0]!.map((v, i) => v + 1e-3 * items[3]![i]!);
    expect(because([items[0]!, twin, items[1]!, items[2]!])).toBe(
      "one factor does not describe the items",
    );
  });
});

describe("figures of fit", () => {
  const baseline = chiSquareOf(120, 6);
  const figures = (chiSquare: ChiSquare) =>
    fitIndices({ chiSquare, baseline, n: 200, groups: 1, srmr: 0.01 }, 0.9);

  test("say nothing against a model that has nothing to fail by", () => {
    const found = figures(chiSquareOf(0, 0));
    expect(found).toMatchObject({ cfi: 1, tli: null, rmsea: null });
    expect(found.chiSquare.p).toBe(1);
    expect(chiSquareOf(1e-12, 0).p).toBe(1);
  });

  test("are perfect where misfit is no more than its degrees of freedom, also where nothing goes together", () => {
    expect(figures(chiSquareOf(2, 2))).toMatchObject({ cfi: 1, tli: 1, rmsea: { value: 0 } });
    const apart = { baseline: chiSquareOf(3, 6), n: 200, groups: 1, srmr: 0.01 };
    expect(fitIndices({ ...apart, chiSquare: chiSquareOf(1, 2) }, 0.9).cfi).toBe(1);
  });
});

describe("whether a scale means the same in two groups", () => {
  test("loadings, item means and factor as they were made: everything may be compared", () => {
    const found = verdictOf(even, 4000);
    expect(found.reached).toBe("scalar");
    expect(found.verdict).toContain("means may be compared");
    close(found.groups[1]!.mean, 1, 0, 0.06);
    close(found.groups[1]!.variance, 2, 0, 0.15);
    expect(found.groups.map(({ code, n }) => [code, n])).toEqual([
      [0, 4000],
      [1, 4000],
    ]);
  });

  test("an item that two groups answer differently on the same level: no means", () => {
    expect(verdictOf({ ...even, means: [0, 1, 1.3, 0, 2] }).reached).toBe("metric");
  });

  test("an item that weighs more in one group: no associations", () => {
    const found = verdictOf({ ...even, loadings: [1, 0.8, 0.3, 0.9, 1.1] });
    expect(found.reached).toBe("configural");
    expect(found.steps[1]!.holds).toBe(false);
  });

  test("two factors: nothing", () => {
    const [a, b] = [1, 2].map((seed) => oneFactorItems(600, [1, 1, 1], seed));
    const groups = Float64Array.from({ length: 600 }, (_, i) => i % 2);
    expect(measurementInvariance([...a!, ...b!], groups)).toMatchObject({ reached: "none" });
  });

  test("is asked of the equal with the stated error: the differences are chi-squares", () => {
    const found = Array.from({ length: 200 }, (_, seed) => {
      const { items, groups } = twoGroups(150, [even, even], seed);
      const answer = measurementInvariance(items, groups);
      if (!answer.ok) throw new Error(answer.because);
      return answer.steps.slice(1).map(({ change }) => Number(change!.chiSquare.p < 0.1));
    });
    // 20 expected each, standard deviation 4.2.
    for (const step of [0, 1]) {
      const rejected = found.reduce((sum, one) => sum + one[step]!, 0);
      expect(rejected).toBeGreaterThan(6);
      expect(rejected).toBeLessThan(36);
    }
  });

  test("adds restrictions, so the fit falls; names of groups and their order change nothing", () => {
    fc.assert(
      fc.property(fc.nat(2000), (seed) => {
        const other = { ...even, loadings: [1, 1, 1, 0.6, 1] };
        const { items, groups } = twoGroups(120, [even, other], seed);
        const one = measurementInvariance(items, groups);
        const renamed = measurementInvariance(
          items.map((item) => item.map((value) => 5 - 3 * value)),
          groups.map((g) => 7 - g),
        );
        if (!one.ok || !renamed.ok) throw new Error("expected fits");
        expect(renamed.reached).toBe(one.reached);
        one.steps.forEach(({ fit, change }, k) => {
          close(renamed.steps[k]!.fit.chiSquare.statistic, fit.chiSquare.statistic, 1e-6, 1e-6);
          if (change) expect(change.chiSquare.statistic).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 20 },
    );
  });

  test("changes from step to step by what is less what was", () => {
    const { steps } = verdictOf({ ...even, loadings: [1, 1, 0.6, 0.9, 1.1] }, 300);
    expect(steps[0]!.change).toBeNull();
    for (const [k, { fit, change }] of steps.slice(1).entries()) {
      const before = steps[k]!.fit;
      expect(change!.cfi).toBe(fit.cfi - before.cfi);
      expect(change!.srmr).toBe(fit.srmr - before.srmr);
      expect(change!.rmsea).toBe(fit.rmsea!.value - before.rmsea!.value);
      expect(change!.chiSquare.df).toBe(fit.chiSquare.df - before.chiSquare.df);
    }
  });

  test("of three items is possible from the loadings on", () => {
    const { items, groups } = twoGroups(500, [even, even], 4);
    const found = measurementInvariance(items.slice(0, 3), groups);
    if (!found.ok) throw new Error(found.because);
    expect(found.steps.map(({ fit }) => fit.chiSquare.df)).toEqual([0, 2, 4]);
    expect(found.steps[0]!.fit.rmsea).toBeNull();
    expect(found.steps.map(({ change }) => change?.rmsea ?? null)).toEqual([
      null,
      null,
      found.steps[2]!.fit.rmsea!.value - found.steps[1]!.fit.rmsea!.value,
    ]);
    expect(found.reached).toBe("scalar");
  });

  test.each([
    ["configural", 500, 0.9, 0.08, null, true],
    ["configural", 500, 0.89, 0.08, null, false],
    ["configural", 500, 0.95, 0.09, null, false],
    ["metric", 500, 0.9, 0.1, { cfi: -0.0099, rmsea: 0.1, srmr: 0.1 }, true],
    ["metric", 500, 0.9, 0.1, { cfi: -0.0101, rmsea: 0, srmr: 0 }, false],
    ["metric", 300, 0.9, 0.1, { cfi: -0.006, rmsea: 0.009, srmr: 0.024 }, true],
    ["metric", 300, 0.9, 0.1, { cfi: -0.006, rmsea: 0.011, srmr: 0 }, false],
    ["metric", 300, 0.9, 0.1, { cfi: -0.006, rmsea: null, srmr: 0.026 }, false],
    ["metric", 300, 0.9, 0.1, { cfi: -0.004, rmsea: 0.1, srmr: 0.1 }, true],
    ["scalar", 300, 0.9, 0.1, { cfi: -0.006, rmsea: 0, srmr: 0.006 }, false],
    ["scalar", 300, 0.9, 0.1, { cfi: 0.002, rmsea: -0.1, srmr: 0.02 }, true],
  ] as const)(
    "%s with %i people, CFI %d, SRMR %d, change %j: %s",
    (level, n, cfi, srmr, change, is) => {
      expect(stepHolds(level, n, { fit: { cfi, srmr }, change })).toBe(is);
    },
  );

  test("is not told where it cannot be, with the group in which", () => {
    const { items, groups } = twoGroups(50, [even, even], 4);
    const one = new Float64Array(100);
    expect(measurementInvariance(items.slice(0, 2), groups)).toMatchObject({
      because: "too few items",
    });
    expect(measurementInvariance(items, one)).toMatchObject({ because: "too few groups" });
    const flat = items.map((item, j) => (j === 1 ? item.map((v, i) => (i < 50 ? v : 3)) : item));
    expect(measurementInvariance(flat, groups)).toEqual({
      ok: false,
      because: "no variation",
      group: 1,
    });
    const few = groups.map((_, i) => Number(i < 4));
    expect(measurementInvariance(items, few)).toMatchObject({
      because: "too few people",
      group: 1,
    });
  });
});
