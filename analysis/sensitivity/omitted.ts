/**
 * What a coefficient of a linear model would be with one more variable in it, known only by its strength (Cinelli &
 * Hazlett 2020). With R²x the share it explains of what the covariates leave of the predictor, and R²y of what these and
 * the predictor leave of the outcome,
 *
 *   coefficient  |b| - s sqrt(df) sqrt(R²y R²x / (1 - R²x))               (section 3.2)
 *   error        s sqrt((1 - R²y) / (1 - R²x) df / (df - 1)), df less one
 *
 * at the worst sign. The strength of what nobody measured is said in times of what was: k times as strong as a measured
 * covariate with partial shares r²x and r²y (section 4.4 and appendix B),
 *
 *   R²x = k r²x / (1 - r²x),   R²y = ((√k + √q) / √(1 - q))² r²y / (1 - r²y),   q = k r²x² / ((1 - k r²x) (1 - r²x)).
 *
 * Hazard: "as strong as grades" is a judgement about the world that no data make.
 */
import { coefficientOf, type Coefficient } from "../models/terms.ts";

/** Shares of 1 that a variable explains of what others leave of the predictor, and of the outcome. */
export interface Strength {
  readonly ofPredictor: number;
  readonly ofOutcome: number;
}

type Estimated = Pick<Coefficient, "term" | "value" | "se">;

/** Both shares below 1, df above 1. */
export function withOmitted(
  { term, value, se }: Estimated,
  { ofPredictor, ofOutcome }: Strength,
  { df, confidence }: { readonly df: number; readonly confidence: number },
): Coefficient {
  const left = Math.abs(value) - se * Math.sqrt(df) * bias({ ofPredictor, ofOutcome });
  const wider = ((1 - ofOutcome) / (1 - ofPredictor)) * (df / (df - 1));
  return coefficientOf(
    { term, value: value < 0 ? -left : left, se: se * Math.sqrt(wider) },
    { df: df - 1, confidence },
  );
}

/**
 * @param measured partial shares of a covariate, given the other covariates (and, for the outcome, the predictor)
 * @returns shares at most 1; null where nothing can be that strong
 */
export function asStrongAs(
  { ofPredictor, ofOutcome }: Strength,
  times = 1,
): { readonly ofPredictor: number; readonly ofOutcome: number | null } {
  const odds = (times * ofPredictor) / (1 - ofPredictor);
  if (!(odds < 1)) return { ofPredictor: odds, ofOutcome: null };
  const shared = (times * ofPredictor ** 2) / ((1 - times * ofPredictor) * (1 - ofPredictor));
  const bound =
    ((Math.sqrt(times) + Math.sqrt(shared)) ** 2 / (1 - shared)) * (ofOutcome / (1 - ofOutcome));
  return { ofPredictor: odds, ofOutcome: Math.min(1, bound) };
}

/** How many times as strong as that covariate it takes to leave nothing; null where no number of times does. */
export function timesToNothing(
  { value, se }: Pick<Coefficient, "value" | "se">,
  measured: Strength,
  df: number,
): number | null {
  const needed = Math.abs(value) / (se * Math.sqrt(df));
  if (!(measured.ofPredictor > 0 && measured.ofOutcome > 0)) return needed > 0 ? null : 0;
  const enough = (times: number) => {
    const { ofPredictor, ofOutcome } = asStrongAs(measured, times);
    return ofOutcome === null || ofOutcome === 1 || bias({ ofPredictor, ofOutcome }) >= needed;
  };
  let [low, high] = [0, (1 - measured.ofPredictor) / measured.ofPredictor];
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** In standard errors, per root of the degrees of freedom. */
const bias = ({ ofPredictor, ofOutcome }: Strength): number =>
  Math.sqrt((ofOutcome * ofPredictor) / (1 - ofPredictor));
