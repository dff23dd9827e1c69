/** The chi-square distribution with df > 0 degrees of freedom: a gamma variable of shape df/2, doubled. */
import { gammaLower, gammaUpper, logGamma, poissonMass } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";
import { invertTail } from "./quantile.ts";

/** P(X <= x). */
export const chiSquareLower = (x: number, df: number): number => gammaLower(df / 2, x / 2);

/** P(X > x), exact where it is tiny. */
export const chiSquareUpper = (x: number, df: number): number => gammaUpper(df / 2, x / 2);

/** The x with P(X <= x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  const a = df / 2;
  const mass = (u: number) => a * poissonMass(a, Math.exp(u));
  if (p > 0.5) {
    // The upper tail falls in u: solve it in -u.
    const tail = (v: number) => gammaUpper(a, Math.exp(-v));
    const slope = (v: number) => mass(-v);
    return 2 * Math.exp(-invertTail({ p: 1 - p, start: -startAt(p, a), tail, slope }));
  }
  const tail = (u: number) => gammaLower(a, Math.exp(u));
  return 2 * Math.exp(invertTail({ p, start: startAt(p, a), tail, slope: mass }));
}

/** ln of the quantile, roughly: Wilson & Hilferty 1931, or the first term of the series near 0. */
function startAt(p: number, a: number): number {
  const root = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  return root > 0.3 ? Math.log(a) + 3 * Math.log(root) : (Math.log(p) + logGamma(a + 1)) / a;
}
