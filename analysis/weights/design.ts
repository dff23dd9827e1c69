/**
 * Full survey designs: strata, clusters drawn inside them, finite populations. The screening needs only weights
 * (`linearise.ts`); this is for files that come with a design.
 */
import type { Interval } from "../association.ts";
import { correlate, correlationInfluence } from "../methods/pearson.ts";
import { betaQuantile } from "../numeric/beta.ts";
import { tQuantile } from "../numeric/student-t.ts";

/** One entry per person. */
export interface Design {
  /** Inverse chance of having been drawn. */
  readonly weights: Float64Array;
  /** Absent: one stratum. */
  readonly strata?: ArrayLike<number>;
  /** Primary sampling units, numbered anew in every stratum or not; absent: everybody is one. */
  readonly clusters?: ArrayLike<number>;
  /** Units of the population in the person's stratum; absent: drawn with replacement. */
  readonly population?: ArrayLike<number>;
}

export interface DesignEstimate {
  readonly value: number;
  readonly se: number;
  /** Primary sampling units less strata. */
  readonly df: number;
}

/**
 * The total of `scores` with its standard error: V = Σ_h (1 - n_h/N_h) n_h/(n_h - 1) Σ_i (T_hi - T̄_h)² over the totals
 * T_hi of the units of stratum h (Woodruff 1971). A stratum with a single unit contributes T², as if centred at 0:
 * scores of a linearised statistic have mean 0.
 */
export function totalOf(scores: Float64Array, design: Design): DesignEstimate {
  let variance = 0;
  let df = 0;
  for (const { totals, population } of strataOf(scores, design).values()) {
    const units = [...totals.values()];
    const n = units.length;
    const mean = n === 1 ? 0 : units.reduce((sum, total) => sum + total, 0) / n;
    const spread = units.reduce((sum, total) => sum + (total - mean) ** 2, 0);
    const finite = population === undefined ? 1 : 1 - n / population;
    variance += finite * (n === 1 ? 1 : n / (n - 1)) * spread;
    df += n - 1;
  }
  const value = scores.reduce((sum, score) => sum + score, 0);
  return { value, se: Math.sqrt(variance), df };
}

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

interface Stratum {
  readonly totals: Map<number, number>;
  readonly population: number | undefined;
}

function strataOf(
  scores: Float64Array,
  { strata, clusters, population }: Design,
): Map<number, Stratum> {
  const found = new Map<number, Stratum>();
  scores.forEach((score, i) => {
    const name = strata?.[i] ?? 0;
    const stratum = found.get(name) ?? { totals: new Map(), population: population?.[i] };
    const unit = clusters?.[i] ?? i;
    stratum.totals.set(unit, (stratum.totals.get(unit) ?? 0) + score);
    found.set(name, stratum);
  });
  return found;
}
