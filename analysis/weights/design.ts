/** Summaries under a survey design: strata, clusters drawn inside them, finite populations. */
import { dot } from "../adjusted/basis.ts";
import type { Interval } from "../association.ts";
import { correlate, correlationInfluence } from "../methods/pearson.ts";
import { betaQuantile } from "../numeric/beta.ts";
import { tQuantile } from "../numeric/student-t.ts";
import { degreesOf, deviationsOf, unitsOf, type Drawn } from "./units.ts";

/** One entry per person. */
export interface Design extends Drawn {
  /** Inverse chance of having been drawn. */
  readonly weights: Float64Array;
}

export interface DesignEstimate {
  readonly value: number;
  readonly se: number;
  /** Primary sampling units less strata. */
  readonly df: number;
}

/**
 * The total of `scores` with its standard error, from the spread of the units' totals in each stratum (`deviationsOf`).
 * For scores of a linearised statistic, which have mean 0; the total of a variable is `sumOf`.
 */
export function totalOf(scores: Float64Array, design: Design): DesignEstimate {
  const units = unitsOf(design, scores.length);
  const deviations = deviationsOf(scores, units);
  const value = scores.reduce((sum, score) => sum + score, 0);
  return { value, se: Math.sqrt(dot(deviations, deviations)), df: degreesOf(units) };
}

/**
 * Weighted total: how many, or how much, there is in the population. Hazard: a stratum with a single unit then adds the
 * square of its whole total, the most cautious answer.
 */
export const sumOf = (y: Float64Array, design: Design): DesignEstimate =>
  totalOf(
    y.map((one, i) => design.weights[i] * one),
    design,
  );

/** Weighted mean; scores w (y - ȳ) / W. */
export function meanOf(y: Float64Array, design: Design): DesignEstimate {
  const { weights } = design;
  const total = weights.reduce((sum, w) => sum + w, 0);
  const value = y.reduce((sum, one, i) => sum + weights[i] * one, 0) / total;
  const scores = y.map((one, i) => (weights[i] * (one - value)) / total);
  return { ...totalOf(scores, design), value };
}

/** Weighted variance, denominator as in the sample variance: the mean of (y - ȳ)² n / (n - 1). */
export function varianceOf(y: Float64Array, design: Design): DesignEstimate {
  const { value: mean } = meanOf(y, design);
  const scale = y.length / (y.length - 1);
  return meanOf(
    y.map((one) => scale * (one - mean) ** 2),
    design,
  );
}

/** Weighted Pearson correlation; undefined where a side does not vary. */
export function correlationOf(
  x: Float64Array,
  y: Float64Array,
  design: Design,
): DesignEstimate | undefined {
  const line = correlate(x, y, design.weights);
  if (line === undefined) return undefined;
  const influence = correlationInfluence({ x, y }, line);
  const scores = influence.map((u, i) => u * design.weights[i]);
  return { ...totalOf(scores, design), value: line.r };
}

/** value ± t_df SE. */
export function wald({ value, se, df }: DesignEstimate, confidence: number): Interval {
  const half = -tQuantile((1 - confidence) / 2, df) * se;
  return { low: value - half, high: value + half };
}

/** Interval of a share on the logit scale: stays inside 0 to 1. */
export function logitInterval({ value, se, df }: DesignEstimate, confidence: number): Interval {
  const logit = wald(
    { value: Math.log(value / (1 - value)), se: se / (value * (1 - value)), df },
    confidence,
  );
  const share = (at: number) => 1 / (1 + Math.exp(-at));
  return { low: share(logit.low), high: share(logit.high) };
}

/** Clopper & Pearson's interval for the effective number of people, degrees of freedom included (Korn & Graubard 1998). */
export function exactInterval(
  { value, se, df }: DesignEstimate,
  { n, confidence }: { readonly n: number; readonly confidence: number },
): Interval {
  const tail = (1 - confidence) / 2;
  const people =
    ((value * (1 - value)) / se ** 2) * (tQuantile(tail, n - 1) / tQuantile(tail, df)) ** 2;
  const yes = people * value;
  return {
    low: betaQuantile(tail, yes, people - yes + 1),
    high: betaQuantile(1 - tail, yes + 1, people - yes),
  };
}
