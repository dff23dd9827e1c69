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

export const medianOf = (values: Float64Array): number => medianInPlace(values.slice());

/** The same, leaving the values in another order; none may be NaN. */
export function medianInPlace(values: Float64Array): number {
  const middle = (values.length - 1) >> 1;
  if (values.length === 0) return NaN;
  const low = select(values, middle);
  if (values.length % 2 === 1) return low;
  let high = Infinity;
  for (let i = middle + 1; i < values.length; i++) high = Math.min(high, values[i]);
  return low + 0.5 * (high - low);
}

/** Hoare 1961: moves the k-th smallest value to place k, smaller ones before it and larger ones behind. */
function select(values: Float64Array, k: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[k];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swapped = values[i];
      values[i++] = values[j];
      values[j--] = swapped;
    }
    if (j < k) left = i;
    if (i > k) right = j;
  }
  return values[k];
}

/** Median distance from the median, not scaled to a normal standard deviation. */
export function medianDeviation(values: Float64Array): number {
  const middle = medianOf(values);
  return medianOf(values.map((value) => Math.abs(value - middle)));
}
