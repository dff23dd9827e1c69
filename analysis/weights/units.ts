/** Who was drawn together: primary sampling units in their strata, and the bootstrap that draws them again. */
import { marginOf } from "../methods/margin.ts";
import type { Stream } from "../numeric/random.ts";

/** Units numbered stratum by stratum, so that those of a stratum stand together. */
export interface Units {
  /** Per person, the number of their unit. */
  readonly unitOf: Int32Array;
  readonly strata: readonly Stratum[];
}

export interface Stratum {
  readonly code: number;
  /** Units start, ..., start + size - 1. */
  readonly start: number;
  readonly size: number;
  /** Units in the population; undefined where they were drawn with replacement, or nearly so. */
  readonly population: number | undefined;
}

/** One code per person, none missing; a cluster's code may return in another stratum. */
export interface Drawn {
  readonly strata?: Float64Array;
  readonly clusters?: Float64Array;
  readonly population?: Float64Array;
}

export function unitsOf({ strata, clusters, population }: Drawn, people: number): Units {
  const stratum = marginOf(strata ?? new Float64Array(people));
  const cluster =
    clusters === undefined
      ? { codes: Int32Array.from({ length: people }, (_, i) => i), values: { length: people } }
      : marginOf(clusters);
  const width = cluster.values.length;
  const unit = marginOf(
    Float64Array.from(stratum.codes, (code, i) => code * width + cluster.codes[i]),
  );
  const size = new Int32Array(stratum.values.length);
  for (const value of unit.values) size[Math.floor(value / width)]++;
  const known = new Float64Array(size.length);
  if (population !== undefined) stratum.codes.forEach((code, i) => (known[code] = population[i]));
  let start = 0;
  const found = Array.from(size, (n, at): Stratum => {
    const first = start;
    start += n;
    const all = population === undefined ? undefined : known[at];
    return { code: stratum.values[at], start: first, size: n, population: all };
  });
  return { unitOf: unit.codes, strata: found };
}

/**
 * The rescaling bootstrap (Rao & Wu 1988; Rao, Wu & Yue 1992): in each stratum n - 1 of its n units are drawn with
 * replacement, and a unit drawn k times counts
 *
 *   1 - λ + λ k n / (n - 1),   λ = sqrt(1 - n / N),
 *
 * λ = 1 where the population of N units is not given. The variance of a weighted total over the replicates is then that
 * of `totalOf` in expectation. A stratum with a single unit has nothing to be drawn from: it is kept as it is.
 *
 * @param factors receives one number per unit
 */
export function drawUnits({ strata }: Units, source: Stream, factors: Float64Array): void {
  for (const { start, size, population } of strata) {
    if (size === 1) {
      factors[start] = 1;
      continue;
    }
    factors.fill(0, start, start + size);
    for (let draw = 1; draw < size; draw++) factors[start + source.below(size)]++;
    const fresh = population === undefined ? 1 : Math.sqrt(1 - size / population);
    const scale = (fresh * size) / (size - 1);
    for (let unit = start; unit < start + size; unit++)
      factors[unit] = 1 - fresh + scale * factors[unit];
  }
}
