/** What is asked of a table: frozen, hashed and printed with every result. */
import type { VariableId } from "./table.ts";
import type { MethodId } from "./methods/index.ts";

/** A learning outcome (CLO) in a plan: the variables that evidence it enter a ranking together. */
export interface EvidencedOutcome {
  readonly id: string;
  readonly label: string;
  readonly evidence: readonly VariableId[];
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
  method: "by level",
  confidence: 0.95,
  minimumPairs: 10,
  replicates: 1000,
  seed: 20260101,
} as const satisfies Partial<Plan>;
