/** Student's t distribution with df > 0 degrees of freedom (not necessarily whole). */
import { betaLower, betaQuantileLogit } from "./beta.ts";
import { normalQuantile } from "./normal.ts";

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
  if (!(df > 0 && p >= 0 && p <= 1))
    throw new RangeError(`tQuantile requires df above 0 and p from 0 to 1, got ${df} and ${p}`);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // x = df / (df + t²) is a beta variable, and t² = df * (1 - x) / x.
  const start = Math.log(df) - 2 * Math.log(nearQuantile(tail, df));
  const size = Math.sqrt(df * Math.exp(-betaQuantileLogit(2 * tail, df / 2, 0.5, start)));
  return p < 0.5 ? -size : size;
}

/** The size of t from that of z by two terms of its expansion in 1/df (Fisher & Cornish 1960). */
function nearQuantile(tail: number, df: number): number {
  const z = -normalQuantile(tail);
  const square = z * z;
  return z * (1 + (square + 1) / (4 * df) + ((5 * square + 16) * square + 3) / (96 * df * df));
}
