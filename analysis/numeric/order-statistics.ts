/** Quantiles of a sample: what can be said of a column without squaring its far values. */

/**
 * The p quantile of ascending values, p from 0 to 1: at (n - 1) p, linear between two of them (type 7 of Hyndman & Fan
 * 1996, the default of R). NaN where there are no values.
 */
export function quantileOf(ascending: Float64Array, p: number): number {
  if (ascending.length === 0) return NaN;
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below];
  const high = ascending[Math.min(below + 1, ascending.length - 1)];
  return low + (position - below) * (high - low);
}

export const medianOf = (values: Float64Array): number => quantileOf(values.toSorted(), 0.5);

/** Median distance from the median, not scaled to a normal standard deviation. */
export function medianDeviation(values: Float64Array): number {
  const middle = medianOf(values);
  return medianOf(values.map((value) => Math.abs(value - middle)));
}
