import { describe, expect, it } from "vitest";
import {
  bcaInterval,
  bootstrap,
  jackknife,
  normalScaleQuantile,
  oneByOne,
  percentileInterval,
  replicatesOf,
} from "../../../analysis/inference/bootstrap.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";

const people = 40;
const source = stream(1);
const x = Float64Array.from({ length: people }, () => source.uniform() ** 2);
const mean = (counts: Float64Array): Float64Array => {
  let sum = 0;
  let total = 0;
  for (const [i, count] of counts.entries()) {
    sum += count * x[i]!;
    total += count;
  }
  return Float64Array.of(sum / total, total);
};
const once = new Float64Array(people).fill(1);
const plan = { people, replicates: 400, seed: 12 };

describe("the bootstrap", () => {
  it("draws as many people as there are, and the mean as often as the standard error says", () => {
    const replicates = bootstrap(mean, plan);
    expect(new Set(replicatesOf(replicates, 1))).toEqual(new Set([people]));
    const means = replicatesOf(replicates, 0);
    const centre = means.reduce((a, b) => a + b, 0) / means.length;
    const spread = Math.sqrt(means.reduce((a, b) => a + (b - centre) ** 2, 0) / means.length);
    const [estimate] = mean(once);
    const variance = x.reduce((a, b) => a + (b - estimate!) ** 2, 0) / people;
    expect(spread / Math.sqrt(variance / people)).toBeGreaterThan(0.9);
    expect(spread / Math.sqrt(variance / people)).toBeLessThan(1.1);
    expect(Math.abs(centre - estimate!)).toBeLessThan(3 * Math.sqrt(variance / people / 400));
  });

  it("with weights draws one person fewer and counts each n / (n - 1) times", () => {
    const seen = new Set<number>();
    bootstrap(
      (counts) => {
        expect(counts.reduce((a, b) => a + b, 0)).toBeCloseTo(people, 10);
        for (const count of counts)
          seen.add(Math.round(((count * (people - 1)) / people) * 1e9) / 1e9);
        return new Float64Array(0);
      },
      { ...plan, replicates: 20, resample: oneByOne(people, { weighted: true }) },
    );
    expect([...seen].every(Number.isInteger)).toBe(true);
  });

  it("gives the same bytes for the same seed, and the same replicate in a longer run", () => {
    const first = bootstrap(mean, plan);
    expect(bootstrap(mean, plan)).toEqual(first);
    const longer = bootstrap(mean, { ...plan, replicates: 500 });
    expect(longer.values.slice(0, first.values.length)).toEqual(first.values);
    const later = bootstrap(mean, { ...plan, replicates: { from: 100, to: 400 } });
    expect(later.values).toEqual(first.values.slice(100 * first.width));
  });

  it("differs with the seed and the address", () => {
    const first = bootstrap(mean, plan).values;
    expect(bootstrap(mean, { ...plan, seed: 13 }).values).not.toEqual(first);
    expect(bootstrap(mean, { ...plan, address: 1 }).values).not.toEqual(first);
  });

  it("tells how far it is", () => {
    const told: number[] = [];
    bootstrap(mean, { ...plan, replicates: 3, onReplicate: (done) => told.push(done) });
    expect(told).toEqual([1, 2, 3]);
  });
});

describe("intervals", () => {
  const sorted = Float64Array.from({ length: 99 }, (_, i) => i + 1);

  it("take the replicate at (B + 1) p, and one between by the normal scale", () => {
    expect(normalScaleQuantile(sorted, 0.05)).toBe(5);
    expect(normalScaleQuantile(sorted, 0.5)).toBe(50);
    const [start, end] = [normalQuantile(0.02), normalQuantile(0.03)];
    const share = (normalQuantile(0.025) - start) / (end - start);
    expect(share).toBeGreaterThan(0.5); // the tail is stretched: past the middle
    expect(normalScaleQuantile(sorted, 0.025)).toBeCloseTo(2 + share, 12);
  });

  it("end at the outermost replicate", () => {
    expect(normalScaleQuantile(sorted, 0.001)).toBe(1);
    expect(normalScaleQuantile(sorted, 0.999)).toBe(99);
  });

  it("are the middle of the replicates, wider for more confidence", () => {
    const shuffled = sorted.toReversed();
    expect(percentileInterval(shuffled, 0.9)).toEqual({ low: 5, high: 95 });
    expect(percentileInterval(shuffled, 0.98).low).toBeLessThan(5);
  });

  it("by BCa are percentiles where there is neither bias nor skew", () => {
    const symmetric = Float64Array.of(-1, 0, 1);
    const bca = bcaInterval(
      50.5,
      Float64Array.from({ length: 100 }, (_, i) => i + 1),
      {
        leftOut: symmetric,
        confidence: 0.9,
      },
    )!;
    expect(bca.z0).toBeCloseTo(0, 12);
    expect(bca.a).toBeCloseTo(0, 12);
    expect(bca.low).toBeCloseTo(
      normalScaleQuantile(
        Float64Array.from({ length: 100 }, (_, i) => i + 1),
        0.05,
      ),
      9,
    );
  });

  it("by BCa follow a bias, and are none where every replicate is on one side", () => {
    const leftOut = Float64Array.of(-1, 0, 1);
    const low = bcaInterval(20, sorted, { leftOut, confidence: 0.9 })!;
    expect(low.high).toBeLessThan(95);
    expect(low.low).toBeLessThan(5);
    expect(bcaInterval(0, sorted, { leftOut, confidence: 0.9 })).toBeNull();
    expect(bcaInterval(100, sorted, { leftOut, confidence: 0.9 })).toBeNull();
  });

  it("leave each person out once for the jackknife", () => {
    const { count, values, width } = jackknife(mean, people);
    expect(count).toBe(people);
    const [estimate] = mean(once);
    for (let i = 0; i < people; i++)
      expect(values[i * width]).toBeCloseTo((people * estimate! - x[i]!) / (people - 1), 12);
  });
});
