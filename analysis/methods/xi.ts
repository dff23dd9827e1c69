import { xiOverTies } from "../nonlinearity/xi.ts";
import { found, shortfall } from "./estimates.ts";
import { isOrdered, type Method } from "./method.ts";

/**
 * Chatterjee's xi: how nearly the outcome is a function of the predictor, of whatever shape (Chatterjee 2021).
 *
 * The formula is in `nonlinearity/xi.ts`. People with equal predictors are taken in all orders and the mean is given,
 * so that the order of rows does not matter. p one-sided; the literature has no simple interval away from independence
 * (the bootstrap is known to fail: Lin & Han 2024), so there is none. No weighted version.
 *
 * Hazard: weak on monotone relations, where Spearman's rho sees more. Example: y = x² on both sides of 0 has rho 0 and
 * xi near 1.
 */
export const xi = {
  id: "xi",
  label: "Chatterjee's xi",
  symbol: "ξ",
  meaning:
    "How nearly the outcome is determined by the predictor, by a curve of any shape: about 0 where the predictor tells nothing, near 1 where it tells all. It has no direction.",
  inference:
    "p one-sided from the normal limit under independence, with the ties of the outcome. No interval; no weighted version.",
  hazard: "Weak where the relation is monotone; with few different values it says little.",
  reference: "Chatterjee 2021",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: false,
  accepts: (predictor, outcome) => isOrdered(predictor) && isOrdered(outcome),
  estimate(pairs) {
    if (pairs.weight !== undefined) return shortfall("no weighted version");
    if (pairs.n < 3) return shortfall("too few pairs");
    const answer = xiOverTies(pairs.x, pairs.y, pairs.count);
    return answer === null ? shortfall("no variation") : found(answer.value, null, answer.p);
  },
} as const satisfies Method;
