/**
 * A coefficient held against what was measured: for every covariate, what would be left if something unmeasured were as
 * strong as it, and how many times as strong it would have to be to leave nothing (omitted.ts). A covariate is one with
 * all its columns: the dummies of a major are one thing, whose partial share is that of all of them together.
 */
import { leastSquares } from "../models/least-squares.ts";
import { linearModel } from "../models/linear.ts";
import { unfitted, type Coefficient, type Term, type Unfitted } from "../models/terms.ts";
import { asStrongAs, timesToNothing, withOmitted, type Strength } from "./omitted.ts";

export interface MeasuredCovariate {
  readonly name: string;
  /** One column, or all dummies of a nominal variable. */
  readonly terms: readonly Term[];
}

export interface HeldAgainst {
  readonly covariate: string;
  /** Partial shares of the covariate itself. */
  readonly measured: Strength;
  /** The coefficient with something as strong in the model; null where nothing can be that strong. */
  readonly left: Coefficient | null;
  /** Null where no number of times leaves nothing. */
  readonly timesToNothing: number | null;
}

export interface AgainstMeasured {
  readonly ok: true;
  readonly coefficient: Coefficient;
  readonly df: number;
  /** In the order given. */
  readonly covariates: readonly HeldAgainst[];
  /** The one with the fewest times to nothing; null where there is none. */
  readonly strongest: HeldAgainst | null;
}

/** Classical errors, as the formulas have them. */
export function againstMeasured(
  y: Float64Array,
  predictor: Term,
  {
    covariates,
    confidence,
  }: { readonly covariates: readonly MeasuredCovariate[]; readonly confidence: number },
): AgainstMeasured | Unfitted {
  const all = covariates.flatMap(({ terms }) => terms);
  const model = linearModel(y, [...all, predictor], { errors: "classical", confidence });
  if (!model.ok) return model;
  if (model.dropped.includes(predictor.name)) return unfitted("no variation");
  if (model.df < 2) return unfitted("too few people");
  const { df } = model;
  const coefficient = model.coefficients.at(-1)!;
  const held = covariates.map((covariate): HeldAgainst => {
    const others = covariates.filter((one) => one !== covariate).flatMap(({ terms }) => terms);
    const measured = {
      ofPredictor: partialShare(predictor.values, others, covariate.terms),
      ofOutcome: partialShare(y, [...others, predictor], covariate.terms),
    };
    const { ofPredictor, ofOutcome } = asStrongAs(measured);
    const possible = ofOutcome !== null && ofOutcome < 1;
    return {
      covariate: covariate.name,
      measured,
      left: possible
        ? withOmitted(coefficient, { ofPredictor, ofOutcome }, { df, confidence })
        : null,
      timesToNothing: timesToNothing(coefficient, measured, df),
    };
  });
  const strongest = held.reduce<HeldAgainst | null>(
    (most, one) =>
      (one.timesToNothing ?? Infinity) < (most?.timesToNothing ?? Infinity) ? one : most,
    null,
  );
  return { ok: true, coefficient, df, covariates: held, strongest };
}

/** Of what `others` leave, how much `block` explains. */
function partialShare(y: Float64Array, others: readonly Term[], block: readonly Term[]): number {
  const without = leastSquares(y, others).residual.length ** 2;
  const along = leastSquares(y, [...others, ...block]).residual.length ** 2;
  return without > 0 ? Math.max(0, 1 - along / without) : 0;
}
