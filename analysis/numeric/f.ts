/** The F distribution with d1 and d2 > 0 degrees of freedom. */
import { betaLower, betaQuantileLogit } from "./beta.ts";

/** P(F <= f). */
export function fLower(f: number, d1: number, d2: number): number {
  if (!(f > 0)) return 0;
  const sum = d1 * f + d2;
  return sum === Infinity ? 1 : betaLower((d1 * f) / sum, d1 / 2, d2 / 2, d2 / sum);
}

/** P(F > f), exact where it is tiny. */
export function fUpper(f: number, d1: number, d2: number): number {
  if (!(f > 0)) return 1;
  const sum = d1 * f + d2;
  return sum === Infinity ? 0 : betaLower(d2 / sum, d2 / 2, d1 / 2, (d1 * f) / sum);
}

/** The f with P(F <= f) = p. */
export function fQuantile(p: number, d1: number, d2: number): number {
  return (d2 / d1) * Math.exp(betaQuantileLogit(p, d1 / 2, d2 / 2));
}
