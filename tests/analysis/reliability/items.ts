/** Items that measure one thing, as well as their loadings say. */
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";

/** Per item loading x factor + its own part, so that each has variance loading² + 1. */
export function oneFactorItems(
  n: number,
  loadings: readonly number[],
  seed: number,
): Float64Array[] {
  const chance = stream(seed);
  const normal = () => normalQuantile(chance.uniform());
  const factor = Float64Array.from({ length: n }, normal);
  return loadings.map((loading) => factor.map((value) => loading * value + normal()));
}

/** What omega is of such items in the population. */
export function omegaOf(loadings: readonly number[]): number {
  const shared = loadings.reduce((sum, by) => sum + by, 0) ** 2;
  return shared / (shared + loadings.length);
}
