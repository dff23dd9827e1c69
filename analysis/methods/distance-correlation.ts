import { distanceCorrelation as distancesOf } from "../nonlinearity/distance-correlation.ts";
import { found, shortfall } from "./estimates.ts";
import { isOrdered, type Method } from "./method.ts";

/**
 * Distance correlation, corrected for bias: 0 only where the two have nothing to do with each other, in any shape.
 *
 * The root of the unbiased R* of Székely & Rizzo 2013, 0 where that is below 0; p by their one-sided t. The formula is in
 * `nonlinearity/distance-correlation.ts`. The literature has no interval for it short of the bootstrap, so there is
 * none. No weighted version.
 *
 * Hazard: its size is on no familiar scale. Example: points on a circle have r = 0 and a clear distance correlation.
 */
export const distanceCorrelation = {
  id: "distance-correlation",
  label: "Distance correlation",
  symbol: "dCor",
  meaning:
    "Whether people who lie far apart on one also lie far apart on the other, whatever the shape of the relation: from 0 to 1, 0 only where neither tells anything of the other. It has no direction.",
  inference: "p one-sided by Székely and Rizzo's t. No interval; no weighted version.",
  hazard:
    "Its size is on no familiar scale: look at the scatter, do not compare it with a correlation.",
  reference: "Székely, Rizzo & Bakirov 2007; Székely & Rizzo 2013",
  range: [0, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: true,
  accepts: (predictor, outcome) => isOrdered(predictor) && isOrdered(outcome),
  estimate(pairs) {
    if (pairs.weight !== undefined) return shortfall("no weighted version");
    if (pairs.n < 4) return shortfall("too few pairs");
    const answer = distancesOf(pairs.x, pairs.y, pairs.count);
    return answer === null
      ? shortfall("no variation")
      : found(Math.sqrt(Math.max(0, answer.correctedSquare)), null, answer.p);
  },
} as const satisfies Method;
