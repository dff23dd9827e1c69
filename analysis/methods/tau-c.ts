import { isOrdered, type Method } from "./method.ts";
import { ordinalEstimate, tauCOf } from "./ordinal-measures.ts";

/**
 * Stuart's tau-c: Kendall's tau scaled so that a table that is not square can reach 1.
 *
 * tau-c = 2 (P - Q) m / (n² (m - 1)), m the smaller number of categories that somebody chose (Stuart 1953). Interval
 * tanh(atanh tau-c ± z ASE1 / (1 - tau-c²)) (Brown & Benedetti 1977).
 *
 * Hazard: it reaches 1 only where the categories are equally full; with many categories it nears tau-a. Example: four
 * equally full categories, the lower two all no and the upper two all yes, have tau-c 1 and tau-b 0.82.
 */
export const tauC = {
  id: "tau-c",
  label: "Stuart's tau-c",
  symbol: "τ_c",
  meaning:
    "How much more often two people stand in the same order on both than in opposite orders, scaled for tables with more categories on one side than on the other, from -1 to 1.",
  inference:
    "Interval from the multinomial error (ASE) on Fisher's z scale, none at -1 and 1; p is that of Kendall's tau-b. Weighted: the linearised error.",
  hazard: "It reaches 1 only where the categories are equally full.",
  reference: "Stuart 1953; interval Brown & Benedetti 1977",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => isOrdered(predictor) && isOrdered(outcome),
  estimate: (pairs, confidence) => ordinalEstimate(pairs, confidence, tauCOf),
} as const satisfies Method;
