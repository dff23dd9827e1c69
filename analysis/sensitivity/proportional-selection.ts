/** What a model would say if the unmeasured went with the predictor in proportion to the measured. */

export interface SelectionInput {
  /** Coefficient and R2 of the model with the predictor alone. */
  readonly alone: { readonly value: number; readonly rSquared: number };
  /** With the covariates. */
  readonly full: { readonly value: number; readonly rSquared: number };
  /** What a model with everything, the unmeasured too, would explain. */
  readonly rSquaredMost: number;
  readonly variances: {
    readonly outcome: number;
    readonly predictor: number;
    /** Of what the covariates leave of the predictor. */
    readonly predictorLeft: number;
  };
}

export interface Selection {
  readonly rSquaredMost: number;
  readonly alone: { readonly value: number; readonly rSquared: number };
  readonly full: { readonly value: number; readonly rSquared: number };
  /**
   * How many times as strongly as the measured covariates the unmeasured would have to go with the predictor for a
   * coefficient of 0; null where no ratio does that.
   */
  readonly ratioForZero: number | null;
  /** The coefficient if they went with it equally strongly, approximately; null where covariates add nothing. */
  readonly valueAtEqual: number | null;
}

/**
 * Proportional selection (Altonji, Elder & Taber 2005; Oster 2019). The ratio is Oster's proposition 3 for a
 * coefficient of 0; the value at equal selection is her approximation β - (β₀ - β) (Rmax - R) / (R - R₀), with the
 * index 0 for the model without covariates.
 *
 * Hazards: a ratio above 1 is customary comfort, no proof; where the covariates hardly move R2 the ratio is a
 * division by almost nothing, and negative ratios mean that the covariates move the coefficient away from 0.
 */
export function selectionOn(input: SelectionInput): Selection {
  const { alone, full, rSquaredMost } = input;
  const gained = full.rSquared - alone.rSquared;
  const moved = alone.value - full.value;
  const ratio = ratioFor(0, input);
  return {
    rSquaredMost,
    alone,
    full,
    ratioForZero: Number.isFinite(ratio) ? ratio : null,
    valueAtEqual:
      gained > 1e-12 ? full.value - (moved * (rSquaredMost - full.rSquared)) / gained : null,
  };
}

/** Proposition 3: numerator and denominator are sums of four terms in the distance to the wanted coefficient. */
function ratioFor(
  wanted: number,
  { alone, full, rSquaredMost, variances }: SelectionInput,
): number {
  const { outcome, predictor, predictorLeft } = variances;
  const distance = full.value - wanted;
  const moved = alone.value - full.value;
  const gained = (full.rSquared - alone.rSquared) * outcome;
  const open = (rSquaredMost - full.rSquared) * outcome;
  const shared = predictorLeft * (predictor - predictorLeft);
  const crossed = predictorLeft * moved * predictor;
  const numerator =
    distance * gained * predictorLeft +
    distance * predictor * predictorLeft * moved ** 2 +
    2 * distance ** 2 * crossed +
    distance ** 3 * shared;
  const denominator =
    open * moved * predictor +
    distance * open * (predictor - predictorLeft) +
    distance ** 2 * crossed +
    distance ** 3 * shared;
  return numerator / denominator;
}
