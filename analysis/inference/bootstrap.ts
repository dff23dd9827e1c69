/**
 * The bootstrap: how much a number would differ among other people of the same kind.
 *
 * A replicate says how often each person is drawn. Replicate b depends on the seed, the address and b
 * alone, never on who computes it or when. How people are drawn is the resampler's: one by one here, by strata and
 * clusters and with weights made anew in `weights/weighting.ts`.
 */
import type { Interval } from "../association.ts";
import { normalLower, normalQuantile } from "../numeric/normal.ts";
import { type Stream, stream } from "../numeric/random.ts";

/** Several statistics, many times: replicate by replicate. */
export interface Replicates {
  readonly count: number;
  readonly width: number;
  /** count x width. */
  readonly values: Float64Array;
}

/** Statistics of the people, counted so many times each. The counts are overwritten afterwards. */
export type Statistic = (counts: Float64Array) => Float64Array;

/** Writes how often each person counts in one replicate; the stream decides it alone. */
export type Resampler = (source: Stream, counts: Float64Array) => void;

export interface Resampling {
  readonly people: number;
  /** How many, or which: from one number up to, without, another. */
  readonly replicates: number | { readonly from: number; readonly to: number };
  readonly seed: number;
  /** What the replicates belong to, such as the number of the outcome. */
  readonly address?: number;
  /** Absent: `oneByOne`. */
  readonly resample?: Resampler;
  readonly onReplicate?: (done: number) => void;
}

export function bootstrap(statistic: Statistic, resampling: Resampling): Replicates {
  const { people, replicates, seed, address = 0, onReplicate } = resampling;
  const { resample = oneByOne(people) } = resampling;
  const { from, to } = typeof replicates === "number" ? { from: 0, to: replicates } : replicates;
  const counts = new Float64Array(people);
  const rows: Float64Array[] = [];
  for (let replicate = from; replicate < to; replicate++) {
    resample(stream(seed, address, replicate), counts);
    rows.push(statistic(counts));
    onReplicate?.(replicate - from + 1);
  }
  return stacked(rows);
}

/**
 * Everybody drawn on their own: n draws with replacement (Efron 1979). With survey weights n - 1 draws, each counting
 * n / (n - 1) times on top of the weight (Rao & Wu 1988), which makes the variance of a weighted mean unbiased.
 */
export function oneByOne(
  people: number,
  { weighted = false }: { readonly weighted?: boolean } = {},
): Resampler {
  const draws = weighted ? people - 1 : people;
  return (source, counts) => {
    counts.fill(0);
    for (let draw = 0; draw < draws; draw++) counts[source.below(people)]++;
    if (weighted) for (let i = 0; i < people; i++) counts[i] *= people / draws;
  };
}

/** The statistics with each person left out once. */
export function jackknife(statistic: Statistic, people: number): Replicates {
  const counts = new Float64Array(people);
  return stacked(
    Array.from({ length: people }, (_, out) => {
      counts.fill(1);
      counts[out] = 0;
      return statistic(counts);
    }),
  );
}

export function stacked(rows: readonly Float64Array[]): Replicates {
  const width = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * width);
  for (const [at, row] of rows.entries()) values.set(row, at * width);
  return { count: rows.length, width, values };
}

/** Portions of replicates one after the other. */
export function joined(portions: readonly Replicates[]): Replicates {
  const rows = portions.flatMap(({ count, width, values }) =>
    Array.from({ length: count }, (_, at) => values.subarray(at * width, (at + 1) * width)),
  );
  return stacked(rows);
}

/** All replicates of one statistic. */
export const replicatesOf = (
  { count, width, values }: Replicates,
  statistic: number,
): Float64Array => Float64Array.from({ length: count }, (_, at) => values[at * width + statistic]);

/** Percentile interval (Efron 1979): the middle share of the replicates. */
export function percentileInterval(replicates: Float64Array, confidence: number): Interval {
  const sorted = replicates.toSorted();
  return {
    low: normalScaleQuantile(sorted, (1 - confidence) / 2),
    high: normalScaleQuantile(sorted, (1 + confidence) / 2),
  };
}

export interface Bca extends Interval {
  /** Bias: normal quantile of the share of replicates below the estimate. */
  readonly z0: number;
  /** Acceleration, from the jackknife. */
  readonly a: number;
}

/**
 * Bias-corrected and accelerated interval (Efron 1987): percentiles at
 *
 *   Phi(z0 + (z0 + z) / (1 - a (z0 + z))),   a = sum L^3 / (6 (sum L^2)^1.5)
 *
 * with L = (n - 1)(mean of the jackknife values - value). Null where all replicates lie on one side of
 * the estimate: there is no telling how far it is biased.
 */
export function bcaInterval(
  estimate: number,
  replicates: Float64Array,
  { leftOut, confidence }: { readonly leftOut: Float64Array; readonly confidence: number },
): Bca | null {
  const below = replicates.reduce((count, value) => count + Number(value < estimate), 0);
  if (below === 0 || below === replicates.length) return null;
  const z0 = normalQuantile(below / replicates.length);
  const a = acceleration(leftOut);
  const sorted = replicates.toSorted();
  const [low, high] = [(1 - confidence) / 2, (1 + confidence) / 2].map((level) => {
    const z = z0 + normalQuantile(level);
    return normalScaleQuantile(sorted, normalLower(z0 + z / (1 - a * z)));
  });
  return { low, high, z0, a };
}

function acceleration(leftOut: Float64Array): number {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  let squares = 0;
  let cubes = 0;
  for (const value of leftOut) {
    const influence = (leftOut.length - 1) * (mean - value);
    squares += influence ** 2;
    cubes += influence ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/**
 * Quantile of sorted replicates at (count + 1) p, between two of them by their place on the scale of the
 * normal quantile (Davison & Hinkley 1997, equation 5.8). Beyond the ends, the last replicate.
 */
export function normalScaleQuantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length + 1) * p;
  const below = Math.floor(position);
  if (below < 1) return sorted[0];
  if (below >= sorted.length) return sorted[sorted.length - 1];
  const start = normalQuantile(below / (sorted.length + 1));
  const end = normalQuantile((below + 1) / (sorted.length + 1));
  const share = (normalQuantile(p) - start) / (end - start);
  return sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
}
