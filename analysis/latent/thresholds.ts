/** Where a normal variable is cut into the categories of an answer. */
import type { Margin } from "../methods/margin.ts";
import { normalQuantile } from "../numeric/normal.ts";

/** Ascending cuts of the two latent variables, one fewer than their categories. */
export interface Thresholds {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The cuts that leave below them the share of the mass up to each category but the last. */
export function cutsOf({ mass, total }: Pick<Margin, "mass" | "total">): Float64Array {
  let below = 0;
  return mass.subarray(0, -1).map((here) => normalQuantile((below += here) / total));
}
