/** Weights that nobody dominates. */
import { medianOf } from "../numeric/order-statistics.ts";
import { settled, type Fit, type Raker } from "./raker.ts";

export interface TrimOptions {
  /** No weight may be larger than this many times the median weight. */
  readonly times: number;
}

const mostTrims = 50;

/**
 * A raker that also trims: weights above `times` medians are cut to that and all raked again, until none is above
 * (Potter 1990). The margins stay met; where they do not allow the cap, the weights stay as near it as they came.
 *
 * Under `counts` the weight of a person, not that of all their copies, is held against the median of those who count.
 */
export function trimming(rake: Raker, { times }: TrimOptions): Raker {
  if (!(times >= 1)) throw new RangeError(`trimming requires times of at least 1, got ${times}`);
  return (weights, counts) => {
    let fit: Fit = rake(weights, counts);
    for (let trims = 0; trims < mostTrims && fit.misfit <= settled; trims++) {
      if (!mayExceed(times, weights, counts)) break;
      const cap = times * medianOf(counting(weights, counts));
      if (!(mostOf(weights, counts) > cap * (1 + settled))) break;
      const before = weights.slice();
      for (let i = 0; i < weights.length; i++) weights[i] = Math.min(weights[i], cap);
      const again = rake(weights, counts);
      if (again.misfit > settled) {
        weights.set(before);
        break;
      }
      fit = again;
    }
    return fit;
  };
}

/** The largest weight in medians. */
export const inMedians = (weights: Float64Array): number => mostOf(weights) / medianOf(weights);

/** Where more than half reach the largest weight over `times`, so does the median: no need to sort for it. */
function mayExceed(times: number, weights: Float64Array, counts?: Float64Array): boolean {
  const least = mostOf(weights, counts) / times;
  let people = 0;
  let reach = 0;
  for (let i = 0; i < weights.length; i++) {
    if (counts !== undefined && !(counts[i] > 0)) continue;
    people++;
    if (weights[i] >= least) reach++;
  }
  return reach <= people / 2 + 1;
}

function mostOf(weights: Float64Array, counts?: Float64Array): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++)
    if ((counts === undefined || counts[i] > 0) && weights[i] > most) most = weights[i];
  return most;
}

const counting = (weights: Float64Array, counts?: Float64Array): Float64Array =>
  counts === undefined ? weights : weights.filter((_, i) => counts[i] > 0);
