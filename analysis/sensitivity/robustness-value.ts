import { tQuantile } from "../numeric/student-t.ts";

export interface Tested {
  /** The coefficient in its standard errors. */
  readonly t: number;
  /** Of the model: n less its rows. */
  readonly df: number;
  /** On which the t is judged, where its error is known worse than that; absent: df. */
  readonly dfOfError?: number;
}

export interface RobustnessOptions {
  /** Which share of the estimate is to be explained away; absent: all of it (1). */
  readonly share?: number;
  /** Level of the test; absent: 0.05. */
  readonly alpha?: number;
}

export interface Robustness {
  /** t² / (t² + df): share of what the covariates leave of the outcome that the predictor explains. */
  readonly partialRSquared: number;
  /** Of the estimate, 0 to 1. */
  readonly value: number;
  /** Of its significance: 0 where it is not significant; null with fewer than 2 degrees of freedom. */
  readonly ofSignificance: number | null;
}

/**
 * Robustness value: which share of what is left of both the predictor and the outcome an unmeasured variable would
 * have to explain to bring the estimate down by `share`, or to make it insignificant (Cinelli & Hazlett 2020, eq.
 * 14 and 18).
 *
 *   f = share |t| / √df,  RV = (√(f⁴ + 4 f²) - f²) / 2
 *   with the level: f less f* = t* / √(df-1), t* the quantile on one degree less than the t is judged on;
 *   where f > 1 / f* it is (f² - f*²) / (1 + f²)
 *
 * Hazard: 0.1 is much where the measured covariates explain 0.02, and little where they explain 0.3: quote it beside
 * the benchmarks (`sensitivityModel`).
 */
export function robustnessValue(
  { t, df, dfOfError = df }: Tested,
  { share = 1, alpha = 0.05 }: RobustnessOptions = {},
): Robustness {
  const f = (share * Math.abs(t)) / Math.sqrt(df);
  return {
    partialRSquared: 1 / (1 + df / (t * t)),
    value: neededFor(f, 0),
    ofSignificance:
      dfOfError < 2 ? null : neededFor(f, -tQuantile(alpha / 2, dfOfError - 1) / Math.sqrt(df - 1)),
  };
}

function neededFor(f: number, critical: number): number {
  const above = f - critical;
  if (above <= 0) return 0;
  // Of a perfect fit f is infinite: only ratios to it may stand here.
  if (f * critical > 1) return (1 - (critical / f) ** 2) / (1 + 1 / (f * f));
  // (√(a⁴ + 4 a²) - a²) / 2 without the difference of two large numbers.
  return 2 / (1 + Math.sqrt(1 + 4 / (above * above)));
}
