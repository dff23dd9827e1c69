/**
 * The bivariate normal distribution: what two answers on ordered scales have in common if each is a cut normal variable.
 *
 * Drezner & Wesolowsky 1990 with the refinements of Genz 2004: an integral of the density over the correlation, from 0
 * where the two are independent, or from 1 where it is high and one nearly determines the other. Absolute error near 1e-15.
 */
import { gaussLegendre } from "./gauss-legendre.ts";
import { normalLower, normalUpper } from "./normal.ts";

/** P(X <= h, Y <= k) for standard normal X and Y with correlation rho, -1 to 1. */
export function bivariateNormalLower(h: number, k: number, rho: number): number {
  if (h === -Infinity || k === -Infinity) return 0;
  if (h === Infinity) return normalLower(k);
  if (k === Infinity) return normalLower(h);
  const p = Math.abs(rho) < 0.925 ? fromIndependence(h, k, rho) : fromEquality(h, k, rho);
  return Math.max(0, Math.min(1, p));
}

/** Φ(h) Φ(k) + 1/2π ∫_0^{asin rho} exp(-(h² + k² - 2 h k sin t) / (2 cos² t)) dt (Genz 2004, eq. 3). */
function fromIndependence(h: number, k: number, rho: number): number {
  const half = Math.asin(rho) / 2;
  const squares = (h * h + k * k) / 2;
  let sum = 0;
  for (const { at, weight } of nodes) {
    const sine = Math.sin(half * (1 + at));
    sum += weight * Math.exp((sine * h * k - squares) / (1 - sine * sine));
  }
  return normalLower(h) * normalLower(k) + (half * sum) / (2 * Math.PI);
}

/**
 * The same integral from the other end, in x = sqrt(1 - r²) from 0 to sqrt(1 - rho²). Its integrand
 * exp(-(h - k)² / 2x² - h k / (1 + r)) / r is steep near 0: there its expansion exp(-(h - k)² / 2x² - h k / 2)
 * (1 + c x² (1 + d x²)) is integrated in closed form, and only the difference numerically (Genz 2004, eq. 6).
 */
function fromEquality(h: number, signedK: number, rho: number): number {
  const k = rho < 0 ? -signedK : signedK;
  const product = h * k;
  const gap = (h - k) ** 2;
  const square = (1 - rho) * (1 + rho);
  const end = Math.sqrt(square);
  const c = (4 - product) / 8;
  const d = (12 - product) / 16;
  let integral = 0;
  if (end > 0) {
    const edge = end * Math.exp(-(gap / square + product) / 2);
    integral =
      edge * (1 - (c * (gap - square) * (1 - (d * gap) / 5)) / 3 + (c * d * square ** 2) / 5);
    const tail = Math.sqrt(2 * Math.PI * gap) * normalUpper(Math.sqrt(gap) / end);
    if (tail > 0)
      integral -= Math.exp(-product / 2) * tail * (1 - (c * gap * (1 - (d * gap) / 5)) / 3);
    for (const { at, weight } of nodes) {
      const x = ((end / 2) * (1 + at)) ** 2;
      const r = Math.sqrt(1 - x);
      const exact = Math.exp((-product * (1 - r)) / (2 * (1 + r))) / r;
      const difference = exact - (1 + c * x * (1 + d * x));
      integral += (end / 2) * weight * Math.exp(-(gap / x + product) / 2) * difference;
    }
  }
  const missing = integral / (2 * Math.PI);
  return rho > 0
    ? normalLower(Math.min(h, k)) - missing
    : Math.max(0, normalLower(h) - normalLower(k)) + missing;
}

const nodes = gaussLegendre(20);
