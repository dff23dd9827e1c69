/** Where one person more or less decides whether there is an answer. */
import { describe, expect, test } from "vitest";
import { bcaInterval, bootstrap, joined, stacked } from "../../../analysis/inference/bootstrap.ts";
import { correlationHeterogeneity } from "../../../analysis/inference/correlation-heterogeneity.ts";
import { compareDependent } from "../../../analysis/inference/dependent-correlations.ts";

describe("groups", () => {
  const people = (sizes: readonly number[], y: (i: number) => number) => {
    const groups = Float64Array.from(sizes.flatMap((size, g) => Array(size).fill(g) as number[]));
    const x = groups.map((_, i) => (i * 7) % 5);
    return [x, groups.map((_, i) => y(i)), groups] as const;
  };
  const wavy = (i: number) => (i * i) % 7;

  test("of four people count, and one of three takes the answer away from all", () => {
    expect(correlationHeterogeneity(...people([4, 9], wavy))?.groups).toHaveLength(2);
    expect(correlationHeterogeneity(...people([9, 9, 3], wavy))).toBeNull();
  });

  test("one of which does not vary takes the answer away from all", () => {
    const flat = (i: number) => (i < 9 ? 4 : wavy(i));
    expect(correlationHeterogeneity(...people([9, 9, 9], flat))).toBeNull();
  });

  test("that fill the model have one person each to tell the error by", () => {
    const found = correlationHeterogeneity(...people([4, 4], wavy));
    expect(found?.interaction?.d).toEqual([1, 4]);
  });
});

test("two correlations are compared from four people on", () => {
  const [x, y, z] = [[1, 2, 3, 5].map(Number), [2, 1, 4, 3], [4, 2, 1, 3]].map((one) =>
    Float64Array.from(one),
  );
  const first = (n: number) => [x!, y!, z!].map((one) => one.slice(0, n)) as Float64Array[];
  const compared = (n: number) => {
    const [a, b, c] = first(n);
    return compareDependent(c!, [a!, b!], 0.95);
  };
  expect(compared(4)).toMatchObject({ n: 4, df: 1 });
  expect(compared(3)).toBeNull();
});

describe("replicates", () => {
  const statistic = (counts: Float64Array) => Float64Array.of(counts[0]!, counts[1]!);
  const some = (from: number, to: number, onReplicate?: (done: number) => void) =>
    bootstrap(statistic, {
      people: 5,
      seed: 4,
      replicates: { from, to },
      ...(onReplicate && { onReplicate }),
    });

  test("drawn in portions and joined are those drawn at once", () => {
    expect(joined([some(0, 3), some(3, 4), some(4, 9)])).toEqual(some(0, 9));
    expect(joined([])).toEqual(stacked([]));
  });

  test("tell how many of their own portion are done", () => {
    const said: number[] = [];
    some(6, 9, (done) => said.push(done));
    expect(said).toEqual([1, 2, 3]);
  });

  test("equal to the estimate lie on neither side of it", () => {
    const leftOut = Float64Array.of(1, 2, 3);
    const options = { leftOut, confidence: 0.95 };
    expect(bcaInterval(2, Float64Array.of(2, 2, 3, 4), options)).toBeNull();
    expect(bcaInterval(2, Float64Array.of(1, 2, 3, 4), options)?.z0).toBeCloseTo(-0.6745, 4);
  });

  test("have no acceleration where leaving anybody out changes nothing, else that of the definition", () => {
    const replicates = Float64Array.of(1, 2, 3, 4);
    const of = (...left: number[]) =>
      bcaInterval(2.5, replicates, { leftOut: Float64Array.from(left), confidence: 0.9 })!.a;
    expect(of(3, 3, 3)).toBe(0);
    // L = 2 (mean - value): 2, 2, -4 for 1, 1, 4.
    expect(of(1, 1, 4)).toBeCloseTo((8 + 8 - 64) / (6 * (4 + 4 + 16) ** 1.5), 12);
  });
});
