import { varies } from "../methods/pearson.ts";
import { totalOf, type Design } from "../weights/design.ts";
import { families } from "./families.ts";
import { generalisedFit } from "./generalised.ts";
import { dualsOf, leastSquares, type Fit } from "./least-squares.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface DesignModel {
  readonly ok: true;
  /** In units of the outcome, log odds for yes and no, log of the mean for counts. */
  readonly coefficients: readonly Coefficient[];
  readonly dropped: readonly string[];
  readonly n: number;
  /** Primary sampling units less strata, plus 1, less the rows of the model. */
  readonly df: number;
}

export interface DesignModelOptions {
  /** "gaussian": a line through numbers; "binomial": log odds of 1 against 0; "poisson": log of the mean of counts. */
  readonly family: "gaussian" | keyof typeof families;
  readonly confidence: number;
}

/**
 * Regression under a survey design: the coefficients that the whole population would give, estimated with weights.
 *
 * The estimating equations Σ w x (y - μ) = 0 are solved as for a sample of independent people; the error is that of
 * the total of each person's influence on the coefficient, by Taylor linearisation over strata and clusters
 * (Binder 1983; Fuller 1975), t with the degrees of freedom of the design.
 *
 * The error does not trust the family: counts that spread wider than Poisson's have the error that they have.
 *
 * Hazards: with few clusters the degrees of freedom go fast, and p is then rough; weights that differ much let a few
 * people decide.
 */
export function designModel(
  y: Float64Array,
  terms: readonly Term[],
  { design, family, confidence }: DesignModelOptions & { readonly design: Design },
): DesignModel | Unfitted {
  if (!varies(y)) return unfitted("no variation");
  const { weights } = design;
  const fit: Fit | undefined =
    family === "gaussian"
      ? leastSquares(y, terms, weights.map(Math.sqrt))
      : generalisedFit(y, terms, { family: families[family], weights });
  if (fit === undefined) return unfitted("no finite fit");
  const { values } = fit.residual;
  const errors = dualsOf(fit.basis).map((dual) =>
    totalOf(
      dual.map((d, i) => d * values[i]),
      design,
    ),
  );
  const df = errors[0].df + 1 - fit.values.length;
  if (df < 1) return unfitted("too few people");
  return {
    ok: true,
    coefficients: fit.terms.map((term, j) =>
      coefficientOf({ term, value: fit.values[j], se: errors[j].se }, { df, confidence }),
    ),
    dropped: fit.dropped,
    n: y.length,
    df,
  };
}
