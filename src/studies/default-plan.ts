/** What is ranked, and what is held constant, when a plan does not say so. */
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

/**
 * Who the students were, as far as it is recognised by name: field of study, cohort, first generation, grades before
 * college. Grades during college may come after an experience: they are held constant only where a plan says so.
 */
export function defaultCovariates(
  { codebook }: Pick<Assembly, "codebook">,
  chosen: Named,
): VariableId[] {
  const taken = new Set(
    [...rolesOf({ ...chosen, covariates: [], groups: [] })].map(([, id]) => id),
  );
  const free = codebook.variables.filter(
    ({ id, excluded }) => excluded === undefined && !taken.has(id),
  );
  return background.flatMap((name) => free.find(({ id }) => name.test(id))?.id ?? []);
}

const background: readonly RegExp[] = [
  /^(major|majfirstcol|major_field|field_of_study)$/i,
  /^(cohort|class_?year|grad(uation)?_?year)$/i,
  /^first_?gen(eration)?$/i,
  /^(hs_?gpa|high_?school_?gpa|prior_?gpa|entry_?gpa)$/i,
];

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
