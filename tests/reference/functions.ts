/** The special functions of functions.json. */
import { betaLower } from "../../analysis/numeric/beta.ts";
import { bivariateNormalLower } from "../../analysis/numeric/bivariate-normal.ts";
import {
  chiSquareLower,
  chiSquareQuantile,
  chiSquareUpper,
} from "../../analysis/numeric/chi-square.ts";
import { fLower, fQuantile, fUpper } from "../../analysis/numeric/f.ts";
import { logGamma } from "../../analysis/numeric/gamma.ts";
import { noncentralChiSquareLower } from "../../analysis/numeric/noncentral.ts";
import { normalLower, normalQuantile, normalUpper } from "../../analysis/numeric/normal.ts";
import { tLower, tQuantile, tTwoSided } from "../../analysis/numeric/student-t.ts";
import type { Tolerance } from "./corpus.ts";

type Special = (...args: number[]) => number;

export const specialFunctions: Readonly<Record<string, Special>> = {
  beta_cdf: (x, a, b) => betaLower(x!, a!, b!),
  bivariate_normal_cdf: (h, k, rho) => bivariateNormalLower(h!, k!, rho!),
  chisq_cdf: (x, df) => chiSquareLower(x!, df!),
  chisq_quantile: (p, df) => chiSquareQuantile(p!, df!),
  chisq_sf: (x, df) => chiSquareUpper(x!, df!),
  f_cdf: (f, d1, d2) => fLower(f!, d1!, d2!),
  f_quantile: (p, d1, d2) => fQuantile(p!, d1!, d2!),
  f_sf: (f, d1, d2) => fUpper(f!, d1!, d2!),
  log_gamma: (x) => logGamma(x!),
  noncentral_chisq_cdf: (x, df, lambda) => noncentralChiSquareLower(x!, df!, lambda!),
  normal_cdf: (z) => normalLower(z!),
  normal_quantile: (p) => normalQuantile(p!),
  normal_sf: (z) => normalUpper(z!),
  t_cdf: (t, df) => tLower(t!, df!),
  t_quantile: (p, df) => tQuantile(p!, df!),
  t_two_sided_p: (t, df) => tTwoSided(t!, df!),
};

/** functions.json states none: chances relatively, however small, but those of two variables absolutely. */
export const toleranceOf = (f: string): Tolerance => tolerances[f] ?? { abs: 1e-300, rel: 1e-10 };

const tolerances: Readonly<Record<string, Tolerance>> = {
  bivariate_normal_cdf: { abs: 1e-14 },
  // R's own F quantile is good to nine digits.
  f_quantile: { rel: 1e-8 },
};
