/** To the top of a likelihood of several parameters, when a good step is known from everywhere. */

export interface Hill {
  /** The log-likelihood; -Infinity (or NaN) where parameters are impossible. */
  height(at: Float64Array): number;
  /** Fisher's scoring step: the inverse of the expected information times the score. */
  step(at: Float64Array): Float64Array;
}

/**
 * Takes the steps, halving those that lead down, until one is shorter than 1e-9 in every parameter.
 * Undefined where no part of a step leads up or level, or 500 steps do not arrive: there is no top in reach.
 */
export function climb(start: Float64Array, hill: Hill): Float64Array | undefined {
  let [at, height] = [start, hill.height(start)];
  for (let round = 0; round < 500; round++) {
    const step = hill.step(at);
    const next = halved(
      at,
      step,
      (moved) => hill.height(moved) >= height - 1e-12 * Math.abs(height),
    );
    if (next === undefined) return undefined;
    [at, height] = [next, hill.height(next)];
    if (step.every((by) => Math.abs(by) < 1e-9)) return at;
  }
  return undefined;
}

/** The largest of a step, its half, its quarter ... that is good. */
function halved(
  at: Float64Array,
  step: Float64Array,
  good: (moved: Float64Array) => boolean,
): Float64Array | undefined {
  for (let share = 1; share > 1e-8; share /= 2) {
    const moved = at.map((value, i) => value + share * step[i]);
    if (good(moved)) return moved;
  }
  return undefined;
}
