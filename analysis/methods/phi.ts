import { linearisedError, signedEstimate } from "../weights/linearise.ts";
import { fisherInterval, found, zFor } from "./estimates.ts";
import { massOf, type Method } from "./method.ts";
import { correlate, correlationInfluence } from "./pearson.ts";
import { fourFold, fourFoldP } from "./two-by-two.ts";

/**
 * Phi: Pearson's r of two yes/no variables, coded low and high: (ad - bc) / sqrt of the product of the margins.
 *
 * p is that of the chi-square test with 1 df, n phi², without Yates' correction (Yule 1912), and of Fisher's exact
 * test where fewer than five people are expected in a cell. Fisher's interval
 * assumes normal variables, so phi takes the multinomial standard error instead (the delta method: Bishop,
 * Fienberg & Holland 1975, eq. 11.3-14), on Fisher's scale. Weighted: linearised, as Pearson's r.
 *
 * Hazard: reaches 1 only where both have the same share of "yes".
 */
export const phi = {
  id: "phi",
  label: "Phi",
  symbol: "φ",
  meaning:
    "How much more often the two go together than chance would have it, from -1 (never both) to 1 (always both). It can reach 1 only where both are equally common.",
  inference:
    "Interval from the multinomial error on Fisher's z scale; p by chi-square without Yates' correction, by Fisher's exact test where fewer than five people are expected in a cell. Weighted: the linearised error.",
  hazard: "It reaches 1 only where both have the same share of yes.",
  reference: "Yule 1912; interval Bishop, Fienberg & Holland 1975",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => predictor === "binary" && outcome === "binary",
  estimate(pairs, confidence) {
    const four = fourFold(pairs);
    if ("ok" in four) return four;
    const line = correlate(pairs.x, pairs.y, massOf(pairs))!;
    const { r } = line;
    const error = linearisedError(correlationInfluence(pairs, line), pairs);
    if (pairs.weight !== undefined) return signedEstimate(r, error, confidence);
    const half = Math.abs(r) < 1 ? (zFor(confidence) * error.se) / (1 - r * r) : 0;
    return found(r, fisherInterval(r, half), fourFoldP(four, pairs));
  },
} as const satisfies Method;
