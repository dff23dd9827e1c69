import { between, polyserial as latentOf, standardised } from "../latent/polyserial.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import type { Level } from "../table.ts";
import { found, shortfall } from "./estimates.ts";
import { marginOf } from "./margin.ts";
import type { Method, Pairs } from "./method.ts";
import { correlate } from "./pearson.ts";

/**
 * The polyserial correlation: that of a number with the normal variable behind an ordered answer (Olsson, Drasgow &
 * Dorans 1982, two steps). The formula is in `latent/polyserial.ts`.
 *
 * p by the likelihood ratio against rho = 0, one degree of freedom: there mean, spread and thresholds are estimated
 * independently of rho, so taking them as known costs nothing. No interval: the information leaves out that they
 * are estimated; bootstrap where one matters. No weighted version.
 *
 * Assumes a normal number: take the logarithm of a salary. Hazard: larger than Pearson's r with the codes. Example: r of
 * 0.40 with a three-point answer goes with about 0.45.
 */
export const polyserial = {
  id: "polyserial",
  label: "Polyserial correlation",
  symbol: "ρ_ps",
  meaning:
    "The correlation of a number with the continuous feeling behind an ordered answer, if both were normally distributed. It is larger than a correlation with the codes.",
  inference: "p by the likelihood ratio. No interval; no weighted version.",
  hazard: "A skewed number makes it wrong: take its logarithm first.",
  reference: "Olsson, Drasgow & Dorans 1982",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) =>
    (predictor === "ordinal" && isNumber(outcome)) ||
    (outcome === "ordinal" && isNumber(predictor)),
  estimate: serialEstimate,
} as const satisfies Method;

export const isNumber = (level: Level): boolean => level === "interval" || level === "count";

export function serialEstimate(pairs: Pairs) {
  if (pairs.weight !== undefined) return shortfall("no weighted version");
  if (pairs.n < 3) return shortfall("too few pairs");
  // The ordered answer is the side of the groups.
  const sides = pairs.groups === "y" ? pairs : { ...pairs, x: pairs.y, y: pairs.x };
  const model = latentOf(sides);
  if (!model.ok) return shortfall(model.because);
  return found(model.rho, null, chiSquareUpper(likelihoodRatio(sides, model), 1));
}

/** 2 [ln L(rho) - ln L(0)]. */
function likelihoodRatio(
  { x, y, count, n }: Pairs,
  { rho, thresholds }: { readonly rho: number; readonly thresholds: Float64Array },
): number {
  const z = standardised(x, correlate(x, y, count)!);
  const { codes, mass } = marginOf(y, count);
  const rest = Math.sqrt((1 - rho) * (1 + rho));
  const cuts = [-Infinity, ...thresholds, Infinity];
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const at = (cut: number) => (cut - rho * z[i]) / rest;
    const chance = between(at(cuts[codes[i]]), at(cuts[codes[i] + 1]));
    sum += (count === undefined ? 1 : count[i]) * Math.log(chance / (mass[codes[i]] / n));
  }
  return Math.max(0, 2 * sum);
}
