/** Who was drawn together: primary sampling units in their strata, and what that does to a variance. */
import { marginOf, type Margin } from "../methods/margin.ts";
import type { Stream } from "../numeric/random.ts";
import { pick } from "../rows.ts";

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
  /** Absent: one stratum. */
  readonly strata?: ArrayLike<number>;
  /** Absent: everybody is a unit. */
  readonly clusters?: ArrayLike<number>;
  /** Units of the whole population in the person's stratum; absent: drawn with replacement, or nearly so. */
  readonly population?: ArrayLike<number>;
}

export function unitsOf({ strata, clusters, population }: Drawn, people: number): Units {
  const stratum = marginOf(
    strata === undefined ? new Float64Array(people) : Float64Array.from(strata),
  );
  const { unitOf, size } = clusters === undefined ? alone(stratum) : together(stratum, clusters);
  const known = new Float64Array(size.length);
  if (population !== undefined)
    for (let i = 0; i < people; i++) known[stratum.codes[i]] = population[i];
  let start = 0;
  const found = Array.from(size, (n, at): Stratum => {
    const first = start;
    start += n;
    const all = population === undefined ? undefined : known[at];
    return { code: stratum.values[at], start: first, size: n, population: all };
  });
  return { unitOf, strata: found };
}

interface Numbered {
  readonly unitOf: Int32Array;
  /** Units in each stratum. */
  readonly size: Int32Array;
}

/** Everybody is a unit. */
function alone({ codes, mass }: Margin): Numbered {
  const size = Int32Array.from(mass);
  const next = new Int32Array(size.length);
  for (let h = 1; h < next.length; h++) next[h] = next[h - 1] + size[h - 1];
  const unitOf = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) unitOf[i] = next[codes[i]]++;
  return { unitOf, size };
}

/** Clusters are units, in every stratum others. */
function together(stratum: Margin, clusters: ArrayLike<number>): Numbered {
  const cluster = marginOf(Float64Array.from(clusters));
  const width = cluster.values.length;
  const both = new Float64Array(stratum.codes.length);
  for (let i = 0; i < both.length; i++) both[i] = stratum.codes[i] * width + cluster.codes[i];
  const unit = marginOf(both);
  const size = new Int32Array(stratum.values.length);
  for (const value of unit.values) size[Math.floor(value / width)]++;
  return { unitOf: unit.codes, size };
}

/** One entry per person of a table; people without a positive weight do not count. */
export interface Weighed extends Drawn {
  /** Absent: everybody counts once, and was drawn alone. */
  readonly weights?: Float64Array | undefined;
}

/** Whether a design says more than that everybody was drawn alone from very many. */
export const isDrawnTogether = ({ strata, clusters, population }: Drawn): boolean =>
  strata !== undefined || clusters !== undefined || population !== undefined;

/** How the people at some of the rows were drawn. */
export const drawnAmong = (
  { strata, clusters, population }: Drawn,
  rows: ArrayLike<number>,
): Drawn => ({
  ...(strata && { strata: pick(strata, rows) }),
  ...(clusters && { clusters: pick(clusters, rows) }),
  ...(population && { population: pick(population, rows) }),
});

/** The units of the people at these rows of a table; undefined where everybody was drawn alone. */
export const unitsAmong = (drawn: Drawn, rows: ArrayLike<number>): Units | undefined =>
  isDrawnTogether(drawn) ? unitsOf(drawnAmong(drawn, rows), rows.length) : undefined;

/** Units less strata: the degrees of freedom of a design. */
export const degreesOf = ({ strata }: Units): number =>
  strata.reduce((sum, { size }) => sum + size - 1, 0);

/**
 * People's scores as one number per unit, such that two sets of scores have the covariance of their totals as the
 * product of their numbers: Σ_h (1 - n_h/N_h) n_h/(n_h - 1) Σ_i (T_hi - T̄_h)(S_hi - S̄_h) over the totals T_hi, S_hi of
 * the units of stratum h (Woodruff 1971). A stratum with a single unit is held against 0, the mean of all scores of a
 * linearised statistic.
 */
export function deviationsOf(scores: ArrayLike<number>, { unitOf, strata }: Units): Float64Array {
  const last = strata.at(-1);
  const totals = new Float64Array(last === undefined ? 0 : last.start + last.size);
  for (let i = 0; i < unitOf.length; i++) totals[unitOf[i]] += scores[i];
  for (const { start, size, population } of strata) {
    let sum = 0;
    for (let unit = start; unit < start + size; unit++) sum += totals[unit];
    const mean = size === 1 ? 0 : sum / size;
    const finite = population === undefined ? 1 : Math.max(0, 1 - size / population);
    const scale = Math.sqrt(finite * (size === 1 ? 1 : size / (size - 1)));
    for (let unit = start; unit < start + size; unit++)
      totals[unit] = scale * (totals[unit] - mean);
  }
  return totals;
}

/**
 * The rescaling bootstrap (Rao & Wu 1988; Rao, Wu & Yue 1992): in each stratum n - 1 of its n units are drawn with
 * replacement, and a unit drawn k times counts
 *
 *   1 - λ + λ k n / (n - 1),   λ = sqrt(1 - n / N),
 *
 * λ = 1 where the population of N units is not given. The variance of a weighted total over the replicates is then that
 * of `deviationsOf` in expectation. A stratum with a single unit has nothing to be drawn from: it is kept as it is.
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
