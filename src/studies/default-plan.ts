/** What is ranked when a plan names no predictors. */
import type { VariableId } from "#analysis";
import type { Variable } from "#surveys";
import { scales } from "#surveys";
import { rolesOf, type Named } from "./roles.ts";
import type { Assembly } from "./study.ts";

/**
 * Recognised experiences (engagement indicators, practices done, doses of the log) and whatever evidences a
 * learning outcome. Where a study has none of them, every variable without another role; with several
 * files, only from files that hold no outcome.
 *
 * @param chosen what the plan names; its predictors do not matter
 */
export function defaultPredictors(
  { codebook }: Pick<Assembly, "codebook">,
  chosen: Named,
): VariableId[] {
  const { outcomes, learningOutcomes } = chosen;
  const others = rolesOf({ ...chosen, predictors: [], learningOutcomes: [] });
  const taken = new Set([...others].map(([, id]) => id));
  const free = codebook.variables.filter(
    ({ id, excluded }) => excluded === undefined && !taken.has(id),
  );
  const evidence = new Set(learningOutcomes.flatMap((outcome) => outcome.evidence));
  const isRecognised = ({ derived }: Variable) => derived !== undefined && experiences.has(derived);
  const offered = free.some(isRecognised)
    ? free.filter((variable) => isRecognised(variable) || evidence.has(variable.id))
    : fromOtherFiles(free, codebook.variables, outcomes).filter(isOffered(codebook.variables));
  return offered.map(({ id }) => id);
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
