import type { Method } from "./method.ts";
import { ratioEstimate } from "./two-by-two.ts";

/**
 * The risk ratio: the share with a yes on the outcome among those with a yes on the predictor, over the share among
 * those without.
 *
 * RR = (n11 / n1.) / (n01 / n0.); interval exp(log RR ± z sqrt(1/n11 - 1/n1. + 1/n01 - 1/n0.)) (Katz, Baptista, Azen &
 * Pike 1978), half a person added to every cell where a share is 0. Weighted: the error of log RR linearised.
 *
 * Hazard: the ratio of the yes shares and that of the no shares say different things, 0.98 / 0.96 is 1.02 and
 * 0.04 / 0.02 is 2: look at the difference as well.
 */
export const riskRatio = {
  id: "risk-ratio",
  label: "Risk ratio",
  symbol: "RR",
  meaning:
    "How many times as large the share with a yes on the outcome is among those with a yes on the predictor as among the others. 1 says no association.",
  inference:
    "Katz's interval on the log scale, half a person added to every cell where a share is 0; p by chi-square, by Fisher's exact test where fewer than five people are expected in a cell. Weighted: the linearised error of the logarithm.",
  hazard:
    "Where yes is common the ratio cannot be large; counting no instead of yes gives another ratio.",
  reference: "Katz, Baptista, Azen & Pike 1978",
  range: [0, Infinity],
  nothing: 1,
  scale: "log",
  directed: true,
  symmetric: false,
  accepts: (predictor, outcome) => predictor === "binary" && outcome === "binary",
  estimate: (pairs, confidence) =>
    ratioEstimate(pairs, confidence, {
      needs: [1, 3],
      of([n00, n01, n10, n11]) {
        const [n0, n1] = [n00 + n01, n10 + n11];
        return {
          log: Math.log(n11 / n1) - Math.log(n01 / n0),
          influence: [1 / n0, 1 / n0 - 1 / n01, -1 / n1, 1 / n11 - 1 / n1],
        };
      },
    }),
} as const satisfies Method;
