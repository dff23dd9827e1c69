import { dot } from "../adjusted/basis.ts";
import { varies } from "../methods/pearson.ts";
import { families } from "./families.ts";
import { generalisedFit } from "./generalised.ts";
import { dualsOf } from "./least-squares.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface PoissonModel {
  readonly ok: true;
  /** On the scale of the log of the mean: exp of it is a ratio of rates. */
  readonly coefficients: readonly Coefficient[];
  readonly dropped: readonly string[];
  readonly n: number;
  readonly df: number;
  /** Twice the distance in log likelihood from a model that fits everybody. */
  readonly deviance: number;
  /** Σ (y - μ)² / μ over df: 1 under the model. */
  readonly dispersion: number;
  readonly logLikelihood: number;
}

/**
 * Poisson regression of counts (visits, events): log μ = b0 + b' x (Nelder & Wedderburn 1972), by maximum
 * likelihood, Wald tests with the normal distribution.
 *
 * Assumes that variance and mean are equal. Hazard: counts of people usually spread wider; with a `dispersion`
 * well above 1 the errors here are too small by its root.
 */
export function poissonModel(
  y: Float64Array,
  terms: readonly Term[],
  { confidence }: { readonly confidence: number },
): PoissonModel | Unfitted {
  if (!varies(y)) return unfitted("no variation");
  if (y.length <= terms.length + 1) return unfitted("too few people");
  const fit = generalisedFit(y, terms, { family: families.poisson });
  if (fit === undefined) return unfitted("no finite fit");
  const df = y.length - fit.values.length;
  const duals = dualsOf(fit.basis);
  let deviance = 0;
  let squares = 0;
  y.forEach((one, i) => {
    const mean = Math.exp(fit.eta[i]);
    deviance += 2 * ((one === 0 ? 0 : one * Math.log(one / mean)) - (one - mean));
    squares += (one - mean) ** 2 / mean;
  });
  return {
    ok: true,
    coefficients: fit.terms.map((term, j) => {
      const se = Math.sqrt(dot(duals[j], duals[j]));
      return coefficientOf({ term, value: fit.values[j], se }, { df: Infinity, confidence });
    }),
    dropped: fit.dropped,
    n: y.length,
    df,
    deviance,
    dispersion: squares / df,
    logLikelihood: fit.logLikelihood,
  };
}
