/** Weights that nobody dominates. */
import { medianInPlace, medianOf } from "../numeric/order-statistics.ts";
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
export function trimming(rake: Raker, people: number, { times }: TrimOptions): Raker {
  if (!(times >= 1)) throw new RangeError(`trimming requires times of at least 1, got ${times}`);
  const room = new Float64Array(people);
  const before = new Float64Array(people);
  return (weights, counts) => {
    let fit: Fit = rake(weights, counts);
    for (let trims = 0; trims < mostTrims && fit.misfit <= settled; trims++) {
      const counted = whoCount(weights, counts, room);
      const most = largest(counted);
      if (medianReaches(most / times, counted)) break;
      const cap = times * medianInPlace(counted);
      if (!(most > cap * (1 + settled))) break;
      before.set(weights);
      for (let i = 0; i < people; i++) if (weights[i] > cap) weights[i] = cap;
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
export const inMedians = (weights: Float64Array): number => largest(weights) / medianOf(weights);

function whoCount(
  weights: Float64Array,
  counts: Float64Array | undefined,
  room: Float64Array,
): Float64Array {
  let kept = 0;
  for (let i = 0; i < weights.length; i++)
    if (counts === undefined || counts[i] > 0) room[kept++] = weights[i];
  return room.subarray(0, kept);
}

/** Where more than half reach a weight, so does the median: no need to look for it. */
function medianReaches(least: number, weights: Float64Array): boolean {
  let reach = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i] >= least) reach++;
  return reach > weights.length / 2 + 1;
}

function largest(weights: Float64Array): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i] > most) most = weights[i];
  return most;
}
