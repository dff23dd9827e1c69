import { dot } from "../adjusted/basis.ts";
import { solveRoot } from "../numeric/matrix.ts";
import { along, orderedFit } from "./ordered-likelihood.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface OrderedLogitModel {
  readonly ok: true;
  /** On the scale of log odds of a higher category, the same for every cut; no intercept. */
  readonly coefficients: readonly Coefficient[];
  /** Log odds of the categories up to each cut, for a person with zeros in all terms. */
  readonly cutpoints: readonly Pick<Coefficient, "value" | "se">[];
  readonly dropped: readonly string[];
  readonly n: number;
  readonly logLikelihood: number;
}

/**
 * Proportional-odds regression of ordered answers: logit P(Y <= j) = ζ_j - b' x (McCullagh 1980), by maximum
 * likelihood with Newton's method; the likelihood has one top only (Pratt 1981). Wald tests with the normal
 * distribution and the observed information.
 *
 * Assumes that a term moves the odds of "higher" by the same factor at every cut. Hazards: a term that only tells
 * the lowest answers from the rest breaks that; categories hardly anybody chose have wide cutpoints.
 *
 * @param y codes in the order of the categories, any numbers
 */
export function orderedLogitModel(
  y: Float64Array,
  terms: readonly Term[],
  { confidence }: { readonly confidence: number },
): OrderedLogitModel | Unfitted {
  const fit = orderedFit(y, terms);
  if (typeof fit === "string") return unfitted(fit);
  const rowOf = (direction: Float64Array) => ({
    value: along(direction, fit),
    se: Math.sqrt(dot(direction, solveRoot(fit.root, direction))),
  });
  return {
    ok: true,
    coefficients: fit.kept.map(({ name: term }, j) =>
      coefficientOf({ term, ...rowOf(fit.slopes[j]) }, { df: Infinity, confidence }),
    ),
    cutpoints: fit.cuts.map(rowOf),
    dropped: fit.dropped,
    n: y.length,
    logLikelihood: fit.logLikelihood,
  };
}
