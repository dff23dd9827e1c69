/** What is asked of a table: frozen, hashed and printed with every result. */
import type { VariableId } from "./table.ts";
import type { MethodId } from "./methods/index.ts";

/** A learning outcome (CLO) in a plan: the variables that evidence it enter a ranking together. */
export interface EvidencedOutcome {
  readonly id: string;
  readonly label: string;
  readonly evidence: readonly VariableId[];
}

/** How people were drawn, where that was not one by one: each names a variable, or null. */
export interface SampleDesign {
  /** Groups that were drawn from separately. */
  readonly strata: VariableId | null;
  /** Primary sampling units: people of one unit came in together. */
  readonly clusters: VariableId | null;
  /** Units of the whole population in the person's stratum, where a good part of them was drawn. */
  readonly population: VariableId | null;
}

/** What is known of the population about one variable: people by code. */
export interface KnownMargin {
  readonly variable: VariableId;
  readonly people: readonly { readonly code: number; readonly people: number }[];
}

export interface Plan {
  /** What a good life after graduation is measured by. */
  readonly outcomes: readonly VariableId[];
  /** Student experiences and self-rated learning: what is ranked. */
  readonly predictors: readonly VariableId[];
  /** Who the students were: held constant in the adjusted estimates and forced into the ranking. */
  readonly covariates: readonly VariableId[];
  readonly learningOutcomes: readonly EvidencedOutcome[];
  /** Survey weight, or null where every answer counts once. */
  readonly weight: VariableId | null;
  readonly design: SampleDesign;
  /** Categories within which who answered speaks for who did not; known for both. Null: no correction. */
  readonly responseClasses: VariableId | null;
  /** The weights are raked to these. */
  readonly margins: readonly KnownMargin[];
  /** Weights above so many times the median are cut back to it and raked again. */
  readonly trimAt: number;
  /** Variables whose categories are compared: does the association differ between them? */
  readonly groups: readonly VariableId[];
  /** Groups with fewer people are not compared. */
  readonly smallestGroup: number;
  /** Outcomes of which less is better, such as months until the first job. */
  readonly lessIsBetter: readonly VariableId[];
  /** A difference below so many standard deviations of the outcome is called little. */
  readonly meaningful: number;
  /** "by level" chooses the coefficient by the levels of the pair; a method id forces one. */
  readonly method: "by level" | MethodId;
  /** Confidence of all intervals and rank sets, 0 to 1. */
  readonly confidence: number;
  /** Fewer complete pairs than this give a shortfall instead of an estimate. */
  readonly minimumPairs: number;
  /** Bootstrap replicates of the ranking; 0 leaves the rank sets out. */
  readonly replicates: number;
  /** Seed of the bootstrap, a whole number from 0 to 2^32 - 1. */
  readonly seed: number;
}

export const planDefaults = {
  covariates: [],
  learningOutcomes: [],
  weight: null,
  design: { strata: null, clusters: null, population: null },
  responseClasses: null,
  margins: [],
  trimAt: 5,
  groups: [],
  smallestGroup: 50,
  lessIsBetter: [],
  meaningful: 0.1,
  method: "by level",
  confidence: 0.95,
  minimumPairs: 10,
  replicates: 1000,
  seed: 20260101,
} as const satisfies Partial<Plan>;
