import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stacked } from "../../../analysis/inference/bootstrap.ts";
import { noiseOf, normalNoise } from "../../../analysis/inference/noise.ts";
import {
  anyRank,
  fewestReplicates,
  inseparable,
  marginalRankSets,
  rankSets,
} from "../../../analysis/inference/rank-sets.ts";
import { entry, triangle } from "../../../analysis/numeric/matrix.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";

const diagonal = (variances: readonly number[]) => {
  const values = new Float64Array(triangle(variances.length));
  for (const [i, variance] of variances.entries()) values[triangle(i) + i] = variance;
  return { size: variances.length, values };
};
const pointRanks = (theta: readonly number[]): number[] =>
  theta.map((a) => 1 + theta.filter((b) => b > a).length);

const study = fc
  .array(
    fc.record({
      theta: fc.integer({ min: 0, max: 50 }),
      variance: fc.integer({ min: 1, max: 90 }),
    }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((items) => ({
    theta: items.map((item) => item.theta),
    noise: normalNoise(diagonal(items.map((item) => item.variance)), { draws: 500, seed: 3 }),
  }));

describe("rank sets", () => {
  it("contain the point rank, and widen with the confidence", () => {
    fc.assert(
      fc.property(study, ({ theta, noise }) => {
        const narrow = rankSets(theta, noise, { confidence: 0.8 });
        const wide = rankSets(theta, noise, { confidence: 0.95 });
        for (const [i, rank] of pointRanks(theta).entries()) {
          expect(narrow.low[i]).toBeLessThanOrEqual(rank);
          expect(narrow.high[i]).toBeGreaterThanOrEqual(rank);
          expect(wide.low[i]).toBeLessThanOrEqual(narrow.low[i]!);
          expect(wide.high[i]).toBeGreaterThanOrEqual(narrow.high[i]!);
        }
      }),
    );
  });

  it("are narrower when made for one item, and when looked at again step by step", () => {
    const narrower = { steps: 0, one: 0 };
    fc.assert(
      fc.property(study, ({ theta, noise }) => {
        const all = rankSets(theta, noise, { confidence: 0.9 });
        const steps = rankSets(theta, noise, { confidence: 0.9, stepDown: true });
        const one = marginalRankSets(theta, noise, { confidence: 0.9 });
        for (const [kind, other] of Object.entries({ steps, one }) as [
          "steps" | "one",
          typeof one,
        ][])
          for (const i of theta.keys()) {
            expect(other.low[i]).toBeGreaterThanOrEqual(all.low[i]!);
            expect(other.high[i]).toBeLessThanOrEqual(all.high[i]!);
            if (other.high[i]! - other.low[i]! < all.high[i]! - all.low[i]!) narrower[kind]++;
          }
      }),
    );
    expect(narrower.steps).toBeGreaterThan(0);
    expect(narrower.one).toBeGreaterThan(0);
  });

  it("for two items come down to one t test", () => {
    const noise = normalNoise(diagonal([1, 1]), { draws: 200_000, seed: 1 });
    const { critical } = rankSets([0, 0], noise, { confidence: 0.95 });
    expect(critical).toBeCloseTo(normalQuantile(0.975), 1);
    expect(rankSets([2.9, 0], noise, { confidence: 0.95 }).high).toEqual([1, 2]);
    expect(rankSets([2.6, 0], noise, { confidence: 0.95 }).high).toEqual([2, 2]);
  });

  it("cover all true ranks at once as often as they claim, also among near equals", () => {
    const truth = [0.3, 0.2, 0.1, 0];
    const covariance = diagonal([1, 1, 1, 1]);
    const noise = normalNoise(covariance, { draws: 4000, seed: 5 });
    const samples = normalNoise(covariance, { draws: 1000, seed: 6 }).deviations;
    let covered = 0;
    for (let k = 0; k < samples.count; k++) {
      const theta = truth.map((value, i) => value + samples.values[k * samples.width + i]!);
      const { low, high } = rankSets(theta, noise, { confidence: 0.9 });
      covered += Number(truth.every((_, i) => low[i]! <= i + 1 && i + 1 <= high[i]!));
    }
    expect(covered / samples.count).toBeGreaterThan(0.88);
  });

  it("treat the same thing under two names as tied, never as told apart by rounding", () => {
    const source = stream(2);
    const rows = Array.from({ length: 200 }, () => {
      const [a, b] = [source.uniform(), source.uniform()];
      return Float64Array.of(5 + a, 5 + a + 1e-15, b);
    });
    const sets = rankSets([5.5, 5.5 + 1e-15, 0.5], noiseOf(stacked(rows)), { confidence: 0.95 });
    expect(sets.low).toEqual([1, 1, 3]);
    expect(sets.high).toEqual([2, 2, 3]);
  });

  it("are certain where a difference never varies", () => {
    const rows = Array.from({ length: 100 }, (_, i) => Float64Array.of(i + 3, i));
    const sets = rankSets([10, 7], noiseOf(stacked(rows)), { confidence: 0.95 });
    expect([sets.low, sets.high]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("say nothing from too few replicates, or from none", () => {
    const rows = Array.from({ length: 10 }, (_, i) => Float64Array.of(100 + (i % 3), i % 2));
    const few = rankSets([101, 0.5], noiseOf(stacked(rows)), { confidence: 0.95 });
    expect(few.critical).toBe(Infinity);
    for (const confidence of [0.8, 0.9, 0.95, 0.99]) {
      const fewest = fewestReplicates(confidence);
      const from = (count: number) =>
        rankSets(
          [9, 0],
          noiseOf(
            stacked(Array.from({ length: count }, (_, i) => Float64Array.of(9 + (i % 3), i % 2))),
          ),
          { confidence },
        );
      expect(from(fewest - 1).critical).toBe(Infinity);
      expect(from(fewest).critical).toBeLessThan(Infinity);
      expect(fewest + 1).toBe(Math.round(1 / (1 - confidence)));
    }
    expect(few.high).toEqual([2, 2]);
    expect(anyRank(3)).toMatchObject({ low: [1, 1, 1], high: [3, 3, 3] });
  });
});

describe("groups that cannot be told apart", () => {
  const sets = (above: readonly (readonly [number, number])[], items: number) => {
    const flags = Array.from({ length: items }, (_, i) =>
      Array.from({ length: items }, (_, j) => above.some(([a, b]) => a === i && b === j)),
    );
    return {
      above: flags,
      low: flags.map((_, j) => 1 + flags.filter((row) => row[j]).length),
      high: flags.map((row) => items - row.filter(Boolean).length),
      critical: 0,
    };
  };

  it("are runs of the ranking; a run may share items with the next", () => {
    const chain = sets(
      [
        [0, 2],
        [0, 3],
        [1, 3],
      ],
      4,
    );
    expect(inseparable([0, 1, 2, 3], chain)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it("are everything, or everyone alone", () => {
    expect(inseparable([2, 0, 1], anyRank(3))).toEqual([[2, 0, 1]]);
    const clear = sets(
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      3,
    );
    expect(inseparable([0, 1, 2], clear)).toEqual([[0], [1], [2]]);
  });

  it("leave out a run inside another", () => {
    expect(inseparable([0, 1, 2, 3], sets([[0, 3]], 4))).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
  });
});

describe("noise", () => {
  it("has the covariance it was asked for, also where one estimate is the sum of others", () => {
    const covariance = { size: 3, values: Float64Array.of(2, 0.5, 1, 2.5, 1.5, 4) };
    const noise = normalNoise(covariance, { draws: 50_000, seed: 4 });
    const seen = noiseOf(noise.deviations);
    for (let i = 0; i < 3; i++)
      for (let j = 0; j <= i; j++)
        expect(entry(seen.covariance, i, j)).toBeCloseTo(entry(covariance, i, j), 1);
    for (let at = 0; at < 30; at += 3) {
      const [a, b, c] = noise.deviations.values.subarray(at, at + 3);
      expect(c).toBeCloseTo(a! + b!, 10);
    }
  });
});
