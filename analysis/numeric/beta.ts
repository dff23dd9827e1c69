/**
 * The incomplete beta function, the ground under the t and F distributions.
 *
 * Every function takes x and its complement y = 1 - x: a caller who knows y directly (t² / (df + t²))
 * keeps the digits that 1 - x would lose.
 */
import { deviance, epsilon, nearZero, stirlingError } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";
import { invertTail } from "./quantile.ts";

/** x^a y^b / B(a, b), by saddle point (Loader 2000). */
export function betaMass(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  return (
    Math.sqrt((a * b) / (2 * Math.PI * n)) *
    Math.exp(
      stirlingError(n) -
        stirlingError(a) -
        stirlingError(b) -
        deviance(a, n * x) -
        deviance(b, n * y),
    )
  );
}

/** I_x(a, b), the chance that a beta variable with a, b > 0 is at most x. */
export function betaLower(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x < (a + 1) / (a + b + 2) ? byFraction(x, y, a, b) : 1 - byFraction(y, x, b, a);
}

/** 1 - I_x(a, b), exact where it is tiny. */
export function betaUpper(x: number, a: number, b: number, y = 1 - x): number {
  return betaLower(y, b, a, x);
}

/** The x below which a beta variable lies with chance p. */
export function betaQuantile(p: number, a: number, b: number): number {
  const logit = betaQuantileLogit(p, a, b);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * ln(x / (1 - x)) of the quantile: finite and exact where x itself rounds to 0 or 1.
 * @param start a first guess, where the caller knows a good one
 */
export function betaQuantileLogit(p: number, a: number, b: number, start?: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p > 0.5) return -betaQuantileLogit(1 - p, b, a, start === undefined ? start : -start);
  return invertTail({
    p,
    start: start ?? Math.log(a / b) + normalQuantile(p) * Math.sqrt(1 / a + 1 / b),
    tail: (u) => betaLower(1 / (1 + Math.exp(-u)), a, b, 1 / (1 + Math.exp(u))),
    slope: (u) => betaMass(1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u)), a, b),
  });
}

/** Continued fraction of I_x(a, b) (Abramowitz & Stegun 26.5.8), Lentz's method; quick for x below the mean. */
function byFraction(x: number, y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || nearZero);
  let fraction = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || nearZero);
    c = 1 + even / c || nearZero;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || nearZero);
    c = 1 + odd / c || nearZero;
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 3 * epsilon) return (betaMass(x, y, a, b) / a) * fraction;
  }
}
