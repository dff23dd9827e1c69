/** Student's t distribution with df > 0 degrees of freedom (not necessarily whole). */
import { betaLower, betaQuantileLogit } from "./beta.ts";

/** P(|T| > |t|). */
export function tTwoSided(t: number, df: number): number {
  const squared = t * t;
  if (squared === Infinity) return 0;
  return betaLower(df / (df + squared), df / 2, 0.5, squared / (df + squared));
}

/** P(T <= t). */
export function tLower(t: number, df: number): number {
  const tail = tTwoSided(t, df) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** P(T > t). */
export const tUpper = (t: number, df: number): number => tLower(-t, df);

/** The t with P(T <= t) = p. For an upper tail pass its chance and change the sign. */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const twoSided = 2 * Math.min(p, 1 - p);
  // x = df / (df + t²) is a beta variable, and t² = df * (1 - x) / x.
  const size = Math.sqrt(df * Math.exp(-betaQuantileLogit(twoSided, df / 2, 0.5)));
  return p < 0.5 ? -size : size;
}
