/**
 * Why the standard errors can be believed: the linearised influence of a person must be the derivative of the estimate
 * by that person's weight. The derivative is taken numerically here, from estimates alone, for every method with such an
 * error and for the partial correlations, and put into the variance formula. A bootstrap then says the formula is the right one.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partialCorrelation } from "../../../analysis/adjusted/partial.ts";
import type { Estimate } from "../../../analysis/association.ts";
import { methods, type MethodId } from "../../../analysis/methods/index.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { tQuantile } from "../../../analysis/numeric/student-t.ts";
import { effectiveN } from "../../../analysis/weights/effective-n.ts";
import { linearisedVariance } from "../../../analysis/weights/linearise.ts";
import { close } from "../../support/close.ts";
import { peopleFor, weighted, weightsFor } from "../methods/people.ts";

/** Methods whose interval under weights is value ± t SE on some scale: Fisher's, or the one named. */
const scaleOf = (id: MethodId): Scale => scales[id] ?? "fisher";
type Scale = "fisher" | "linear" | "log";
const scales: Readonly<Partial<Record<MethodId, Scale>>> = {
  "risk-difference": "linear",
  "mean-difference": "linear",
  "hedges-g": "linear",
  "risk-ratio": "log",
  "odds-ratio": "log",
};
const linearised = methods.filter(
  ({ directed, inference }) => directed && !inference.includes("o weighted version"),
);
type Weigh = (weight: Float64Array) => Estimate;

describe("the linearised error is the numerical one", () => {
  test.each(linearised.map((method) => [method.id, method] as const))("%s", (id, method) => {
    const people = peopleFor(method, 25);
    fc.assert(
      fc.property(
        people.chain((some) => fc.tuple(fc.constant(some), weightsFor(some.n))),
        ([some, weight]) =>
          sameError((w) => method.estimate(weighted(some, w), 0.95), weight, {
            scale: scaleOf(id),
          }),
      ),
      { numRuns: 40 },
    );
  });

  const measurement = fc.integer({ min: -20, max: 20 });
  const person = fc.tuple(measurement, measurement, measurement, fc.constantFrom(0, 1));
  test.each([false, true])("partial correlation, ranks: %s", (ranks) => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 12, maxLength: 25 }),
        weightsFor(25),
        (people, weights) => {
          const [x, y, z, group] = [0, 1, 2, 3].map((at) =>
            Float64Array.from(people, (one) => one[at]! + (at === 0 ? one[2]! : 0)),
          ) as [Float64Array, Float64Array, Float64Array, Float64Array];
          const given = { covariates: [z, group], confidence: 0.95, ranks };
          sameError(
            (w) => partialCorrelation(x, y, { ...given, weights: w }).estimate,
            weights.slice(0, people.length),
            { covariates: 2 },
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

const isYesNo = (id: MethodId) => id === "phi" || id.startsWith("risk") || id === "odds-ratio";
const isTwoGroups = (id: MethodId) =>
  ["point-biserial", "mean-difference", "hedges-g", "rank-biserial"].includes(id);

test.each(linearised.map((method) => [method.id, method] as const))(
  "%s: the bootstrap spreads as far as the linearised error says",
  (id, method) => {
    const source = stream(7, id.length);
    const n = 400;
    const draw = () => source.uniform() + source.uniform() + source.uniform();
    const rows = Array.from({ length: n }, () => {
      const shared = draw();
      const x = shared + draw();
      const y = shared + 1.5 * draw();
      // Answers that weigh more are also further out: weights that matter.
      const w = 0.4 + x * source.uniform();
      if (isYesNo(id)) return [Number(x > 3), Number(y > 4), w];
      return isTwoGroups(id) ? [Number(x > 3), y, w] : [Math.round(2 * x), y, w];
    });
    const column = (at: number) => Float64Array.from(rows, (row) => row[at]!);
    const people = { x: column(0), y: column(1), n };
    const weight = column(2);
    const value = (w: Float64Array) => {
      const estimate = method.estimate(weighted(people, w), 0.95);
      return estimate.ok ? onScale[scaleOf(id)](estimate.value) : NaN;
    };
    const replicates = Array.from({ length: 600 }, () => {
      const counts = new Float64Array(n);
      for (let i = 0; i < n; i++) counts[source.below(n)]!++;
      return value(weight.map((w, i) => w * counts[i]!));
    });
    const mean = replicates.reduce((sum, one) => sum + one, 0) / replicates.length;
    const variance =
      replicates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (replicates.length - 1);
    const se = errorOf(method.estimate(weighted(people, weight), 0.95), n - 1, scaleOf(id));
    // 600 replicates know a standard deviation to 3 %.
    close(Math.sqrt(variance) / se, 1, 0.1);
  },
);

describe("effective n", () => {
  test("is n for equal weights, less for unequal ones, and blind to their unit", () => {
    fc.assert(
      fc.property(weightsFor(12), (weight) => {
        const kish = effectiveN({ weight });
        expect(kish).toBeLessThanOrEqual(12 + 1e-9);
        expect(kish).toBeGreaterThan(1);
        close(effectiveN({ weight: weight.map((w) => 7 * w) }), kish, 1e-12);
      }),
    );
    expect(effectiveN({ weight: new Float64Array(5).fill(0.3) })).toBeCloseTo(5, 12);
    expect(effectiveN({ weight: Float64Array.of(3, 1) })).toBeCloseTo(1.6, 12);
    expect(effectiveN({ weight: new Float64Array(0) })).toBe(0);
  });

  test("of cells is that of their people", () => {
    const cells = { weight: Float64Array.of(3, 4), weightSquared: Float64Array.of(5, 16) };
    close(effectiveN(cells), effectiveN({ weight: Float64Array.of(1, 2, 4) }), 1e-12);
  });
});

interface SameErrorOptions {
  readonly covariates?: number;
  readonly scale?: Scale;
}

/** Compares the error that an interval implies with the one from numerical derivatives. */
function sameError(
  weigh: Weigh,
  weight: Float64Array,
  { covariates = 0, scale = "fisher" }: SameErrorOptions,
): void {
  const estimate = weigh(weight);
  if (!estimate.ok || (scale === "fisher" && Math.abs(estimate.value) > 0.98)) return;
  const n = weight.length;
  const influence = weight.map((w, i) => {
    const step = 1e-5 * w;
    const at = (change: number) => {
      const moved = weigh(weight.with(i, w + change));
      return moved.ok ? onScale[scale](moved.value) : NaN;
    };
    return (at(step) - at(-step)) / (2 * step);
  });
  const variance = linearisedVariance(influence, { weight, n });
  close(errorOf(estimate, n - 1 - covariates, scale), Math.sqrt(variance), 1e-4, 1e-7);
}

const onScale: Readonly<Record<Scale, (value: number) => number>> = {
  fisher: Math.atanh,
  linear: (value) => value,
  log: Math.log,
};

/** The standard error behind an interval on a scale with so many degrees of freedom. */
function errorOf(estimate: Estimate, df: number, scale: Scale): number {
  if (!estimate.ok || estimate.interval === null) throw new Error("expected an interval");
  const { low, high } = estimate.interval;
  // Where a limit is cut off at -1 or 1, the other one still tells.
  const [of, value] = [onScale[scale], onScale[scale](estimate.value)];
  const half = Math.max(of(high) - value, value - of(low));
  return half / -tQuantile(0.025, df);
}
