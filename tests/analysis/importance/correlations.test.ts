import { describe, expect, it } from "vitest";
import { correlator, weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { correlatedColumns } from "./people.ts";

/** The definition, one pair at a time. */
function pearson(x: Float64Array, y: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = (v: Float64Array): number => v.reduce((a, b, i) => a + weights[i]! * b, 0) / total;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xx += weights[i]! * (x[i]! - mx) ** 2;
    yy += weights[i]! * (y[i]! - my) ** 2;
    xy += weights[i]! * (x[i]! - mx) * (y[i]! - my);
  }
  return xy / Math.sqrt(xx * yy);
}

const source = stream(11);
const rows = 157; // not a multiple of the block
const columns = correlatedColumns(7, { rows, seed: 1 });
const weights = Float64Array.from({ length: rows }, () => 0.2 + source.uniform());
const counts = Float64Array.from({ length: rows }, () => source.below(4));

describe("correlations", () => {
  it("equal the definition for every pair, weighted or not", () => {
    const ones = new Float64Array(rows).fill(1);
    const plain = weightedCorrelations(columns);
    const weighted = weightedCorrelations(columns, weights);
    for (let i = 0; i < columns.length; i++)
      for (let j = 0; j <= i; j++) {
        expect(entry(plain, i, j)).toBeCloseTo(pearson(columns[i]!, columns[j]!, ones), 13);
        expect(entry(weighted, i, j)).toBeCloseTo(pearson(columns[i]!, columns[j]!, weights), 13);
      }
  });

  it("count people as often as they are drawn, on top of their weight", () => {
    const product = weights.map((weight, i) => weight * counts[i]!);
    const drawn = correlator(columns, weights)(counts);
    const direct = weightedCorrelations(columns, product);
    for (let k = 0; k < drawn.values.length; k++)
      expect(drawn.values[k]).toBeCloseTo(direct.values[k]!, 13);
  });

  it("take a person drawn three times as three people", () => {
    const rowsDrawn = [...counts].flatMap((count, i) => Array.from({ length: count }, () => i));
    const repeated = columns.map((column) => Float64Array.from(rowsDrawn, (i) => column[i]!));
    const long = weightedCorrelations(repeated);
    const short = correlator(columns)(counts);
    for (let k = 0; k < long.values.length; k++)
      expect(short.values[k]).toBeCloseTo(long.values[k]!, 13);
  });

  it("do not suffer from a far origin", () => {
    const moved = columns.map((column) => column.map((value) => Math.round(value * 1e4) + 1e8));
    const near = columns.map((column) => column.map((value) => Math.round(value * 1e4)));
    const far = weightedCorrelations(moved);
    for (const [k, r] of weightedCorrelations(near).values.entries())
      expect(far.values[k]).toBeCloseTo(r, 13);
  });

  it("are zero throughout for a column that does not vary, among all or among those drawn", () => {
    const rare = new Float64Array(rows);
    rare[3] = 1;
    const flat = new Float64Array(rows).fill(0.1);
    const withoutRow3 = new Float64Array(rows).fill(1);
    withoutRow3[3] = 0;
    const all = correlator([columns[0]!, flat, rare])();
    expect([...all.values.subarray(1, 3)]).toEqual([0, 0]);
    expect(entry(all, 2, 2)).toBe(1);
    const drawn = correlator([columns[0]!, flat, rare])(withoutRow3);
    expect([...drawn.values]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it("refuse columns of different length", () => {
    expect(() => weightedCorrelations([new Float64Array(3), new Float64Array(4)])).toThrow(
      "got 3, 4",
    );
    expect(() => weightedCorrelations([new Float64Array(3)], new Float64Array(2))).toThrow(
      RangeError,
    );
  });
});
