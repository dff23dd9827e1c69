/**
 * One estimate from several cohorts that need not share one truth: each cohort has its own, they scatter with variance
 * τ² around a mean, and the mean is what is estimated (DerSimonian & Laird 1986).
 *
 *   weights  w_i = 1 / (s_i² + τ²),  mean = Σ w y / Σ w
 *   τ²       restricted maximum likelihood (Viechtbauer 2005) by Fisher scoring; DerSimonian & Laird's for reference
 *   error    sqrt(Σ w (y - mean)² / ((k - 1) Σ w)), t on k - 1 degrees of freedom (Hartung & Knapp 2001;
 *            Sidik & Jonkman 2002): it holds its level with few cohorts, where the normal interval is far too narrow
 *   Q        Σ (y - ȳ)² / s² around the mean with weights 1 / s², chi-square on k - 1 if there is one truth (Cochran 1954)
 *   I²       (Q - df) / Q, the share of the scatter beyond chance (Higgins & Thompson 2002)
 *   prediction  mean ± t_(k-2) sqrt(τ² + error²): where the truth of a further cohort lies (Higgins, Thompson &
 *            Spiegelhalter 2009)
 *
 * Example: thirteen vaccine trials (Colditz et al. 1994) have a mean log risk ratio of -0.71 (-1.11 to -0.32) with τ² 0.31;
 * one more trial would lie between -2.01 and 0.58.
 *
 * Assumes independent cohorts, and estimates near normal with known errors: correlations on Fisher's scale
 * (`poolCorrelations`), ratios as logarithms. Hazards: with two cohorts the interval has one degree of freedom and says
 * next to nothing; where one cohort is several times as exact as the rest, 95 % intervals of five cover near 90 %
 * (IntHout, Ioannidis & Borm 2014); cohorts that agree by luck give an interval narrower than one truth would
 * (`neverNarrower`: the error is at least 1 / sqrt(Σ w), Röver, Knapp & Friede 2015).
 */
import type { Interval } from "../association.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { tQuantile } from "../numeric/student-t.ts";
import { coefficientOf } from "../models/terms.ts";

export interface CohortEstimate {
  readonly value: number;
  /** Above 0. */
  readonly se: number;
}

export interface RandomEffects {
  readonly cohorts: number;
  readonly value: number;
  readonly se: number;
  /** cohorts - 1 */
  readonly df: number;
  readonly interval: Interval;
  /** Two-sided, of "the mean is 0". */
  readonly p: number;
  /** Where the truth of one more cohort lies; null with two cohorts. */
  readonly prediction: Interval | null;
  readonly tauSquared: number;
  readonly tauSquaredDerSimonianLaird: number;
  readonly q: { readonly statistic: number; readonly df: number; readonly p: number };
  /** 0 to 1. */
  readonly iSquared: number;
  /** Share of each cohort in the mean, in the order given. */
  readonly shares: Float64Array;
}

export interface PoolingOptions {
  readonly confidence: number;
  /** Whether the error is at least what the weights give alone; absent: no. */
  readonly neverNarrower?: boolean;
}

/** @returns null with fewer than two estimates */
export function poolRandomEffects(
  estimates: readonly CohortEstimate[],
  { confidence, neverNarrower = false }: PoolingOptions,
): RandomEffects | null {
  const wrong = estimates.find(({ value, se }) => !(Number.isFinite(value) && se > 0));
  if (wrong !== undefined)
    throw new RangeError(
      `poolRandomEffects requires finite values with errors above 0, got ${wrong.value} with ${wrong.se}`,
    );
  const cohorts = estimates.length;
  if (cohorts < 2) return null;
  const df = cohorts - 1;
  const q = scatter(estimates, 0).squares;
  const dersimonianLaird = momentsOf(estimates, q);
  const tauSquared = restrictedLikelihood(estimates, dersimonianLaird);
  const { mean, mass, squares } = scatter(estimates, tauSquared);
  const se = Math.sqrt(Math.max(squares / df, neverNarrower ? 1 : 0) / mass);
  const { interval, p } = coefficientOf({ term: "", value: mean, se }, { df, confidence });
  return {
    cohorts,
    value: mean,
    se,
    df,
    interval,
    p,
    prediction:
      cohorts > 2 ? predictionOf({ mean, se, tauSquared }, cohorts - 2, confidence) : null,
    tauSquared,
    tauSquaredDerSimonianLaird: dersimonianLaird,
    q: { statistic: q, df, p: chiSquareUpper(q, df) },
    iSquared: q > df ? (q - df) / q : 0,
    shares: Float64Array.from(estimates, (one) => 1 / (one.se ** 2 + tauSquared) / mass),
  };
}

export interface CohortCorrelation {
  readonly r: number;
  readonly n: number;
}

export interface PooledCorrelations extends Pick<
  RandomEffects,
  "value" | "interval" | "prediction"
> {
  /** The same before it was taken back to correlations. */
  readonly onFisherScale: RandomEffects;
}

/** atanh r with error 1 / sqrt(n - 3) (Fisher 1921); undefined below four people and for |r| = 1. */
export const fisherEstimate = ({ r, n }: CohortCorrelation): CohortEstimate | undefined =>
  n > 3 && Math.abs(r) < 1 ? { value: Math.atanh(r), se: 1 / Math.sqrt(n - 3) } : undefined;

/** Correlations pooled on Fisher's scale. @returns null where fewer than two can be, or one cannot */
export function poolCorrelations(
  cohorts: readonly CohortCorrelation[],
  options: PoolingOptions,
): PooledCorrelations | null {
  const estimates = cohorts.flatMap((cohort) => fisherEstimate(cohort) ?? []);
  const pooled = estimates.length === cohorts.length ? poolRandomEffects(estimates, options) : null;
  const back = ({ low, high }: Interval) => ({ low: Math.tanh(low), high: Math.tanh(high) });
  return (
    pooled && {
      value: Math.tanh(pooled.value),
      interval: back(pooled.interval),
      prediction: pooled.prediction && back(pooled.prediction),
      onFisherScale: pooled,
    }
  );
}

/** Mean under weights 1 / (s² + τ²), their sum, and Σ w (y - mean)². */
function scatter(estimates: readonly CohortEstimate[], tauSquared: number) {
  let [mass, sum, squares] = [0, 0, 0];
  for (const { value, se } of estimates) {
    const w = 1 / (se * se + tauSquared);
    mass += w;
    sum += w * value;
  }
  const mean = sum / mass;
  for (const { value, se } of estimates) squares += (value - mean) ** 2 / (se * se + tauSquared);
  return { mean, mass, squares };
}

/** DerSimonian & Laird 1986: the τ² under which Q is what it was to be expected. */
function momentsOf(estimates: readonly CohortEstimate[], q: number): number {
  const weights = estimates.map(({ se }) => 1 / (se * se));
  const mass = weights.reduce((sum, w) => sum + w, 0);
  const squares = weights.reduce((sum, w) => sum + w * w, 0);
  return Math.max(0, (q - (weights.length - 1)) / (mass - squares / mass));
}

const mostRounds = 200;

/**
 * The τ² of 0 or more where -½ [Σ ln(s² + τ²) + ln Σ w + Σ w (y - mean)²] is highest: score
 * ½ [Σ w² (y - mean)² - Σ w + Σ w² / Σ w], information ½ [Σ w² - 2 Σ w³ / Σ w + (Σ w² / Σ w)²].
 */
function restrictedLikelihood(estimates: readonly CohortEstimate[], start: number): number {
  const smallest = estimates.reduce((least, { se }) => Math.min(least, se * se), Infinity);
  let at = start;
  let here = slopeOf(estimates, at);
  for (let round = 0; round < mostRounds; round++) {
    let next = Math.max(0, at + here.score / here.information);
    let there = slopeOf(estimates, next);
    while (there.height < here.height && Math.abs(next - at) > 1e-14 * (at + smallest)) {
      next = (next + at) / 2;
      there = slopeOf(estimates, next);
    }
    const moved = Math.abs(next - at);
    [at, here] = [next, there];
    if (moved <= 1e-13 * (at + smallest)) break;
  }
  return at;
}

function slopeOf(estimates: readonly CohortEstimate[], tauSquared: number) {
  const { mean, mass, squares } = scatter(estimates, tauSquared);
  let [logs, second, third, scored] = [0, 0, 0, 0];
  for (const { value, se } of estimates) {
    const variance = se * se + tauSquared;
    logs += Math.log(variance);
    second += variance ** -2;
    third += variance ** -3;
    scored += ((value - mean) / variance) ** 2;
  }
  return {
    height: -(logs + Math.log(mass) + squares) / 2,
    score: (scored - mass + second / mass) / 2,
    information: (second - (2 * third) / mass + (second / mass) ** 2) / 2,
  };
}

interface Spread {
  readonly mean: number;
  readonly se: number;
  readonly tauSquared: number;
}

function predictionOf({ mean, se, tauSquared }: Spread, df: number, confidence: number): Interval {
  const half = -tQuantile((1 - confidence) / 2, df) * Math.sqrt(tauSquared + se * se);
  return { low: mean - half, high: mean + half };
}
