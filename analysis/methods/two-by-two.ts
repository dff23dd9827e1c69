/** Two yes/no variables: odds and risks, for people who do not think in correlations. */
import type { Estimate, Interval } from "../association.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { tQuantile, tTwoSided } from "../numeric/student-t.ts";
import { linearisedError, signedInference } from "../weights/linearise.ts";
import { crossTable, meanSquareContingency, type CrossTable } from "./cross-table.ts";
import { found, zFor } from "./estimates.ts";
import { fisherExactP } from "./exact.ts";
import { marginOf } from "./margin.ts";
import { massOf, type Pairs } from "./method.ts";
import { correlate, correlationInfluence } from "./pearson.ts";

/** Masses: predictor no, yes by outcome no, yes. */
export type Cells = readonly [n00: number, n01: number, n10: number, n11: number];

export interface FourFold {
  readonly cells: Cells;
  readonly table: CrossTable;
}

/** The table of two yes/no columns, or why there is none. */
export function fourFold(pairs: Pairs): FourFold | Extract<Estimate, { ok: false }> {
  if (pairs.n < 3) return { ok: false, because: "too few pairs" };
  const table = crossTable(pairs);
  if (table.rows < 2 || table.columns < 2) return { ok: false, because: "no variation" };
  if (table.cells.length > 4) return { ok: false, because: "method does not fit the levels" };
  const [n00, n01, n10, n11] = table.cells;
  return { table, cells: [n00, n01, n10, n11] };
}

/** A ratio on the log scale, with its derivative by the mass of each cell. */
export interface LogRatio {
  readonly log: number;
  readonly influence: Cells;
}

/**
 * A ratio with the interval exp(log ± z SE), the error multinomial, or linearised under weights. Where a cell that the
 * ratio divides by or starts from is empty, half a person (of mean weight) is first added to every cell (Anscombe 1956).
 */
export function ratioEstimate(
  pairs: Pairs,
  confidence: number,
  { of, needs }: { of(cells: Cells): LogRatio; readonly needs: readonly (0 | 1 | 2 | 3)[] },
): Estimate {
  const four = fourFold(pairs);
  if ("ok" in four) return four;
  const { table } = four;
  const half = needs.some((cell) => four.cells[cell] === 0) ? table.total / table.n / 2 : 0;
  const [n00, n01, n10, n11] = four.cells;
  const cells: Cells = [n00 + half, n01 + half, n10 + half, n11 + half];
  const { log, influence } = of(cells);
  const width = halfWidth(influence, { cells, pairs }, confidence);
  const interval = { low: Math.exp(log - width), high: Math.exp(log + width) };
  return found(Math.exp(log), interval, fourFoldP(four, pairs));
}

/**
 * z or t times the error of a statistic with that derivative by the mass of each of four cells.
 *
 * @param cells as the statistic takes them, which may hold half a person more than the pairs
 */
export function halfWidth(
  byCell: Cells,
  { cells, pairs }: { readonly cells: Cells; readonly pairs: Pairs },
  confidence: number,
): number {
  if (pairs.weight === undefined) {
    const variance = byCell.reduce((sum, u, cell) => sum + cells[cell] * u * u, 0);
    return zFor(confidence) * Math.sqrt(variance);
  }
  const [x, y] = [marginOf(pairs.x).codes, marginOf(pairs.y).codes];
  const influence = Float64Array.from(x, (row, i) => byCell[2 * row + y[i]]);
  const { se, df } = linearisedError(influence, pairs);
  return -tQuantile((1 - confidence) / 2, df) * se;
}

/** Fewer people than this expected in a cell: chi-square is rough. */
export const fewExpected = 5;

/**
 * p of "the two have nothing to do with each other", the same whichever measure is made of the table: chi-square
 * without Yates' correction, Fisher's exact test where a cell expects fewer than five; weighted, phi's linearised test.
 */
export function fourFoldP({ table, cells }: FourFold, pairs: Pairs): number {
  if (pairs.weight !== undefined) {
    const line = correlate(pairs.x, pairs.y, massOf(pairs))!;
    const error = linearisedError(correlationInfluence(pairs, line), pairs);
    return tTwoSided(signedInference(line.r, error, 0.95).statistic, error.df);
  }
  if (leastExpected(table) >= fewExpected)
    return chiSquareUpper(table.n * meanSquareContingency(table), 1);
  const [n00, n01, n10, n11] = cells;
  return fisherExactP(n11, n10, n01, n00);
}

/** People expected in the emptiest cell if the sides had nothing to do with each other. */
export const leastExpected = ({ rowMass, columnMass, total, n }: CrossTable): number =>
  (n * Math.min(...rowMass) * Math.min(...columnMass)) / (total * total);

type Share = readonly [yes: number, of: number];

/** Difference of two shares from their Wilson intervals (Newcombe 1998, method 10). */
export function newcombe(one: Share, other: Share, z: number): Interval {
  const [p1, p0] = [one[0] / one[1], other[0] / other[1]];
  const [w1, w0] = [wilson(one, z), wilson(other, z)];
  return {
    low: p1 - p0 - Math.hypot(p1 - w1.low, w0.high - p0),
    high: p1 - p0 + Math.hypot(w1.high - p1, p0 - w0.low),
  };
}

/** The score interval of a share (Wilson 1927). */
export function wilson([yes, of]: Share, z: number): Interval {
  const p = yes / of;
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: (middle - half) / scale, high: (middle + half) / scale };
}

/**
 * Wilson's middle with the plain half width there (Agresti & Coull 1998): never narrower than Wilson's, and it may
 * leave 0 to 1. For comparison with others' output.
 */
export function agrestiCoull([yes, of]: Share, z: number): Interval {
  const people = of + z * z;
  const middle = (yes + (z * z) / 2) / people;
  const half = z * Math.sqrt((middle * (1 - middle)) / people);
  return { low: middle - half, high: middle + half };
}
