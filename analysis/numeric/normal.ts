/** The normal distribution: both tails to full relative accuracy, and its quantile. */
import { gammaLower, gammaUpper } from "./gamma.ts";

const rootTwoPi = 2.5066282746310002;

export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / rootTwoPi;

/** P(Z <= z). */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/** P(Z > z), down to 5e-324 at z = 38.4. */
export function normalUpper(z: number): number {
  const half = 0.5 * z * z;
  return z > 0 ? 0.5 * gammaUpper(0.5, half) : 0.5 + 0.5 * gammaLower(0.5, half);
}

/**
 * The z with P(Z <= z) = p; -Infinity and Infinity at 0 and 1. Relative error near 1e-16.
 * Wichura 1988, algorithm AS 241 (PPND16): three ratios of polynomials of degree 7.
 * For an upper tail pass its chance and change the sign: 1 - p would lose its digits.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, central);
  const tail = Math.min(p, 1 - p);
  if (!(tail > 0)) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? ratio(r - 1.6, middle) : ratio(r - 5, far);
  return q < 0 ? -z : z;
}

interface Ratio {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

const ratio = (r: number, { numerator, denominator }: Ratio): number =>
  polynomial(r, numerator) / polynomial(r, denominator);

function polynomial(r: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * r + coefficients[i]!;
  return sum;
}

/** Coefficients by ascending power, from AS 241. */
const central: Ratio = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852546,
  ],
};
const middle: Ratio = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const far: Ratio = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
