/** From a tail chance back to the value: one solver for the beta and gamma families. */

export interface Tail {
  /** The chance sought, above 0. */
  readonly p: number;
  /** First guess of u. */
  readonly start: number;
  /** The tail at u: increasing in u, its logarithm concave. */
  readonly tail: (u: number) => number;
  /** Derivative of the tail. */
  readonly slope: (u: number) => number;
}

/**
 * The u with tail(u) = p, by Newton's method on the logarithm of the tail.
 *
 * On the scales used here (logit of a beta, logarithm of a gamma variable) that logarithm is concave:
 * a step from any point lands at or left of the solution, and from there the steps climb without passing
 * it. Where the tail is too small for a number, u moves right until it is not.
 */
export function invertTail({ p, start, tail, slope }: Tail): number {
  let u = start;
  for (let step = 0; step < 200; step++) {
    const at = tail(u);
    if (at < 1e-305) {
      u += 1 + Math.abs(u) / 2;
      continue;
    }
    const change = (Math.log(p / at) * at) / slope(u);
    u += change;
    // The error squares with each step: below this, what is left is less than rounding.
    if (Math.abs(change) < 1e-9 * (1 + Math.abs(u))) return u;
  }
  return u;
}
