/** What is ranked when a plan names no predictors. */
import type { Plan, VariableId } from "#analysis";
import type { Variable } from "#surveys";
import { scales } from "#surveys";
import type { Assembly } from "./study.ts";

export type Chosen = Pick<Plan, "outcomes" | "covariates" | "weight" | "learningOutcomes">;

/**
 * Recognised experiences: engagement indicators, practices done, doses of the log. Where a study has none of
 * them, every variable without another role; with several files, only from files that hold no outcome.
 */
export function defaultPredictors(
  { codebook }: Pick<Assembly, "codebook">,
  chosen: Chosen,
): VariableId[] {
  const { outcomes, covariates, weight, learningOutcomes } = chosen;
  const taken = new Set([...outcomes, ...covariates, ...(weight === null ? [] : [weight])]);
  const free = codebook.variables.filter(
    ({ id, excluded }) => excluded === undefined && !taken.has(id),
  );
  const recognised = free.filter(
    ({ derived }) => derived !== undefined && experiences.has(derived),
  );
  if (recognised.length > 0) return recognised.map(({ id }) => id);
  const evidence = new Set(learningOutcomes.flatMap((outcome) => outcome.evidence));
  const elsewhere = fromOtherFiles(free, codebook.variables, outcomes).filter(
    isOffered(codebook.variables),
  );
  const unnamed = elsewhere.filter(({ id }) => !evidence.has(id));
  return (unnamed.length > 0 ? unnamed : elsewhere).map(({ id }) => id);
}

const experiences: ReadonlySet<string> = new Set(["scale", "flag", "dose"]);

/** Answers to the items of a score belong to it, and the year of a first time is not an experience. */
function isOffered(all: readonly Variable[]): (variable: Variable) => boolean {
  const scored = new Set(all.filter(({ derived }) => derived === "scale").map(({ id }) => id));
  const items = new Set(
    scales
      .filter(({ id }) => scored.has(id))
      .flatMap((scale) => scale.items.map((item) => item.toLowerCase())),
  );
  return ({ id, derived }) => derived !== "first year" && !items.has(id.toLowerCase());
}

/** Experiences and outcomes usually come in different files; where no other file has any, all are offered. */
function fromOtherFiles(
  free: readonly Variable[],
  all: readonly Variable[],
  outcomes: readonly VariableId[],
): readonly Variable[] {
  const ofOutcomes = new Set(
    all.filter(({ id }) => outcomes.includes(id)).map(({ source }) => source),
  );
  const others = free.filter(({ source }) => !ofOutcomes.has(source));
  return others.length > 0 ? others : free;
}
