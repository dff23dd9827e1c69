/** Comparisons of correlations: identities and repeated studies; R's values are in tests/reference. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  correlationHeterogeneity,
  fisherDifference,
} from "../../../analysis/inference/correlation-heterogeneity.ts";
import { compareDependent } from "../../../analysis/inference/dependent-correlations.ts";
import { multiplePartialCorrelation } from "../../../analysis/adjusted/partial.ts";
import { chiSquareUpper } from "../../../analysis/numeric/chi-square.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { close } from "../../support/close.ts";

const seeds = fc.integer({ min: 0, max: 10_000 });

/** Groups of unequal size, one slope each, by default the same. */
function study(seed: number, slopes: readonly number[] = [0.4, 0.4, 0.4]) {
  const chance = stream(seed);
  const normal = () => normalQuantile(chance.uniform());
  const group = Float64Array.from(
    slopes.flatMap((_, g) => Array.from({ length: 20 + 15 * g }, () => g)),
  );
  const x = group.map((g) => g + normal());
  const y = x.map((value, i) => slopes[group[i]!]! * value + normal());
  return { x, y, group };
}

describe("across groups", () => {
  test("two groups: Q is the square of Fisher's z, and so are their p", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { x, y, group } = study(seed, [0.2, 0.6]);
        const { groups, q } = correlationHeterogeneity(x, y, group)!;
        const { statistic, p } = fisherDifference(groups[0]!, groups[1]!);
        close(q.statistic, statistic ** 2, 1e-10);
        close(p, chiSquareUpper(statistic ** 2, 1), 1e-9);
        expect(q.df).toBe(1);
      }),
    );
  });

  test("the interaction is the F test of the products of x and the groups, given both", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { x, y, group } = study(seed);
        const of = (g: number) => group.map((code) => Number(code === g));
        const [one, two] = [of(1), of(2)];
        const block = [one, two].map((dummy) => dummy.map((in_, i) => in_ * x[i]!));
        const options = { covariates: [x, one, two], confidence: 0.95 };
        const { estimate } = multiplePartialCorrelation(block, y, options);
        const { interaction } = correlationHeterogeneity(x, y, group)!;
        expect(interaction!.d).toEqual([2, x.length - 6]);
        close(interaction!.p, estimate.ok ? estimate.p : NaN, 1e-8);
      }),
      { numRuns: 30 },
    );
  });

  test("copies of one group have nothing between them", () => {
    const { x, y } = study(1);
    const twice = (column: Float64Array) => Float64Array.of(...column, ...column);
    const group = Float64Array.from({ length: 2 * x.length }, (_, i) => Number(i < x.length));
    const found = correlationHeterogeneity(twice(x), twice(y), group)!;
    close(found.q.statistic, 0, 0, 1e-12);
    expect(found.iSquared).toBe(0);
    close(found.pooled, found.groups[0]!.r, 1e-12);
    close(found.interaction!.f, 0, 0, 1e-9);
  });

  test("one in twenty studies without a difference is called one, most with a large one are", () => {
    const called = (slopes: readonly number[], of: "q" | "interaction") =>
      Array.from({ length: 300 }, (_, seed) => {
        const { x, y, group } = study(seed, slopes);
        return Number(correlationHeterogeneity(x, y, group)![of]!.p < 0.05);
      }).reduce((sum, one) => sum + one, 0);
    for (const of of ["q", "interaction"] as const) {
      // 15 expected, standard deviation 3.8.
      expect(called([0.4, 0.4, 0.4], of)).toBeLessThan(29);
      expect(called([0.4, 0.4, 0.4], of)).toBeGreaterThan(3);
      expect(called([1.5, 0.2, -0.6], of)).toBeGreaterThan(270);
    }
  });

  test("says nothing of one group, of three people, or of a line", () => {
    const { x, y, group } = study(2);
    expect(correlationHeterogeneity(x, y, new Float64Array(x.length))).toBeNull();
    expect(correlationHeterogeneity(x, x, group)).toBeNull();
    const small = group.map((_, i) => Number(i < 3));
    expect(correlationHeterogeneity(x, y, small)).toBeNull();
  });
});

describe("two predictors of one outcome", () => {
  const three = (seed: number, slopes: readonly [number, number], n = 60) => {
    const chance = stream(seed);
    const normal = () => normalQuantile(chance.uniform());
    const a = Float64Array.from({ length: n }, normal);
    const b = a.map((value) => 0.5 * value + Math.sqrt(0.75) * normal());
    const outcome = a.map((value, i) => slopes[0] * value + slopes[1] * b[i]! + normal());
    return { a, b, outcome };
  };

  test("changing places turns the signs, and nothing else", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { a, b, outcome } = three(seed, [0.5, 0.2]);
        const one = compareDependent(outcome, [a, b], 0.95)!;
        const other = compareDependent(outcome, [b, a], 0.95)!;
        close(other.t, -one.t, 1e-10);
        close(other.p, one.p, 1e-10);
        close(other.interval.low, -one.interval.high, 1e-10);
        expect(one.interval.low).toBeLessThan(one.difference);
        expect(one.interval.high).toBeGreaterThan(one.difference);
      }),
    );
  });

  test("equal ones are called different one time in twenty, and the interval covers zero else", () => {
    const found = Array.from({ length: 400 }, (_, seed) => {
      const { a, b, outcome } = three(seed, [0.4, 0.4]);
      return compareDependent(outcome, [a, b], 0.95)!;
    });
    const count = (of: (one: (typeof found)[number]) => boolean) => found.filter(of).length;
    // 20 expected, standard deviation 4.4.
    expect(count(({ p }) => p < 0.05)).toBeLessThan(37);
    expect(count(({ p }) => p < 0.05)).toBeGreaterThan(6);
    const covered = count(({ interval }) => interval.low < 0 && interval.high > 0);
    expect(covered).toBeGreaterThan(363);
    expect(covered).toBeLessThan(395);
  });

  test("unequal ones are told apart", () => {
    const { a, b, outcome } = three(1, [1.2, 0], 200);
    expect(compareDependent(outcome, [a, b], 0.95)!.p).toBeLessThan(1e-4);
  });

  test("says nothing where a column repeats another or does not vary", () => {
    const { a, b, outcome } = three(1, [0.5, 0.5]);
    expect(compareDependent(outcome, [a, a], 0.95)).toBeNull();
    expect(compareDependent(outcome, [a, new Float64Array(a.length)], 0.95)).toBeNull();
    expect(
      compareDependent(a.subarray(0, 3), [b.subarray(0, 3), outcome.subarray(0, 3)], 0.95),
    ).toBeNull();
  });
});
