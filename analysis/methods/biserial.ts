import type { Method } from "./method.ts";
import { isNumber, polyserial, serialEstimate } from "./polyserial.ts";

/**
 * The biserial correlation: the polyserial correlation with an answer of two categories (Pearson 1909; maximum
 * likelihood in two steps, Olsson, Drasgow & Dorans 1982).
 *
 * Hazard: made for a yes/no that cuts something continuous in two, such as "satisfied or not"; having had an internship
 * cuts nothing. Example: a point-biserial correlation of 0.40 with one half in each group is a biserial one of 0.50.
 */
export const biserial = {
  ...polyserial,
  id: "biserial",
  label: "Biserial correlation",
  symbol: "r_b",
  meaning:
    "The correlation of a number with the continuous variable behind a yes/no answer, if both were normally distributed. Unlike the point-biserial correlation it does not shrink where one answer is rare.",
  hazard: "A yes/no that does not cut something continuous in two has no such variable behind it.",
  reference: "Pearson 1909; Olsson, Drasgow & Dorans 1982",
  accepts: (predictor, outcome) =>
    (predictor === "binary" && isNumber(outcome)) || (outcome === "binary" && isNumber(predictor)),
  estimate: serialEstimate,
} as const satisfies Method;
