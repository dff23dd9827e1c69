/** What a ranking says: importance and evidence in separate columns, and how sure each rank is. */
import type { Interval } from "./association.ts";
import type { replicationVerdicts } from "./inference/replication.ts";
import type { VariableId } from "./table.ts";

/** Why an outcome has no ranking. */
export type NoRanking =
  | "too few complete people"
  | "fewer than two experiences vary"
  | "together they explain almost nothing";

/** How the numbers of a variable enter the model. */
export type Scale = "as it is" | "0 and 1" | "log(1 + count)" | "log" | "categories";

/** In what a difference of the outcome is said; "percent" of an outcome that enters as its logarithm. */
export type Unit = "own units" | "percentage points" | "percent";

/** How a variable was made ready, where it did not enter as it is. */
export interface Preparation {
  readonly variable: VariableId;
  readonly scale: Scale;
  /** Codes of the categories with too few people, taken as one category named by the first of them. */
  readonly merged: readonly number[];
}

/** The two values of an experience between which its difference is stated, in its own units. */
export interface Step {
  readonly from: number;
  readonly to: number;
}

/** How much higher the outcome is at the upper end of the step, everything else in the model held constant. */
export interface Difference {
  /** In the unit of the ranking. */
  readonly value: number;
  readonly interval: Interval;
  /** In standard deviations of the outcome, on the scale of the model. */
  readonly standardised: { readonly value: number; readonly interval: Interval };
}

/** How strong something unmeasured would have to be to leave nothing of a difference. */
export interface Robustness {
  /** Share of what is left of both the experience and the outcome it would have to explain (0 to 1) ... */
  readonly value: number;
  /** ... or to bring the interval to nothing; 0 where it is there already, null with too few people to say. */
  readonly ofInterval: number | null;
  /** The covariate that explains most of what is left of the outcome, and its two shares; null without covariates. */
  readonly benchmark: {
    readonly covariate: VariableId;
    readonly ofExperience: number;
    readonly ofOutcome: number;
  } | null;
}

export interface Evidence {
  /** Null where an item has no direction: unordered categories, or nothing of its own beside the others. */
  readonly difference: Difference | null;
  /** The same step with nothing held constant, in the unit of the ranking. */
  readonly raw: number | null;
  /** Two-sided: of no difference; of an item without a direction: of no association at all. */
  readonly p: number;
  /** Holm over everything ranked for this outcome. */
  readonly pHolm: number;
  /** Raw and adjusted difference point opposite ways, and at least one of them can be told from nothing. */
  readonly signConflict: boolean;
  /** Null where the item has no direction. */
  readonly robustness: Robustness | null;
}

/** What the evidence and the rank set together allow to say, strongest first. */
export const tiers = [
  "clear priority",
  "likely matters",
  "cannot tell",
  "little association",
  "points the other way",
] as const;
export type Tier = (typeof tiers)[number];

/** How far a score would repeat itself: Cronbach's alpha of its items with Feldt's interval. */
export interface ScoreReliability {
  readonly alpha: number;
  readonly interval: Interval;
  readonly items: number;
}

/** How much of an experience people had: who took part, in percent, or the mean place on its range, 0 to 100. */
export interface Reach {
  readonly of: "took part" | "mean place";
  readonly percent: number;
  /** Who took part; for several variables the fewest of them; null for a mean place. */
  readonly people: number | null;
}

export interface Ranked {
  /** A predictor, or a learning outcome. */
  readonly id: string;
  readonly label: string;
  /** The variables that enter together: one for an experience, all evidence of a learning outcome. */
  readonly members: readonly VariableId[];
  /** For each member with a direction, between which values the difference is stated. */
  readonly steps: readonly (Step & { readonly variable: VariableId })[];
  /** LMG: share of the outcome's variance, 0 to 1, added to what the covariates explain. */
  readonly importance: number;
  /** Percentile bootstrap; null where the plan asks for no replicates. */
  readonly interval: Interval | null;
  /** What chance alone gives: the 95th percentile of the importance of the same item, shuffled among people. */
  readonly noise: number;
  /** importance / added R2, 0 to 1; the shares of a ranking sum to 1. */
  readonly share: number;
  readonly evidence: Evidence;
  readonly tier: Tier;
  /** 1 = most important. */
  readonly rank: number;
  /** Simultaneous rank set: all true ranks lie in their sets at once with the plan's confidence. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** Share of the replicates with rank 3 or better: a description, no confidence; null without replicates. */
  readonly topThree: number | null;
  /** Null where nobody's number says whether they took part: unordered categories; or once suppressed. */
  readonly reach: Reach | null;
  /**
   * Null where it is no score of several items in the file. Importance rewards reliable scores over single questions:
   * a low figure means that the importance is understated.
   */
  readonly reliability: ScoreReliability | null;
  /** Variance inflation: how many times less is known of it because it goes with the others; 1 = alone, null: all. */
  readonly inflation: number | null;
  /**
   * For a learning outcome: its members, most important first. Their importances are Owen values and sum to that of the
   * learning outcome; in the ranking of experiences each is shared out among all of them and so another number.
   */
  readonly parts: readonly { readonly id: VariableId; readonly importance: number }[];
}

/** Whether every model was fitted, or some of the orders in which experiences can enter. */
export type Computed =
  { readonly how: "exact" } | { readonly how: "sampled orders"; readonly orders: number };

/** Two items that go together so closely that a ranking splits one credit between them. */
export interface Twins {
  readonly items: readonly [string, string];
  readonly correlation: number;
}

/** The ranking made once more in another way. */
export type Check = {
  readonly id: string;
  readonly label: string;
  /** What is done otherwise. */
  readonly sentence: string;
} & (
  | {
      readonly ok: true;
      /** Ids of the items, most important first. */
      readonly order: readonly string[];
      /** Whether the same items are on top, in whatever order. */
      readonly topUnchanged: boolean;
      /** Kendall's tau between the two orders. */
      readonly tau: number;
      /** Which of several ways this is, where a check tries several; else null. */
      readonly of: string | null;
    }
  | { readonly ok: false; readonly because: string }
);

export interface StressTest {
  /** How many items count as the top. */
  readonly top: number;
  readonly checks: readonly Check[];
}

/** One experience in one group of people. */
export interface GroupDifference {
  readonly code: number;
  readonly label: string;
  /** Null once suppressed, with how many took part and how they fare; a small group loses its difference too. */
  readonly n: number | null;
  readonly reach: number | null;
  /** Mean of the outcome, in its own units. */
  readonly outcome: number | null;
  /** Null also in a group too small to be compared. */
  readonly difference: Difference | null;
}

/** The same difference over all groups, each of which may have its own truth. */
export interface Replicated {
  /** Mean of the truths, with the random-effects interval. */
  readonly difference: Difference;
  /** Where the truth of one more group like these lies, in the unit of the ranking; null with two groups. */
  readonly prediction: Interval | null;
  /** Share of the scatter between groups beyond chance, 0 to 1. */
  readonly iSquared: number;
  /** Groups compared, and those whose difference has the sign of the mean. */
  readonly groups: number;
  readonly sameSign: number;
  readonly verdict: keyof typeof replicationVerdicts;
}

/** Whether an association differs between groups of people: participation, outcome and association apart. */
export interface GroupComparison {
  readonly item: string;
  readonly group: VariableId;
  /** Of the association being the same in all groups; null where fewer than two groups are large enough. */
  readonly p: number | null;
  /** Holm over all experiences and groups of the ranking. */
  readonly pHolm: number | null;
  /** Null where fewer than two groups are large enough. */
  readonly replicated: Replicated | null;
  readonly groups: readonly GroupDifference[];
}

export interface Ranking {
  readonly outcome: VariableId;
  readonly of: "experiences" | "learning outcomes";
  readonly ok: true;
  /** People complete on outcome, covariates and everything ranked. */
  readonly n: number;
  /** People who have the outcome: n of them could be used. */
  readonly answered: number;
  readonly effectiveN: number;
  /** Held constant. */
  readonly adjustedFor: readonly VariableId[];
  readonly covariatesRSquared: number;
  readonly addedRSquared: number;
  /** Of all experiences together adding nothing. */
  readonly jointP: number;
  readonly unit: Unit;
  /** A difference smaller than this is little, in standard deviations of the outcome. */
  readonly meaningful: number;
  /** Where the standard errors come from. */
  readonly errors: "HC3" | "survey design";
  readonly preparations: readonly Preparation[];
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
  readonly twins: readonly Twins[];
  readonly stressTest: StressTest;
  readonly comparisons: readonly GroupComparison[];
  /** Left out because they hardly vary among the complete people. */
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
