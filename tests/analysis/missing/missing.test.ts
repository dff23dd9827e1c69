/** Columns with holes: closed forms where there are some; R and lavaan stand in the corpus. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  listwiseCorrelations,
  pairwiseCorrelations,
} from "../../../analysis/missing/correlations.ts";
import { incompleteNormal } from "../../../analysis/missing/incomplete-normal.ts";
import { pool } from "../../../analysis/missing/pool.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import { close } from "../../support/close.ts";
import { fitted } from "../models/people.ts";

const triple = fc
  .tuple(
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: -9, max: 9 }),
  )
  .map(([a, b, c]) => [a, a + 2 * b, b - 3 * c] as const);
const people = fc
  .array(triple, { minLength: 6, maxLength: 30 })
  .map((rows) => [...rows, [1, 5, 2], [-3, 0, 9], [4, -6, 1], [7, 7, -8]] as const)
  .map((rows) => [0, 1, 2].map((at) => Float64Array.from(rows, (row) => row[at]!)));

describe("without holes", () => {
  test("all three ways are the same correlations", () => {
    fc.assert(
      fc.property(people, (columns) => {
        const pairwise = fitted(pairwiseCorrelations(columns));
        const listwise = listwiseCorrelations(columns);
        const normal = fitted(incompleteNormal(columns));
        expect([listwise.n, normal.n, ...new Set(pairwise.people)]).toEqual(
          Array(3).fill(columns[0]!.length),
        );
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < i; j++) {
            const r = entry(listwise.correlations, i, j);
            close(entry(pairwise.correlations, i, j), r, 1e-9, 1e-12);
            close(entry(normal.correlations, i, j), r, 1e-9, 1e-12);
          }
      }),
    );
  });
});

describe("the incomplete normal distribution", () => {
  /** The last column is missing for every third person. */
  const holed = (columns: readonly Float64Array[]) =>
    columns.map((column, j) => (j === 1 ? column.map((v, i) => (i % 3 === 1 ? NaN : v)) : column));

  test("with holes in one column completes its mean by regression (Anderson 1957)", () => {
    fc.assert(
      fc.property(people, ([x, full]) => {
        const [, y] = holed([x!, full!]);
        const known = [...y!.keys()].filter((i) => !Number.isNaN(y![i]!));
        const mean = (of: (i: number) => number, rows: readonly number[]) =>
          rows.reduce((sum, i) => sum + of(i), 0) / rows.length;
        const [mx, my] = [mean((i) => x![i]!, known), mean((i) => y![i]!, known)];
        const xx = mean((i) => (x![i]! - mx) ** 2, known);
        if (xx === 0) return;
        const slope = mean((i) => (x![i]! - mx) * (y![i]! - my), known) / xx;
        const found = incompleteNormal([x!, y!]);
        if (!found.ok) return;
        const everybody = [...x!.keys()];
        const all = mean((i) => x![i]!, everybody);
        close(found.means[0]!, all, 1e-9, 1e-9);
        close(found.means[1]!, my + slope * (all - mx), 1e-6, 1e-6);
        const left = mean((i) => (y![i]! - my - slope * (x![i]! - mx)) ** 2, known);
        const variance = mean((i) => (x![i]! - all) ** 2, everybody);
        close(found.variances[1]!, left + slope ** 2 * variance, 1e-6, 1e-6);
      }),
    );
  });

  test("takes weights as so many people each, whatever their unit, and leaves out who has none", () => {
    fc.assert(
      fc.property(people, (columns) => {
        const kept = holed(columns);
        const weights = kept[0]!.map((_, i) => (i * 5) % 3);
        const repeated = kept.map((column) =>
          Float64Array.from([...column].flatMap((v, i) => Array<number>(weights[i]!).fill(v))),
        );
        const one = incompleteNormal(kept, { weights: weights.map((w) => 7 * w) });
        const other = incompleteNormal(repeated);
        expect(one.ok).toBe(other.ok);
        if (!one.ok || !other.ok) return;
        expect(one.n).toBe(weights.filter((w) => w > 0).length);
        one.means.forEach((mean, j) => close(mean, other.means[j]!, 1e-7, 1e-7));
        one.variances.forEach((v, j) => close(v, other.variances[j]!, 1e-7, 1e-7));
        one.correlations.values.forEach((r, at) =>
          close(r, other.correlations.values[at]!, 0, 1e-7),
        );
      }),
    );
  });

  test("ends earlier, near the same place, where less precision is asked for", () => {
    const columns = [3, 4].map((k) =>
      Float64Array.from({ length: 60 }, (_, i) => (i % k === 0 ? NaN : Math.sin(i) + (i % 5) / k)),
    );
    const full = fitted(incompleteNormal(columns));
    const rough = fitted(incompleteNormal(columns, { precision: 1e-5 }));
    expect(rough.rounds).toBeLessThan(full.rounds);
    close(entry(rough.correlations, 0, 1), entry(full.correlations, 0, 1), 0, 1e-4);
  });

  test("does not depend on units, nor on people who answered nothing", () => {
    fc.assert(
      fc.property(people, (columns) => {
        const [a, b, c] = holed(columns);
        const one = incompleteNormal([a!, b!, c!]);
        if (!one.ok) return;
        const silent = (column: Float64Array) => Float64Array.of(...column, NaN);
        const other = fitted(
          incompleteNormal([silent(a!.map((v) => 1e8 + 1000 * v)), silent(b!), silent(c!)]),
        );
        expect(other.n).toBe(one.n);
        close(other.means[0]!, 1e8 + 1000 * one.means[0]!, 1e-10);
        for (let i = 1; i < 3; i++)
          close(entry(other.correlations, i, 0), entry(one.correlations, i, 0), 1e-5, 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test("refuses two columns that nobody answered together, and one without variation", () => {
    const x = Float64Array.of(1, 2, 3, 4, NaN, NaN, NaN, NaN);
    const y = Float64Array.of(NaN, NaN, NaN, NaN, 1, 2, 3, 4);
    const apart = { ok: false, because: "too few pairs", columns: [0, 1] };
    expect(incompleteNormal([x, y])).toEqual(apart);
    expect(pairwiseCorrelations([x, y])).toEqual(apart);
    const flat = { ok: false, because: "no variation", columns: [1, 1] };
    expect(incompleteNormal([x, new Float64Array(8).fill(2)])).toMatchObject({ ...flat });
  });
});

describe("pooling", () => {
  const variances = [0.04, 0.05, 0.03];

  test("of equal estimates is a single analysis", () => {
    const found = pool({ values: [2, 2, 2], variances: [0.04, 0.04, 0.04], df: 30 }, 0.95);
    expect(found).toMatchObject({ value: 2, between: 0 });
    close(found.se, 0.2, 1e-12);
    // Barnard & Rubin's df of complete information: ν (ν + 1) / (ν + 3).
    close(found.df, (31 / 33) * 30, 1e-12);
  });

  test("never has more degrees of freedom than complete data, and fewer the more the estimates differ", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 3, noNaN: true }), (spread) => {
        const at = (by: number) => pool({ values: [1, 1 + by, 1 - by], variances, df: 50 }, 0.95);
        expect(at(spread).df).toBeLessThan(at(spread / 2).df);
        expect(at(spread).df).toBeLessThan(50);
        expect(at(spread).se).toBeGreaterThan(at(spread / 2).se);
        const many = pool({ values: [1, 1 + spread, 1 - spread], variances }, 0.95);
        expect(many.df).toBeGreaterThan(at(spread).df);
        expect(many.missingInformation).toBeGreaterThan(0);
        expect(many.missingInformation).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("requires two data sets", () => {
    expect(() => pool({ values: [1], variances: [1] }, 0.95)).toThrow(RangeError);
  });
});
