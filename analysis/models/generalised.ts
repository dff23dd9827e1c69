/**
 * Generalised linear models by iteratively reweighted least squares (Nelder & Wedderburn 1972), which with a
 * canonical link is Newton's method: each round is a weighted least-squares fit of z = η + (y - μ) / v with
 * weights w v.
 */
import { pick } from "../rows.ts";
import type { Family } from "./families.ts";
import { leastSquares, predictions, type Fit } from "./least-squares.ts";
import type { Term } from "./terms.ts";

export interface GeneralisedOptions {
  readonly family: Family;
  /** Positive; absent: everybody counts once. */
  readonly weights?: Float64Array;
}

/** The last least-squares fit, its residuals on the working scale, and where it ended. */
export interface GeneralisedFit extends Fit {
  /** Linear predictor per person. */
  readonly eta: Float64Array;
  readonly logLikelihood: number;
}

/** A step is halved as often as this before the fit is given up. */
const mostHalvings = 30;
/** Newton's method doubles the digits in each round; a fit that needs more runs away to infinity. */
const mostRounds = 40;
const settled = 1e-9;

/** Undefined where there is no finite fit. Terms that repeat others are dropped, as in least squares. */
export function generalisedFit(
  y: Float64Array,
  terms: readonly Term[],
  { family, weights = new Float64Array(y.length).fill(1) }: GeneralisedOptions,
): GeneralisedFit | undefined {
  const wrong = y.find((one) => !family.accepts(one));
  if (wrong !== undefined) throw new RangeError(`the family requires other outcomes than ${wrong}`);
  const { basis, dropped } = leastSquares(y, terms);
  const kept = basis.from.map((at) => terms[at]);
  const likelihoodAt = (at: Float64Array) =>
    y.reduce((sum, one, i) => sum + weights[i] * family.logLikelihood(one, at[i]), 0);
  let eta: Float64Array = y.map(family.start);
  let logLikelihood = -Infinity;
  for (let round = 0; round < mostRounds; round++) {
    const fit = workingFit(eta, { y, kept, family, weights });
    if (fit.dropped.length > 0) return undefined;
    const step = halvedStep({ eta, next: fit.eta, least: logLikelihood, likelihoodAt });
    if (step === undefined) return undefined;
    const moved = largestDifference(step.eta, eta);
    ({ eta, logLikelihood } = step);
    if (moved <= settled * (1 + largest(eta)))
      return growsForEver(eta, kept, family) ? undefined : { ...fit, dropped, eta, logLikelihood };
  }
  return undefined;
}

/** Whose variance is below this agrees with the model to the last digit. */
const certain = 1e-10;

/**
 * Whether the fit only seems to have arrived. People whose outcome is certain hold nothing back: where the others alone do
 * not determine all coefficients, a direction is left in which the likelihood rises without end, in steps too small
 * to be seen.
 */
function growsForEver(eta: Float64Array, kept: readonly Term[], family: Family): boolean {
  const others = Int32Array.from(eta.keys()).filter((i) => family.variance(eta[i]) > certain);
  if (others.length === eta.length) return false;
  if (others.length <= kept.length) return true;
  const among = kept.map(({ name, values }) => ({ name, values: pick(values, others) }));
  return leastSquares(new Float64Array(others.length), among).dropped.length > 0;
}

interface Working extends Required<GeneralisedOptions> {
  readonly y: Float64Array;
  readonly kept: readonly Term[];
}

/** A variance that is 0 only by rounding must not be divided by. */
const leastVariance = 1e-200;

function workingFit(eta: Float64Array, { y, kept, family, weights }: Working) {
  const roots = new Float64Array(y.length);
  const z = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    const variance = Math.max(family.variance(eta[i]), leastVariance);
    roots[i] = Math.sqrt(weights[i] * variance);
    z[i] = eta[i] + family.residual(y[i], eta[i]) / variance;
  }
  const fit = leastSquares(z, kept, roots);
  return { ...fit, eta: predictions(fit, kept) };
}

interface Step {
  readonly eta: Float64Array;
  readonly next: Float64Array;
  readonly least: number;
  likelihoodAt(eta: Float64Array): number;
}

/** Goes back half the way while the likelihood would fall. */
function halvedStep({ eta, next, least, likelihoodAt }: Step) {
  let at: Float64Array = next;
  for (let halving = 0; halving < mostHalvings; halving++) {
    const logLikelihood = likelihoodAt(at);
    if (logLikelihood >= least - 1e-12 * Math.abs(least)) return { eta: at, logLikelihood };
    at = at.map((one, i) => (one + eta[i]) / 2);
  }
  return undefined;
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const largestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
