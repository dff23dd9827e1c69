/** The noise mark where its distribution is known: a shuffled column adds (1 - R²) chi-square / (n - 1). */
import { describe, expect, test } from "vitest";
import { correlator } from "../../../analysis/importance/correlations.ts";
import { noiseMarks } from "../../../analysis/inference/noise-mark.ts";
import { chiSquareQuantile } from "../../../analysis/numeric/chi-square.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";

const people = 4000;
const source = stream(11);
const luck = (): Float64Array =>
  Float64Array.from({ length: people }, () => normalQuantile(source.uniform()));
const [strong, a, b, c, error] = Array.from({ length: 5 }, luck);
/** R² with `strong` is 0.8, with the others nothing. */
const outcome = strong!.map((value, i) => 2 * value + error![i]!);
const correlations = correlator([outcome, strong!, a!, b!, c!])();
const left = 0.2;

const marksOf = (players: readonly (readonly number[])[], covariates?: readonly number[]) =>
  noiseMarks(
    correlations,
    { outcome: 0, players, ...(covariates && { covariates }) },
    {
      people,
      seed: 3,
    },
  ).map((mark) => mark * (people - 1));
const upper = (df: number) => chiSquareQuantile(0.95, df);
/** 2,000 draws know the percentile to about 4 %. */
const near = (found: number, expected: number) => {
  expect(found / expected).toBeGreaterThan(0.88);
  expect(found / expected).toBeLessThan(1.12);
};

describe("the noise mark", () => {
  test("of a column among columns that explain nothing is that of chi-square", () => {
    for (const mark of marksOf([[2], [3], [4]])) near(mark, upper(1));
  });

  test("of a block of three is that of chi-square with three degrees of freedom", () => {
    const [block, single] = marksOf([[2, 3, 4]]);
    near(block!, upper(3));
    expect(single).toBeUndefined();
  });

  test("is of what the covariates leave", () => {
    const [mark] = marksOf([[2]], [1]);
    near(mark!, left * upper(1));
  });

  test("of what explains much does not sink for explaining it itself", () => {
    near(marksOf([[1], [2]])[0]!, upper(1));
  });

  test("does not depend on where the others stand", () => {
    const [first] = marksOf([[2], [1], [3], [4]]);
    const [last] = marksOf([[2], [4], [3], [1]]);
    near(first!, last!);
    // Half of the orders have the strong one before it.
    expect(first).toBeGreaterThan(0.45 * upper(1));
    expect(first).toBeLessThan(0.8 * upper(1));
  });
});
