/**
 * The gamma function and the incomplete gamma function, the ground under the normal and chi-square
 * distributions.
 *
 * Factors such as x^a e^-x / Γ(a) are never formed from large logarithms that cancel: they are written
 * as a "saddle point" times two small corrections (Loader 2000, Fast and accurate computation of binomial
 * probabilities), so relative accuracy near 1e-13 holds far into both tails and for a up to 1e7.
 */

const halfLogTwoPi = 0.9189385332046727;

/** Relative change at which series and continued fractions stop. */
export const epsilon = 1e-16;
/** Stands for zero in a continued fraction (Lentz 1976), where zero would divide. */
export const nearZero = 1e-300;

/**
 * δ(x) = ln Γ(x) - (x - ½) ln x + x - ½ ln 2π, for x > 0: what Stirling's formula leaves out.
 * Asymptotic series from 10 upwards; below, the recurrence δ(x) = δ(x+1) + (x + ½) ln(1 + 1/x) - 1.
 */
export function stirlingError(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift += (at + 0.5) * Math.log1p(1 / at) - 1;
  const s = 1 / (at * at);
  const series =
    1 / 12 -
    s *
      (1 / 360 -
        s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156))))));
  return shift + series / at;
}

/** ln Γ(x) for x > 0, absolute error near 1e-16 times its size (or 1e-16 where it is small). */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
}

/** x ln(x/mean) + mean - x, without cancellation where x is near mean (Loader 2000). */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  const squared = v * v;
  let power = 2 * x * v;
  let sum = difference * v;
  for (let j = 3; ; j += 2) {
    power *= squared;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** mean^x e^-mean / Γ(x+1), for real x > 0: the Poisson probability of x where x is whole. */
export function poissonMass(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** P(a, x), the chance that a gamma variable of shape a > 0 is at most x. */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? bySeries(a, x) : 1 - byFraction(a, x);
}

/** Q(a, x) = 1 - P(a, x), exact where it is tiny. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - bySeries(a, x) : byFraction(a, x);
}

/** P(a, x) = mass * (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...). */
function bySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = a + 1; term > epsilon * sum; k += 1) {
    term *= x / k;
    sum += term;
  }
  return poissonMass(a, x) * sum;
}

/** Q(a, x) by Legendre's continued fraction, evaluated as in Lentz 1976. */
function byFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / nearZero;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; ; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b || nearZero);
    c = b + numerator / c || nearZero;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2 * epsilon) return poissonMass(a, x) * a * fraction;
  }
}
