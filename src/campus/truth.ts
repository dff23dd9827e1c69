/** The planted truth, for every experience and outcome of the suggested plan. */
import {
  experienceEntries,
  outcomeKeys,
  outcomes,
  type ExperienceKey,
  type Lean,
  type OutcomeKey,
} from "./model.ts";

/**
 * real: alumni answers go with the experience among students alike in all covariates.
 * confounded: only because both go with who the students were; nothing is left among students alike.
 * none: they have nothing to do with each other.
 */
export type Kind = "real" | "confounded" | "none";

export interface Planted {
  readonly experience: ExperienceKey;
  readonly outcome: OutcomeKey;
  readonly kind: Kind;
  /** The covariates that the experience and the outcome both go with. */
  readonly through: readonly Covariate[];
}

export type Covariate = (typeof covariates)[number];
export const covariates = ["firstgen", "MAJfirstcol", "GPAest"] as const;

/** One row per pair. */
export type Truth = readonly Planted[];

function shared(one: Lean, other: Lean): Covariate[] {
  const behind = (lean: Lean) =>
    (Object.keys(lean) as (keyof Lean)[]).map((key) => covariateOf[key]);
  const others = behind(other);
  return covariates.filter(
    (covariate) => behind(one).includes(covariate) && others.includes(covariate),
  );
}

const covariateOf = {
  firstgen: "firstgen",
  market: "MAJfirstcol",
  civic: "MAJfirstcol",
  grades: "GPAest",
} as const satisfies Record<keyof Lean, Covariate>;

export const truth: Truth = experienceEntries.flatMap(([experience, { lean, toward }]) =>
  outcomeKeys.map((outcome) => {
    const through = shared(lean, outcomes[outcome].lean);
    const kind =
      toward[outcome] !== undefined ? "real" : through.length > 0 ? "confounded" : "none";
    return { experience, outcome, kind, through };
  }),
);
