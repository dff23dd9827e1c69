import { isOrdered, type Method } from "./method.ts";
import { ordinalEstimate, somersDOf } from "./ordinal-measures.ts";

/**
 * Somers' D of the outcome given the predictor: of two people who differ on the predictor, how much more often the one
 * higher there is also higher on the outcome than lower.
 *
 * D = (P - Q) / pairs not tied on the predictor (Somers 1962): people level on the outcome count as neither. With a
 * predictor of two groups it is the rank-biserial correlation. Interval tanh(atanh D ± z ASE1 / (1 - D²))
 * (Goodman & Kruskal 1972; Newson 2002).
 *
 * Hazard: predictor and outcome cannot change places. Example: internships predict satisfaction with D = 0.3, so for
 * a pair with and without one, the one with it is higher 30 percentage points more often than lower.
 */
export const somersD = {
  id: "somers-d",
  label: "Somers' D",
  symbol: "D",
  meaning:
    "Of any two people who differ on the predictor, how much more often the one who is higher there is also higher on the outcome than lower, from -1 to 1. Equal outcomes count as neither.",
  inference:
    "Interval from the multinomial error (ASE) on Fisher's z scale, none at -1 and 1; p is that of Kendall's tau-b. Weighted: the linearised error.",
  hazard: "It changes when predictor and outcome change places.",
  reference: "Somers 1962; interval Goodman & Kruskal 1972",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: false,
  accepts: (predictor, outcome) => isOrdered(predictor) && isOrdered(outcome),
  estimate: (pairs, confidence) => ordinalEstimate(pairs, confidence, somersDOf),
} as const satisfies Method;
