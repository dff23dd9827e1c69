/**
 * Multiplicity: what a p value is worth when it is one of many.
 *
 * `holm` and `hochberg` bound the chance of a single false finding in the family (Hochberg asks for
 * independent or positively dependent tests, Holm for nothing); `benjaminiHochberg` and
 * `benjaminiYekutieli` bound the expected share of false findings among the findings (the latter under
 * any dependence). All return adjusted p values in the order given: compare them with the level itself.
 *
 * Hazard: the size of the family is the length of the array. Tests left out before are not paid for.
 */

/** p times the number of tests (Bonferroni 1936). Never better than Holm; kept for comparison. */
export const bonferroni = (p: readonly number[]): number[] =>
  checked(p).map((value) => Math.min(1, value * p.length));

/** Step-down: the k-th smallest p times m + 1 - k, never below a smaller one's (Holm 1979). */
export const holm = (p: readonly number[]): number[] => upward(p, (k, m) => m + 1 - k);

/** Step-up with Holm's factors: the least of all larger ones (Hochberg 1988). */
export const hochberg = (p: readonly number[]): number[] => downward(p, (k, m) => m + 1 - k);

/** False discovery rate, independent or positively dependent tests: m / k (Benjamini & Hochberg 1995). */
export const benjaminiHochberg = (p: readonly number[]): number[] => downward(p, (k, m) => m / k);

/** False discovery rate, any dependence: m / k times 1 + 1/2 + ... + 1/m (Benjamini & Yekutieli 2001). */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  let harmonic = 0;
  for (let k = 1; k <= p.length; k++) harmonic += 1 / k;
  return downward(p, (k, m) => (harmonic * m) / k);
}

/** What the k-th smallest of m p values is multiplied by, k from 1. */
type Factor = (k: number, m: number) => number;

/** From the smallest p up: running maximum. */
function upward(p: readonly number[], factor: Factor): number[] {
  const sorted = Float64Array.from(checked(p)).sort();
  const adjusted = new Float64Array(p.length);
  let most = 0;
  for (let rank = 0; rank < p.length; rank++) {
    most = Math.max(most, sorted[rank] * factor(rank + 1, p.length));
    adjusted[rank] = Math.min(1, most);
  }
  return lookedUp(p, sorted, adjusted);
}

/** From the largest p down: running minimum. */
function downward(p: readonly number[], factor: Factor): number[] {
  const sorted = Float64Array.from(checked(p)).sort();
  const adjusted = new Float64Array(p.length);
  let least = 1;
  for (let rank = p.length - 1; rank >= 0; rank--) {
    least = Math.min(least, sorted[rank] * factor(rank + 1, p.length));
    adjusted[rank] = least;
  }
  return lookedUp(p, sorted, adjusted);
}

/** What each p has become, by its place among the sorted; equal ones have become the same. */
function lookedUp(p: readonly number[], sorted: Float64Array, adjusted: Float64Array): number[] {
  return p.map((value) => {
    let [low, high] = [0, sorted.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return adjusted[low];
  });
}

function checked(p: readonly number[]): readonly number[] {
  for (const value of p)
    if (!(value >= 0 && value <= 1))
      throw new RangeError(`adjusting for multiplicity requires p from 0 to 1, got ${value}`);
  return p;
}
