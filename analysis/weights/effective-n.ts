/** How many equally weighted answers would tell as much. */

interface Weights {
  /** One per person, or the sum per cell. */
  readonly weight?: Float64Array;
  /** The sum of squares per cell; absent: every cell is one person. */
  readonly weightSquared?: Float64Array;
}

/**
 * (Σw)² / Σw² (Kish 1965): n where all weights are equal, less the more they differ. It describes the price
 * of weighting; intervals and p come from the linearised error, never from this number.
 */
export function effectiveN({ weight = new Float64Array(), weightSquared }: Weights): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weight.length; i++) {
    sum += weight[i];
    squares += weightSquared === undefined ? weight[i] * weight[i] : weightSquared[i];
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}
