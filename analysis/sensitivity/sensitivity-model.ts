import { leastSquares } from "../models/least-squares.ts";
import { linearModel, type LinearModel } from "../models/linear.ts";
import { unfitted, type Coefficient, type Term, type Unfitted } from "../models/terms.ts";
import { asStrongAs } from "./omitted.ts";
import { robustnessValue, type Robustness } from "./robustness-value.ts";
import { selectionOn, type Selection } from "./proportional-selection.ts";

export interface Benchmark {
  readonly covariate: string;
  /**
   * Shares that an unmeasured variable as strong as this covariate would explain of what is left of the predictor,
   * and of the outcome; above 1: nothing can be that strong.
   */
  readonly ofPredictor: number;
  /** At most 1; null where `ofPredictor` is 1 or more. */
  readonly ofOutcome: number | null;
}

export interface SensitivityModel {
  readonly ok: true;
  /** Of the predictor, covariates held constant, classical error. */
  readonly coefficient: Coefficient;
  readonly df: number;
  readonly robustness: Robustness;
  /** One per covariate of the model. */
  readonly benchmarks: readonly Benchmark[];
  readonly selection: Selection;
}

export interface SensitivityOptions {
  readonly covariates: readonly Term[];
  readonly confidence: number;
  /** The most that could ever be explained, as a multiple of what is; absent: 1.3 (Oster 2019). */
  readonly rSquaredTimes?: number;
}

/**
 * How strong an unmeasured variable would have to be to change what a linear model says of a predictor: robustness
 * values with the measured covariates as a scale (Cinelli & Hazlett 2020), and the selection ratio of Oster 2019.
 *
 * A variable "as strong as covariate j" explains as much of predictor and outcome, beyond the other covariates, as j
 * does (k = 1; section 4.4): with R²x and R²y the partial ones of j and φ = R²x / (1 - R²x),
 *   of the predictor φ,   of the outcome ((1 + φ) / √(1 - φ²))² R²y / (1 - R²y).
 *
 * Assumes a linear model. Hazard: it bounds one thing that was not measured, not errors of measurement or selection.
 */
export function sensitivityModel(
  y: Float64Array,
  predictor: Term,
  { covariates, confidence, rSquaredTimes = 1.3 }: SensitivityOptions,
): SensitivityModel | Unfitted {
  const options = { errors: "classical", confidence } as const;
  const alone = linearModel(y, [predictor], options);
  const full = linearModel(y, [...covariates, predictor], options);
  if (!alone.ok) return alone;
  if (!full.ok) return full;
  if (full.dropped.includes(predictor.name)) return unfitted("no variation");
  const coefficient = rowOf(full, predictor);
  const ofPredictor = linearModel(predictor.values, covariates, options);
  const left = leastSquares(predictor.values, covariates).residual.length ** 2;
  return {
    ok: true,
    coefficient,
    df: full.df,
    robustness: robustnessValue(
      { t: coefficient.statistic, df: full.df },
      { alpha: 1 - confidence },
    ),
    benchmarks: ofPredictor.ok
      ? covariates
          .filter(({ name }) => !full.dropped.includes(name))
          .map((covariate) => benchmarkOf(covariate, { full, ofPredictor }))
      : [],
    selection: selectionOn({
      alone: { value: rowOf(alone, predictor).value, rSquared: alone.rSquared },
      full: { value: coefficient.value, rSquared: full.rSquared },
      rSquaredMost: Math.min(1, rSquaredTimes * full.rSquared),
      variances: {
        outcome: squares(y) / (y.length - 1),
        predictor: squares(predictor.values) / (y.length - 1),
        predictorLeft: left / (y.length - 1),
      },
    }),
  };
}

const rowOf = ({ coefficients }: LinearModel, { name }: Term): Coefficient =>
  coefficients.find(({ term }) => term === name)!;

function benchmarkOf(
  covariate: Term,
  { full, ofPredictor }: { readonly full: LinearModel; readonly ofPredictor: LinearModel },
): Benchmark {
  const partial = (model: LinearModel) => {
    const { statistic } = rowOf(model, covariate);
    return robustnessValue({ t: statistic, df: model.df }).partialRSquared;
  };
  const measured = { ofPredictor: partial(ofPredictor), ofOutcome: partial(full) };
  return { covariate: covariate.name, ...asStrongAs(measured) };
}

function squares(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
