import type { Method } from "./method.ts";
import { ratioEstimate } from "./two-by-two.ts";

/**
 * The odds ratio: the odds of yes on the outcome with a yes on the predictor, over the odds without one.
 *
 * OR = n11 n00 / (n10 n01); interval exp(log OR ± z sqrt(Σ 1 / n)) (Woolf 1955), half a person added to every cell where
 * one is empty. Weighted: the shares are weighted and the error of log OR linearised.
 *
 * Hazard: it is further from 1 than the risk ratio, much further where the outcome is common, and must not be read as
 * "times as likely". Example: 60 against 40 percent is 1.5 times as likely and an odds ratio of 2.25.
 */
export const oddsRatio = {
  id: "odds-ratio",
  label: "Odds ratio",
  symbol: "OR",
  meaning:
    "The odds of a yes on one where the other is yes, divided by the odds where it is no. 1 says no association, 2 twice the odds. It is not how many times as likely a yes is.",
  inference:
    "Woolf's interval on the log scale, half a person added to every cell where one is empty; p by chi-square, by Fisher's exact test where fewer than five people are expected in a cell. Weighted: the linearised error of the logarithm.",
  hazard: "It lies further from 1 than the ratio of the shares, much further where yes is common.",
  reference: "Cornfield 1951; interval Woolf 1955",
  range: [0, Infinity],
  nothing: 1,
  scale: "log",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => predictor === "binary" && outcome === "binary",
  estimate: (pairs, confidence) =>
    ratioEstimate(pairs, confidence, {
      needs: [0, 1, 2, 3],
      of: ([n00, n01, n10, n11]) => ({
        log: Math.log(n11) + Math.log(n00) - Math.log(n10) - Math.log(n01),
        influence: [1 / n00, -1 / n01, -1 / n10, 1 / n11],
      }),
    }),
} as const satisfies Method;
