import { isOrdered, type Method } from "./method.ts";
import { gammaOf, ordinalEstimate } from "./ordinal-measures.ts";

/**
 * Goodman and Kruskal's gamma: of the pairs of people who differ on both, the share in the same order less the share
 * in opposite orders.
 *
 * gamma = (P - Q) / (P + Q), P concordant and Q discordant pairs (Goodman & Kruskal 1954); ties on either side are left
 * out. Of a 2 x 2 table it is Yule's Q. Interval tanh(atanh gamma ± z ASE1 / (1 - gamma²)), ASE1 of Goodman & Kruskal
 * 1972.
 *
 * Hazard: leaving ties out makes it larger the coarser the categories are. Example: a table 10 0 / 5 20 has gamma 1,
 * though five people stand apart.
 */
export const gamma = {
  id: "gamma",
  label: "Goodman and Kruskal's gamma",
  symbol: "γ",
  meaning:
    "Of any two people who differ on both, how much more often they stand in the same order than in opposite orders. People with equal answers are left out, so it reads higher than tau-b.",
  inference:
    "Interval from the multinomial error (ASE) on Fisher's z scale, none at -1 and 1; p is that of Kendall's tau-b. Weighted: the linearised error.",
  hazard: "The coarser the categories, the larger it is: do not compare it between scales.",
  reference: "Goodman & Kruskal 1954, 1972",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => isOrdered(predictor) && isOrdered(outcome),
  estimate: (pairs, confidence) => ordinalEstimate(pairs, confidence, gammaOf),
} as const satisfies Method;
