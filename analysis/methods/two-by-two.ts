/** Two yes/no variables: risks and odds, for people who do not think in correlations. */
import type { Interval } from "../association.ts";
import type { CrossTable } from "./cross-table.ts";
import { zFor } from "./estimates.ts";
import { fisherExactP } from "./exact.ts";

/** Rows: exposed no, yes; columns: outcome no, yes. Unweighted. */
export function twoByTwo({ cells, n }: CrossTable, confidence: number) {
  const [n00, n01, n10, n11] = cells;
  const z = zFor(confidence);
  const [p1, p0] = [n11 / (n11 + n10), n01 / (n01 + n00)];
  return {
    phi: (n11 * n00 - n10 * n01) / Math.sqrt((n11 + n10) * (n01 + n00) * (n11 + n01) * (n10 + n00)),
    yuleQ: (n11 * n00 - n10 * n01) / (n11 * n00 + n10 * n01),
    oddsRatio: oddsRatio(cells, z),
    riskRatio: {
      value: p1 / p0,
      interval: logInterval(
        p1 / p0,
        z * Math.sqrt(1 / n11 - 1 / (n11 + n10) + 1 / n01 - 1 / (n01 + n00)),
      ),
    },
    riskDifference: {
      value: p1 - p0,
      interval: newcombe([n11, n11 + n10], [n01, n01 + n00], z),
    },
    fisherP: fisherExactP(n11, n10, n01, n00),
    n,
  };
}

/** Woolf 1955; a half is added to every cell only where one is empty. */
function oddsRatio(cells: Float64Array, z: number) {
  const half = cells.some((count) => count === 0) ? 0.5 : 0;
  const [n00, n01, n10, n11] = cells.map((count) => count + half);
  const value = (n11 * n00) / (n10 * n01);
  const se = Math.sqrt(1 / n00 + 1 / n01 + 1 / n10 + 1 / n11);
  return { value, interval: logInterval(value, z * se) };
}

const logInterval = (value: number, half: number): Interval => ({
  low: value * Math.exp(-half),
  high: value * Math.exp(half),
});

type Share = readonly [yes: number, of: number];

/** Difference of two shares from their Wilson intervals (Newcombe 1998, method 10). */
function newcombe(one: Share, other: Share, z: number): Interval {
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
