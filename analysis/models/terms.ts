/** What goes into a model, and what comes out of it: one row per term, whatever the model. */
import type { Dummy } from "../adjusted/dummies.ts";
import type { Interval } from "../association.ts";
import { normalQuantile, normalUpper } from "../numeric/normal.ts";
import { tQuantile, tTwoSided } from "../numeric/student-t.ts";

/** A column of a model under its name, one number per person, none missing. */
export type Term = Dummy;

/** The name of the constant, always the first row of a model that has one. */
export const intercept = "intercept";

export interface Coefficient {
  readonly term: string;
  /** What one more of the term goes with, the other terms held constant; the model says on which scale. */
  readonly value: number;
  readonly se: number;
  /** value / se: t, or z where the model knows no degrees of freedom. */
  readonly statistic: number;
  readonly interval: Interval;
  /** Two-sided, of "the coefficient is 0"; the smallest number above 0 rather than 0. */
  readonly p: number;
}

/** Why there is no model: a fact about the data. */
export interface Unfitted {
  readonly ok: false;
  /** "no finite fit": the terms tell the outcomes apart without error, so the best coefficients are infinite. */
  readonly because: "too few people" | "no variation" | "no finite fit";
}

export const unfitted = (because: Unfitted["because"]): Unfitted => ({ ok: false, because });

export interface Inference {
  /** Infinity: the normal distribution. */
  readonly df: number;
  readonly confidence: number;
}

/** Estimate with interval and test from a standard error; without error the statistic is infinite. */
export function coefficientOf(
  { term, value, se }: Pick<Coefficient, "term" | "value" | "se">,
  { df, confidence }: Inference,
): Coefficient {
  const statistic = se > 0 ? value / se : value === 0 ? 0 : Math.sign(value) * Infinity;
  const tail = (1 - confidence) / 2;
  const half = -(df < Infinity ? tQuantile(tail, df) : normalQuantile(tail)) * se;
  const size = Math.abs(statistic);
  const p = df < Infinity ? tTwoSided(size, df) : 2 * normalUpper(size);
  return {
    term,
    value,
    se,
    statistic,
    interval: { low: value - half, high: value + half },
    p: Math.max(p, Number.MIN_VALUE),
  };
}
