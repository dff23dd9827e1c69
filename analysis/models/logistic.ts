import { dot } from "../adjusted/basis.ts";
import type { Interval } from "../association.ts";
import { varies } from "../methods/pearson.ts";
import { families } from "./families.ts";
import { generalisedFit } from "./generalised.ts";
import { dualsOf } from "./least-squares.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface LogisticCoefficient extends Coefficient {
  /** exp of the coefficient: the odds are multiplied by this for one more of the term. */
  readonly oddsRatio: { readonly value: number; readonly interval: Interval };
  /**
   * Slope of the chance of yes in the term, mean over all people: the average marginal difference, in shares
   * (0.05 = five percentage points); null for the intercept.
   */
  readonly averageMarginalDifference: number | null;
}

export interface LogisticModel {
  readonly ok: true;
  /** On the scale of log odds. */
  readonly coefficients: readonly LogisticCoefficient[];
  readonly dropped: readonly string[];
  readonly n: number;
  readonly logLikelihood: number;
  /** Of the intercept alone. */
  readonly nullLogLikelihood: number;
  /** 1 - logLikelihood / nullLogLikelihood (McFadden 1974). */
  readonly mcFadden: number;
}

/**
 * Logistic regression of yes or no: log(p / (1 - p)) = b0 + b' x (Cox 1958), by maximum likelihood; Wald tests and
 * intervals with the normal distribution. Average marginal difference: b_j mean(p (1 - p)) (Bartus 2005), the
 * number to quote, since odds ratios are read as risk ratios and change with every term that is added.
 *
 * Assumes independent people and log odds that are straight in the terms. Hazards: where the terms tell yes from
 * no without error there is no finite fit; with fewer than ten yes or no per term the coefficients are too large.
 *
 * @param y 1 for yes, 0 for no
 */
export function logisticModel(
  y: Float64Array,
  terms: readonly Term[],
  { confidence }: { readonly confidence: number },
): LogisticModel | Unfitted {
  const { binomial } = families;
  if (!varies(y)) return unfitted("no variation");
  if (y.length <= terms.length + 1) return unfitted("too few people");
  const fit = generalisedFit(y, terms, { family: binomial });
  if (fit === undefined) return unfitted("no finite fit");
  const slope = fit.eta.reduce((sum, eta) => sum + binomial.variance(eta), 0) / y.length;
  const duals = dualsOf(fit.basis);
  const coefficients = fit.terms.map((term, j): LogisticCoefficient => {
    const value = fit.values[j];
    const se = Math.sqrt(dot(duals[j], duals[j]));
    const row = coefficientOf({ term, value, se }, { df: Infinity, confidence });
    const interval = { low: Math.exp(row.interval.low), high: Math.exp(row.interval.high) };
    return {
      ...row,
      oddsRatio: { value: Math.exp(value), interval },
      averageMarginalDifference: j === 0 ? null : value * slope,
    };
  });
  const nullLogLikelihood = logLikelihoodOfShare(y);
  return {
    ok: true,
    coefficients,
    dropped: fit.dropped,
    n: y.length,
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood,
    mcFadden: 1 - fit.logLikelihood / nullLogLikelihood,
  };
}

/** The best that a single chance for everybody can do. */
export function logLikelihoodOfShare(y: Float64Array): number {
  const yes = y.reduce((sum, one) => sum + one, 0);
  const no = y.length - yes;
  return yes * Math.log(yes / y.length) + no * Math.log(no / y.length);
}
