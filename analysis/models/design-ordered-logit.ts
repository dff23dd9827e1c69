import { solveRoot } from "../numeric/matrix.ts";
import { totalOf, type Design } from "../weights/design.ts";
import { along, orderedFit } from "./ordered-likelihood.ts";
import type { OrderedLogitModel } from "./ordered-logit.ts";
import { coefficientOf, unfitted, type Term, type Unfitted } from "./terms.ts";

export interface DesignOrderedLogit extends Omit<OrderedLogitModel, "logLikelihood"> {
  /** Primary sampling units less strata, less the terms of the model. */
  readonly df: number;
}

/**
 * Proportional odds under a survey design: the coefficients that the whole population would give. The weighted score
 * equations are solved, and the error is that of the total of each person's influence, information⁻¹ times score, over
 * strata and clusters (Binder 1983), as in `designModel`.
 *
 * Assumes and hazards as `orderedLogitModel` and `designModel`.
 *
 * @param y codes in the order of the categories, any numbers
 */
export function designOrderedLogit(
  y: Float64Array,
  terms: readonly Term[],
  { design, confidence }: { readonly design: Design; readonly confidence: number },
): DesignOrderedLogit | Unfitted {
  const fit = orderedFit(y, terms, design.weights);
  if (typeof fit === "string") return unfitted(fit);
  const scores = fit.scores();
  const rowOf = (direction: Float64Array) => {
    const by = solveRoot(fit.root, direction);
    const influence = y.map((_, i) => scores.reduce((sum, score, a) => sum + by[a] * score[i], 0));
    const { se, df } = totalOf(influence, design);
    return { value: along(direction, fit), se, units: df };
  };
  const rows = fit.slopes.map(rowOf);
  const cutpoints = fit.cuts.map(rowOf);
  const df = cutpoints[0].units - fit.kept.length;
  if (df < 1) return unfitted("too few people");
  return {
    ok: true,
    coefficients: rows.map(({ value, se }, j) =>
      coefficientOf({ term: fit.kept[j].name, value, se }, { df, confidence }),
    ),
    cutpoints: cutpoints.map(({ value, se }) => ({ value, se })),
    dropped: fit.dropped,
    n: y.length,
    df,
  };
}
