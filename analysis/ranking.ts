/** What a ranking says: importance and evidence in separate columns, and how sure each rank is. */
import type { Interval } from "./association.ts";
import type { VariableId } from "./table.ts";

/** Why an outcome has no ranking. */
export type NoRanking =
  | "too few complete people"
  | "fewer than two experiences vary"
  | "together they explain almost nothing";

export interface Evidence {
  /** Partial correlation given the covariates (signed for one variable; 0 to 1 for several together). */
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly p: number;
  /** Holm over everything ranked for this outcome. */
  readonly pHolm: number;
}

export interface Ranked {
  /** A predictor, or a learning outcome. */
  readonly id: string;
  readonly label: string;
  /** The variables that enter together: one for an experience, all evidence of a learning outcome. */
  readonly members: readonly VariableId[];
  /** LMG: share of the outcome's variance, 0 to 1, added to what the covariates explain. */
  readonly importance: number;
  /** Percentile bootstrap; null where the plan asks for no replicates. */
  readonly interval: Interval | null;
  /** importance / added R2, 0 to 1; the shares of a ranking sum to 1. */
  readonly share: number;
  readonly evidence: Evidence;
  /** 1 = most important. */
  readonly rank: number;
  /** Simultaneous rank set: all true ranks lie in their sets at once with the plan's confidence. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** For a learning outcome: its members, most important first, with their own LMG in the item ranking. */
  readonly parts: readonly { readonly id: VariableId; readonly importance: number | null }[];
}

/** Whether every model was fitted, or some of the orders in which experiences can enter. */
export type Computed =
  { readonly how: "exact" } | { readonly how: "sampled orders"; readonly orders: number };

export interface Ranking {
  readonly outcome: VariableId;
  readonly of: "experiences" | "learning outcomes";
  readonly ok: true;
  /** People complete on outcome, covariates and everything ranked. */
  readonly n: number;
  readonly effectiveN: number;
  readonly covariatesRSquared: number;
  readonly addedRSquared: number;
  readonly computed: Computed;
  /** How the replicates were computed, where that differs: from 18 players on they sample orders. */
  readonly replicated?: Computed;
  readonly ranked: readonly Ranked[];
  /**
   * Groups that cannot be told apart: the longest runs of neighbours in the ranking whose rank sets all
   * overlap and of whom none is above another beyond doubt. Groups may share members; who is unlike all
   * others is a group of one. Most important first.
   */
  readonly groups: readonly (readonly string[])[];
  /** Left out because they do not vary among the complete people. */
  readonly leftOut: readonly VariableId[];
}

export interface Unranked {
  readonly outcome: VariableId;
  readonly of: Ranking["of"];
  readonly ok: false;
  readonly because: NoRanking;
  readonly n: number;
  readonly addedRSquared: number | null;
}
