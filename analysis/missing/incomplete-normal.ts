import { dot } from "../adjusted/basis.ts";
import type { CorrelationMatrix } from "../importance/correlations.ts";
import { varies } from "../methods/pearson.ts";
import {
  entry,
  lowerRoot,
  place,
  solveRoot,
  symmetricOf,
  triangle,
  type Symmetric,
} from "../numeric/matrix.ts";
import { pick } from "../rows.ts";
import { rowsWith, type Uncorrelated } from "./correlations.ts";
import { patternsOf, type Pattern } from "./patterns.ts";

export interface IncompleteNormal {
  readonly ok: true;
  /** One per column. */
  readonly means: Float64Array;
  /** With the number of people as denominator. */
  readonly variances: Float64Array;
  readonly correlations: CorrelationMatrix;
  /** People with at least one number. */
  readonly n: number;
  readonly rounds: number;
}

export interface IncompleteOptions {
  /** Survey weights, one per person; who has none above 0 is left out. Absent: everybody counts once. */
  readonly weights?: Float64Array;
  /** The rounds end when none of the standardised moments moves by more; absent: 1e-13. */
  readonly precision?: number;
}

const mostRounds = 20_000;

/**
 * Means, variances and correlations from everybody who answered anything: maximum likelihood under a joint normal
 * distribution, "full information" (FIML), by the EM algorithm run to convergence (Dempster, Laird & Rubin 1977;
 * Little & Rubin 2002, section 11.2).
 *
 * E: what is missing is replaced by its regression on what the same person answered, with the variance the
 * regression leaves. M: moments of the completed data. People who miss the same columns enter together, by their
 * count, means and cross-products, so a round costs by the number of such patterns, not of people.
 *
 * With weights each person enters that many times (pseudo maximum likelihood, Skinner 1989).
 *
 * Assumes that holes depend only on what was answered (missing at random), and straight associations. Hazards: a
 * salary that is not applicable is not missing, and must not be completed; standard errors are for the bootstrap.
 *
 * @param columns one number per person, NaN where missing
 */
export function incompleteNormal(
  columns: readonly Float64Array[],
  { weights, precision = 1e-13 }: IncompleteOptions = {},
): IncompleteNormal | Uncorrelated {
  if (weights?.some((w) => !(w > 0))) {
    const rows = Int32Array.from(weights.keys()).filter((row) => weights[row] > 0);
    const kept = columns.map((column) => pick(column, rows));
    return incompleteNormal(kept, { weights: pick(weights, rows), precision });
  }
  const refused = refusal(columns);
  if (refused !== undefined) return refused;
  const scales = columns.map(scaleOf);
  const patterns = patternsOf(
    columns.map((column, j) => column.map((value) => (value - scales[j].mean) / scales[j].sd)),
    weights,
  );
  const n = patterns.reduce((total, pattern) => total + pattern.n, 0);
  const mass = patterns.reduce((total, pattern) => total + pattern.mass, 0);
  let moments = start(columns.length);
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const next = improved(moments, patterns, mass);
    const moved = Math.max(
      largestDifference(next.mean, moments.mean),
      largestDifference(next.covariance.values, moments.covariance.values),
    );
    moments = next;
    if (moved < precision) return { ok: true, n, rounds, ...inUnits(moments, scales) };
  }
  return { ok: false, because: "does not settle", columns: [...columns.keys()] };
}

/** A column without variation, or a pair that hardly anybody answered together, has no correlation to estimate. */
function refusal(columns: readonly Float64Array[]): Uncorrelated | undefined {
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j <= i; j++) {
      const rows = rowsWith([columns[i], columns[j]]);
      if (rows.length < 3) return { ok: false, because: "too few pairs", columns: [j, i] };
      if (i === j && !varies(pick(columns[i], rows)))
        return { ok: false, because: "no variation", columns: [j, i] };
    }
  return undefined;
}

interface Scale {
  readonly mean: number;
  readonly sd: number;
}

function scaleOf(column: Float64Array): Scale {
  const known = column.filter((value) => !Number.isNaN(value));
  const mean = sum(known) / known.length;
  const squares = sum(known.map((value) => (value - mean) ** 2));
  return { mean, sd: Math.sqrt(squares / known.length) };
}

interface Moments {
  readonly mean: Float64Array;
  readonly covariance: Symmetric;
}

/** Standardised columns that know nothing of each other. */
const start = (size: number): Moments => ({
  mean: new Float64Array(size),
  covariance: symmetricOf(size, (i, j) => (i === j ? 1 : 0)),
});

/**
 * One round of EM: sums over people of the completed deviations from the present means, and of their products.
 * `mass`: of all people.
 */
function improved(
  { mean, covariance }: Moments,
  patterns: readonly Pattern[],
  mass: number,
): Moments {
  const size = mean.length;
  const first = new Float64Array(size);
  const second = new Float64Array(triangle(size));
  for (const pattern of patterns) {
    const { answered, missing } = pattern;
    const slopes = slopesOf(pattern, covariance);
    const off = new Float64Array(size);
    const known = pattern.mean.map((value, i) => value - mean[answered[i]]);
    answered.forEach((at, i) => (off[at] = known[i]));
    missing.forEach((at, r) => (off[at] = dot(slopes[r], known)));
    for (let i = 0; i < size; i++) {
      first[i] += pattern.mass * off[i];
      for (let j = 0; j <= i; j++) second[triangle(i) + j] += pattern.mass * off[i] * off[j];
    }
    missing.forEach((a, r) => {
      for (const b of missing.slice(0, r + 1)) {
        const along = Float64Array.from(answered, (at) => entry(covariance, at, b));
        second[place(a, b)] += pattern.mass * (entry(covariance, a, b) - dot(slopes[r], along));
      }
    });
    addProducts(second, pattern, slopes);
  }
  const moved = first.map((total) => total / mass);
  return {
    mean: mean.map((value, i) => value + moved[i]),
    covariance: symmetricOf(size, (i, j) => second[place(i, j)] / mass - moved[i] * moved[j]),
  };
}

/** For every missing column, its regression on the answered ones. */
function slopesOf({ answered, missing }: Pattern, covariance: Symmetric): Float64Array[] {
  if (missing.length === 0) return [];
  const root = lowerRoot(
    symmetricOf(answered.length, (i, j) => entry(covariance, answered[i], answered[j])),
  );
  return missing.map((at) =>
    solveRoot(
      root,
      Float64Array.from(answered, (other) => entry(covariance, at, other)),
    ),
  );
}

/** How people of one pattern differ from each other, carried over to the columns they miss. */
function addProducts(
  second: Float64Array,
  { answered, missing, products }: Pattern,
  slopes: readonly Float64Array[],
): void {
  if (products === undefined) return;
  answered.forEach((a, i) => {
    for (let j = 0; j <= i; j++) second[place(a, answered[j])] += entry(products, i, j);
  });
  missing.forEach((a, r) => {
    const through = Float64Array.from(answered, (_, i) =>
      answered.reduce((total, _, j) => total + entry(products, i, j) * slopes[r][j], 0),
    );
    answered.forEach((b, i) => (second[place(a, b)] += through[i]));
    for (let q = 0; q <= r; q++) second[place(a, missing[q])] += dot(through, slopes[q]);
  });
}

function inUnits({ mean, covariance }: Moments, scales: readonly Scale[]) {
  const sd = (i: number) => Math.sqrt(entry(covariance, i, i));
  return {
    means: Float64Array.from(scales, (scale, j) => scale.mean + scale.sd * mean[j]),
    variances: Float64Array.from(scales, (scale, j) => (scale.sd * sd(j)) ** 2),
    correlations: symmetricOf(scales.length, (i, j) =>
      i === j ? 1 : entry(covariance, i, j) / (sd(i) * sd(j)),
    ),
  };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const largestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
