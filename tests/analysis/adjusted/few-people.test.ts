/** Adjusted estimates with the last degree of freedom and without it, and who is told of weights. */
import { describe, expect, test } from "vitest";
import { adjust } from "../../../analysis/adjusted/adjust.ts";
import {
  multiplePartialCorrelation,
  partialCorrelation,
} from "../../../analysis/adjusted/partial.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import type { Column } from "../../../analysis/table.ts";
import { column } from "./people.ts";

const source = stream(31);
const some = (n: number): Float64Array => Float64Array.from({ length: n }, () => source.uniform());
const [x, y, z, w] = Array.from({ length: 4 }, () => some(12)) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];
const first = (n: number, ...columns: readonly Float64Array[]) =>
  columns.map((values) => values.slice(0, n)) as [Float64Array, Float64Array, Float64Array];
const confidence = 0.95;
const tooFew = { ok: false, because: "too few pairs" };
const noVariation = { ok: false, because: "no variation" };

describe("a partial correlation", () => {
  const of = (n: number, weights?: Float64Array) => {
    const [a, b, c] = first(n, x, y, z);
    return partialCorrelation(a, b, {
      covariates: [c],
      confidence,
      ...(weights && { weights: weights.slice(0, n) }),
    }).estimate;
  };

  test("of one covariate needs four people, weighted or not", () => {
    for (const weights of [undefined, w]) {
      expect(of(4, weights).ok).toBe(true);
      expect(of(3, weights)).toEqual(tooFew);
    }
  });

  test("is none of what the covariates determine, on either side", () => {
    const twice = z.map((value) => 2 * value + 1);
    const options = { covariates: [z], confidence };
    expect(partialCorrelation(twice, y, options).estimate).toEqual(noVariation);
    expect(partialCorrelation(x, twice, options).estimate).toEqual(noVariation);
  });

  test("loses a degree of freedom for a covariate under weights, too", () => {
    const weights = new Float64Array(12).fill(1);
    const given = (covariates: readonly Float64Array[]) => {
      const { estimate } = partialCorrelation(x, y, { covariates, confidence, weights });
      if (!estimate.ok || estimate.interval === null) throw new Error("expected an interval");
      return { ...estimate, width: estimate.interval.high - estimate.interval.low };
    };
    // A covariate that goes with neither changes nothing else.
    const [wide, narrow] = [given([neutralTo([x, y])]), given([])];
    expect(wide.value).toBeCloseTo(narrow.value, 10);
    expect(wide.p).toBeGreaterThan(narrow.p);
    expect(wide.width).toBeGreaterThan(narrow.width);
  });
});

/** What is left of a column that goes with none of these. */
function neutralTo(columns: readonly Float64Array[]): Float64Array {
  const orthogonal: Float64Array[] = [];
  for (const column of [new Float64Array(12).fill(1), ...columns, z]) {
    const left = column.slice();
    for (const other of orthogonal) {
      const slope =
        left.reduce((sum, value, i) => sum + value * other[i]!, 0) /
        other.reduce((sum, value) => sum + value * value, 0);
      for (let i = 0; i < 12; i++) left[i]! -= slope * other[i]!;
    }
    orthogonal.push(left);
  }
  return orthogonal.at(-1)!;
}

describe("a multiple partial correlation", () => {
  const of = (n: number, weights?: Float64Array) => {
    const [a, b, c] = first(n, x, y, z);
    return multiplePartialCorrelation([a, w.slice(0, n)], b, {
      covariates: [c],
      confidence,
      ...(weights && { weights: weights.slice(0, n) }),
    }).estimate;
  };

  test("of two columns and a covariate needs five people, weighted or not", () => {
    const weights = w.map((value) => 1 + value);
    for (const own of [undefined, weights]) {
      expect(of(5, own).ok).toBe(true);
      expect(of(4, own)).toEqual(tooFew);
    }
  });

  test("is none where the covariates determine the outcome or the columns", () => {
    const twice = z.map((value) => 2 * value + 1);
    const options = { covariates: [z], confidence };
    expect(multiplePartialCorrelation([x, w], twice, options).estimate).toEqual(noVariation);
    expect(multiplePartialCorrelation([twice, z], y, options).estimate).toEqual(noVariation);
  });
});

describe("adjusting", () => {
  const [a, b, c] = [x, y, z].map((values, k) => column("xyz"[k]!, "interval", values)) as [
    Column,
    Column,
    Column,
  ];
  const groups = column(
    "g",
    "nominal",
    Float64Array.from(x, (_, i) => i % 3),
  );
  const options = { method: "pearson", confidence, minimumPairs: 12 } as const;

  test("takes as many people as are asked for at least", () => {
    expect(adjust(a, b, [c], options).estimate.ok).toBe(true);
    expect(adjust(a, b, [c], { ...options, minimumPairs: 13 })).toMatchObject({
      estimate: tooFew,
      unadjusted: null,
      n: 12,
    });
  });

  test("counts people by their weights, and together where they were drawn together", () => {
    const weights = w.map((value) => 0.2 + value);
    const clusters = Float64Array.from(x, (_, i) => i >> 1);
    const plain = adjust(a, b, [c], options).estimate;
    const weighted = adjust(a, b, [c], { ...options, weights }).estimate;
    const direct = partialCorrelation(x, y, { covariates: [z], confidence, weights }).estimate;
    const clustered = adjust(a, b, [c], { ...options, weights, clusters }).estimate;
    expect(weighted).toEqual(direct);
    expect(weighted).not.toEqual(plain);
    if (!clustered.ok || !weighted.ok) throw new Error("both have an estimate");
    expect(clustered.value).toBe(weighted.value);
    expect(clustered.p).not.toBe(weighted.p);
  });

  test("compares groups whichever of the two they are, and not two sets of them", () => {
    const eta = { ...options, method: "eta" } as const;
    const one = adjust(groups, b, [c], eta);
    expect(one.estimate.ok).toBe(true);
    expect(adjust(b, groups, [c], eta).estimate).toEqual(one.estimate);
    const others = column(
      "h",
      "nominal",
      Float64Array.from(x, (_, i) => i % 4),
    );
    expect(adjust(groups, others, [c], eta).estimate).toEqual({
      ok: false,
      because: "method does not fit the levels",
    });
  });
});
