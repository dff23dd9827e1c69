import { found, zFor } from "./estimates.ts";
import type { Method } from "./method.ts";
import { fourFold, fourFoldP, halfWidth, newcombe } from "./two-by-two.ts";

/**
 * The risk difference: the share with a yes on the outcome among those with a yes on the predictor, less the share
 * among those without.
 *
 * Interval from the Wilson intervals of the two shares (Newcombe 1998, method 10): right also near 0 and 1. Weighted:
 * the difference of weighted shares ± t times its linearised error; none where both shares are 0 or 1, whose error
 * would be 0.
 *
 * Hazard: five points are much where 3 percent say yes and little where half do. Example: 60 of 100 against 40 of 100
 * is 20 points, from 6 to 33.
 */
export const riskDifference = {
  id: "risk-difference",
  label: "Risk difference",
  symbol: "RD",
  meaning:
    "The share with a yes on the outcome among those with a yes on the predictor, less that share among the others: 0.05 is five percentage points. 0 says no association.",
  inference:
    "Newcombe's hybrid score interval; p by chi-square, by Fisher's exact test where fewer than five people are expected in a cell. Weighted: the linearised error, none where both shares are 0 or 1.",
  hazard: "The same difference is much for a rare answer and little for a common one.",
  reference: "Newcombe 1998",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: false,
  accepts: (predictor, outcome) => predictor === "binary" && outcome === "binary",
  estimate(pairs, confidence) {
    const four = fourFold(pairs);
    if ("ok" in four) return four;
    const [n00, n01, n10, n11] = four.cells;
    const [n0, n1] = [n00 + n01, n10 + n11];
    const [p0, p1] = [n01 / n0, n11 / n1];
    const difference = p1 - p0;
    const p = fourFoldP(four, pairs);
    if (pairs.weight === undefined)
      return found(difference, newcombe([n11, n1], [n01, n0], zFor(confidence)), p);
    const { cells } = four;
    const half = halfWidth(
      [p0 / n0, (p0 - 1) / n0, -p1 / n1, (1 - p1) / n1],
      { cells, pairs },
      confidence,
    );
    const interval = {
      low: Math.max(-1, difference - half),
      high: Math.min(1, difference + half),
    };
    return found(difference, n00 * n01 + n10 * n11 > 0 ? interval : null, p);
  },
} as const satisfies Method;
