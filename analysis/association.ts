/** One row per pair, whatever the method; what cannot be estimated says why. */
import type { VariableId } from "./table.ts";
import type { MethodId } from "./methods/index.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Why there is no estimate: a fact about the data, never an exception. */
export type Shortfall =
  | "too few pairs"
  | "no variation"
  | "method does not fit the levels"
  | "suppressed"
  /** Nobody has worked out an error of this coefficient under survey weights. */
  | "no weighted version"
  /** The likelihood of a latent correlation rises to -1 or 1, as with an empty cell of four. */
  | "no interior maximum";

export type Estimate =
  | {
      readonly ok: true;
      readonly value: number;
      /** At the plan's confidence; null where the method has none at this n (stated in the method). */
      readonly interval: Interval | null;
      /** Two-sided, of "no association"; the smallest number above 0 rather than 0. */
      readonly p: number;
    }
  | { readonly ok: false; readonly because: Shortfall };

/** The association that remains when the covariates are held constant. */
export interface Adjusted {
  /** Which partial coefficient this is. */
  readonly method: "partial-pearson" | "partial-spearman" | "partial-eta";
  readonly estimate: Estimate;
  /** The same coefficient, same people, covariates left out: what the adjusted one is to be compared with. */
  readonly unadjusted: number | null;
  /** People with predictor, outcome and every covariate; null once suppressed. */
  readonly n: number | null;
  /** Rank of the covariates without the intercept. */
  readonly covariates: number;
}

/** What a reader must know before quoting the row. */
export type Caution =
  | "sign flips when adjusted"
  | "few people in a category"
  | "switched to ranks: skewed"
  | "expected counts below five";

/** The tidy row. Several methods for one pair are several rows. */
export interface Association {
  readonly predictor: VariableId;
  readonly outcome: VariableId;
  readonly method: MethodId;
  /** Which rule chose the method, in words. */
  readonly rule: string;
  readonly raw: Estimate;
  /** People with both values; null once suppressed. */
  readonly n: number | null;
  /** Kish: (sum w)^2 / sum w^2 over those people; equals n without weights. A description, never used for p. */
  readonly effectiveN: number | null;
  /** Holm over the predictors of one outcome (confirmatory); null beside a shortfall. */
  readonly pHolm: number | null;
  /** Benjamini-Hochberg over the whole grid of the plan (exploratory); null beside a shortfall. */
  readonly qBh: number | null;
  /** Null where the plan names no covariates. */
  readonly adjusted: Adjusted | null;
  readonly adjustedPHolm: number | null;
  readonly cautions: readonly Caution[];
}
