/** Rank sets against their definition, and what they must not notice; in deviations of each pair, and as they are. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Replicates } from "../../../analysis/inference/bootstrap.ts";
import { noiseOf } from "../../../analysis/inference/noise.ts";
import { marginalRankSets, rankSets } from "../../../analysis/inference/rank-sets.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";

interface Study {
  readonly theta: readonly number[];
  /** Replicate by replicate. */
  readonly rows: readonly (readonly number[])[];
}

/** Items of unlike spread that share a part of their noise. */
const study = fc
  .record({
    items: fc.array(
      fc.record({
        theta: fc.double({ min: -3, max: 3, noNaN: true }),
        spread: fc.double({ min: 0.2, max: 2, noNaN: true }),
        shared: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ items, seed }): Study => {
    const source = stream(seed);
    const normal = () => normalQuantile(source.uniform());
    const rows = Array.from({ length: 120 }, () => {
      const common = normal();
      return items.map(({ theta, spread, shared }) => theta + shared * common + spread * normal());
    });
    return { theta: items.map(({ theta }) => theta), rows };
  });

const replicatesOf = (rows: Study["rows"]): Replicates => ({
  count: rows.length,
  width: rows[0]!.length,
  values: Float64Array.from(rows.flat()),
});
const ways = [true, false];

/** Above, by the definition: the difference exceeds what the largest deviation of any pair does in 1 - alpha of the replicates. */
function byDefinition({ theta, rows }: Study, confidence: number, studentised: boolean) {
  const means = theta.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
  const deviation = (row: readonly number[], i: number, j: number) =>
    row[i]! - row[j]! - (means[i]! - means[j]!);
  const unit = (i: number, j: number) =>
    studentised
      ? Math.sqrt(rows.reduce((sum, row) => sum + deviation(row, i, j) ** 2, 0) / (rows.length - 1))
      : 1;
  const pairs = theta.flatMap((_, i) =>
    theta.flatMap((_, j) => (i === j ? [] : [{ i, j, s: unit(i, j) }])),
  );
  const largest = rows
    .map((row) => Math.max(...pairs.map(({ i, j, s }) => deviation(row, i, j) / s)))
    .toSorted((a, b) => a - b);
  const critical = largest[Math.ceil((rows.length + 1) * confidence) - 1]!;
  return theta.map((a, i) =>
    theta.map((b, j) => i !== j && (a - b) / unit(i, j) > critical * (1 + 1e-9)),
  );
}

describe.each(ways)("rank sets, studentised: %s", (studentised) => {
  const confidence = 0.9;
  const setsOf = ({ theta, rows }: Study) =>
    rankSets(theta, noiseOf(replicatesOf(rows)), { confidence, studentised });

  it("are those of the definition", () => {
    fc.assert(
      fc.property(study, (one) => {
        const sets = setsOf(one);
        const above = byDefinition(one, confidence, studentised);
        expect(sets.above).toEqual(above);
        for (const j of one.theta.keys()) {
          expect(sets.low[j]).toBe(1 + above.filter((row) => row[j]).length);
          expect(sets.high[j]).toBe(one.theta.length - above[j]!.filter(Boolean).length);
        }
      }),
    );
  });

  it("do not notice unit and origin, nor the order of items", () => {
    fc.assert(
      fc.property(study, fc.double({ min: 0.1, max: 10, noNaN: true }), (one, unit) => {
        const moved = (values: readonly number[]) => values.map((v) => unit * v + 7).toReversed();
        const other = setsOf({ theta: moved(one.theta), rows: one.rows.map(moved) });
        const { low, high } = setsOf(one);
        expect([other.low.toReversed(), other.high.toReversed()]).toEqual([low, high]);
      }),
    );
  });

  it("made for one item lie inside those made for all, and hold its own rank", () => {
    fc.assert(
      fc.property(study, ({ theta, rows }) => {
        const noise = noiseOf(replicatesOf(rows));
        const all = rankSets(theta, noise, { confidence, studentised });
        const own = marginalRankSets(theta, noise, { confidence, studentised });
        for (const [i, a] of theta.entries()) {
          const rank = 1 + theta.filter((b) => b > a).length;
          expect(own.low[i]).toBeGreaterThanOrEqual(all.low[i]!);
          expect(own.high[i]).toBeLessThanOrEqual(all.high[i]!);
          expect(own.low[i]).toBeLessThanOrEqual(rank);
          expect(own.high[i]).toBeGreaterThanOrEqual(rank);
        }
      }),
    );
  });

  it("tell apart for certain what never varies, and leave tied what is the same", () => {
    const rows = Array.from({ length: 100 }, (_, b) => [b + 3, b, b]);
    const sets = setsOf({ theta: [53, 50, 50], rows });
    expect([sets.low, sets.high]).toEqual([
      [1, 2, 2],
      [1, 3, 3],
    ]);
  });
});

it("differences as they are and in their deviations agree where all deviations are alike", () => {
  // A cyclic pattern: every pair of the three differs by the same numbers in another order.
  const rows = Array.from({ length: 99 }, (_, b) => {
    const size = 1 + Math.floor(b / 3) / 33;
    return [0, 1, 2].map((item) => (item === b % 3 ? 2 * size : -size));
  });
  const noise = noiseOf(replicatesOf(rows));
  for (const gap of [1, 3, 5, 6, 7, 9]) {
    const theta = [gap, 0, -gap / 3];
    const [one, other] = ways.map((studentised) =>
      rankSets(theta, noise, { confidence: 0.9, studentised }),
    );
    expect(one!.above).toEqual(other!.above);
  }
});
