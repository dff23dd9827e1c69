/**
 * How well a model reproduces the covariances of the items, as numbers that are customary to read.
 *
 *   chi-square  N F, F the least value of ln|Σ| - ln|S| + tr(S Σ⁻¹) - p (Jöreskog 1967)
 *   CFI         1 - max(χ² - df, 0) / max(χ²_0 - df_0, χ² - df, 0), χ²_0 of items that know nothing of each other
 *               (Bentler 1990)
 *   TLI         (χ²_0 / df_0 - χ² / df) / (χ²_0 / df_0 - 1) (Tucker & Lewis 1973)
 *   RMSEA       sqrt(max(χ² / df - 1, 0) / N), times the root of the number of groups (Steiger & Lind 1980;
 *               Steiger 1998); interval by the noncentral chi-square (Browne & Cudeck 1992)
 *   SRMR        root mean square of the differences between observed and fitted correlations (Bentler 1995)
 *
 * Customary: CFI and TLI of .95 and more, RMSEA of .06 and less, SRMR of .08 and less (Hu & Bentler 1999).
 *
 * Hazards: in thousands of people chi-square rejects every model; with few degrees of freedom RMSEA is large for
 * models that are right (Kenny, Kaniskan & McCoach 2015); chi-square assumes normal answers.
 */
import type { Interval } from "../association.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { noncentralityOfChiSquare } from "../numeric/noncentral.ts";

export interface ChiSquare {
  readonly statistic: number;
  readonly df: number;
  /** 1 where nothing can fail: no degrees of freedom. */
  readonly p: number;
}

export interface FitIndices {
  readonly chiSquare: ChiSquare;
  /** 0 to 1. */
  readonly cfi: number;
  /** Null without degrees of freedom, as is RMSEA. */
  readonly tli: number | null;
  readonly rmsea: { readonly value: number; readonly interval: Interval } | null;
  readonly srmr: number;
}

export interface Misfit {
  readonly chiSquare: ChiSquare;
  /** Of items that know nothing of each other. */
  readonly baseline: ChiSquare;
  readonly n: number;
  readonly groups: number;
  readonly srmr: number;
}

export const chiSquareOf = (statistic: number, df: number): ChiSquare => ({
  // A model that fits exactly is off by rounding, either way.
  statistic: Math.max(0, statistic),
  df,
  p: df > 0 ? Math.max(chiSquareUpper(Math.max(0, statistic), df), Number.MIN_VALUE) : 1,
});

/** @param confidence of the interval of RMSEA, customarily 0.9 */
export function fitIndices(misfit: Misfit, confidence: number): FitIndices {
  const { chiSquare, baseline, srmr } = misfit;
  const excess = Math.max(0, chiSquare.statistic - chiSquare.df);
  const most = Math.max(baseline.statistic - baseline.df, excess);
  const perDf = (of: ChiSquare) => of.statistic / of.df;
  return {
    chiSquare,
    cfi: most > 0 ? 1 - excess / most : 1,
    tli: chiSquare.df > 0 ? (perDf(baseline) - perDf(chiSquare)) / (perDf(baseline) - 1) : null,
    rmsea: rmseaOf(misfit, confidence),
    srmr,
  };
}

function rmseaOf({ chiSquare, n, groups }: Misfit, confidence: number): FitIndices["rmsea"] {
  const { statistic, df } = chiSquare;
  if (df === 0) return null;
  const at = (noncentrality: number) => Math.sqrt((groups * noncentrality) / (df * n));
  const limit = (p: number) => at(noncentralityOfChiSquare(statistic, df, p));
  return {
    value: at(Math.max(0, statistic - df)),
    interval: { low: limit((1 + confidence) / 2), high: limit((1 - confidence) / 2) },
  };
}
