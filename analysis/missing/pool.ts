import type { Interval } from "../association.ts";
import { coefficientOf } from "../models/terms.ts";

export interface Imputed {
  /** The estimate from each completed data set. */
  readonly values: readonly number[];
  /** Its squared standard error there. */
  readonly variances: readonly number[];
  /** Degrees of freedom the complete data would have (n less parameters); absent: very many. */
  readonly df?: number;
}

export interface Pooled {
  readonly value: number;
  readonly se: number;
  readonly df: number;
  readonly interval: Interval;
  /** Mean squared error inside the data sets, variance of the estimate between them, and both together. */
  readonly within: number;
  readonly between: number;
  readonly total: number;
  /** Which share of what complete data would tell is lost, 0 to 1. */
  readonly missingInformation: number;
}

/**
 * One estimate from several imputations of the missing numbers (Rubin 1987): the mean, with total variance
 * T = W + (1 + 1/m) B. Degrees of freedom after Barnard & Rubin 1999, which never exceed those of complete data:
 *   λ = (1 + 1/m) B / T,  1 / df = λ² / (m - 1) + (ν + 3) / ((ν + 1) ν (1 - λ)),  ν those of complete data.
 *
 * Pool what is close to normal: atanh r with variance 1 / (n - 3), not r; log odds ratios, not ratios.
 *
 * Hazards: 20 imputations or more; the imputation model must hold the outcome and everything of the analysis.
 */
export function pool({ values, variances, df = Infinity }: Imputed, confidence: number): Pooled {
  const m = values.length;
  if (m < 2 || variances.length !== m)
    throw new RangeError(
      `pool requires 2 or more values with variances, got ${m} and ${variances.length}`,
    );
  const value = mean(values);
  const within = mean(variances);
  const between = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  const lost = total > 0 ? added / total : 0;
  const complete = df < Infinity ? (df + 3) / ((df + 1) * df * (1 - lost)) : 0;
  const pooledDf = 1 / (lost ** 2 / (m - 1) + complete);
  const se = Math.sqrt(total);
  const { interval } = coefficientOf({ term: "", value, se }, { df: pooledDf, confidence });
  return {
    value,
    se,
    df: pooledDf,
    interval,
    within,
    between,
    total,
    missingInformation: lost + ((1 - lost) * 2) / (pooledDf + 3),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
