/**
 * Does an association come back in other cohorts? In sign, in significance, and in size.
 *
 * Counting significant cohorts alone says more of their size than of the association: beside the count stands how many
 * were to be expected if every cohort had the pooled value, Σ Φ(|pooled| / s_i - z) (Ioannidis & Trikalinos 2007).
 * Sizes are compared by the Q test of the pooled estimate (meta.ts), whose interval is never narrower than one truth would
 * make it.
 *
 * Assumes independent cohorts and estimates near normal: correlations on Fisher's scale (`fisherEstimate`). Hazard: few
 * or small cohorts neither confirm nor contradict, and Q finds no differences among them.
 */
import { coefficientOf } from "../models/terms.ts";
import { zFor } from "../methods/estimates.ts";
import { normalUpper } from "../numeric/normal.ts";
import { poolRandomEffects, type CohortEstimate, type RandomEffects } from "./meta.ts";

export interface Replication {
  readonly pooled: RandomEffects;
  /** Cohorts whose estimate has the sign of the pooled one. */
  readonly sameSign: number;
  /** Of these, the ones significant on their own. */
  readonly significant: number;
  /** How many that were to be if all had the pooled value. */
  readonly expectedSignificant: number;
  /** Cohorts with the other sign, significant on their own. */
  readonly against: number;
  /** Whether Q finds cohorts of different size at that level. */
  readonly sizesDiffer: boolean;
  readonly verdict: keyof typeof replicationVerdicts;
}

/** What each verdict says. */
export const replicationVerdicts = {
  replicated: "It has the same sign in every cohort, and all together it is not zero.",
  "one direction": "It has the same sign in every cohort, but all together it may still be zero.",
  contradicted: "Some cohorts show it clearly one way, others clearly the other way.",
  unclear: "It has not the same sign in every cohort, and none contradicts the others clearly.",
} as const;

/** @returns null with fewer than two estimates */
export function replication(
  estimates: readonly CohortEstimate[],
  confidence: number,
): Replication | null {
  const pooled = poolRandomEffects(estimates, { confidence, neverNarrower: true });
  if (pooled === null) return null;
  const level = 1 - confidence;
  const sign = Math.sign(pooled.value);
  const tested = estimates.map(({ value, se }) => {
    const { p } = coefficientOf({ term: "", value, se }, { df: Infinity, confidence });
    return { same: Math.sign(value) === sign, clear: p < level };
  });
  const count = (of: (one: (typeof tested)[number]) => boolean) => tested.filter(of).length;
  const found = {
    sameSign: count(({ same }) => same),
    significant: count(({ same, clear }) => same && clear),
    against: count(({ same, clear }) => !same && clear),
  };
  const z = zFor(confidence);
  return {
    pooled,
    ...found,
    expectedSignificant: estimates.reduce(
      (sum, { se }) => sum + normalUpper(z - Math.abs(pooled.value) / se),
      0,
    ),
    sizesDiffer: pooled.q.p < level,
    verdict: verdictOf(found, { cohorts: estimates.length, clear: pooled.p < level }),
  };
}

function verdictOf(
  { sameSign, significant, against }: Pick<Replication, "sameSign" | "significant" | "against">,
  { cohorts, clear }: { readonly cohorts: number; readonly clear: boolean },
): Replication["verdict"] {
  if (sameSign === cohorts) return clear ? "replicated" : "one direction";
  return significant > 0 && against > 0 ? "contradicted" : "unclear";
}
