/** What is asked: outcomes, experiences, covariates, and how. Saved first, then computed. */
import type { Plan } from "#analysis";
import { saveLearningOutcomes, savePlan, saveScoring } from "../../db/studies.ts";
import type { Assembled } from "../../jobs/tasks/assemble.ts";
import { Problem } from "../../problem.ts";
import { count, list, percent } from "../../reports/html/format.ts";
import { parsePlan, resolvePlan } from "../../studies/plan.ts";
import { readForm, type Fault } from "../forms/form.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { ErrorSummary } from "../parts/field.tsx";
import { PlanForm } from "../parts/plan-form.tsx";
import { Refusal } from "../parts/problem.tsx";
import {
  fieldsIn,
  fieldsOf,
  learningOutcomesFrom,
  requestFrom,
  type PlanFields,
} from "../forms/plan-form.ts";
import {
  addressOfStudy,
  assemblyOf,
  assemblyOfStudy,
  openStudy,
  placeIn,
  readingOptions,
  type OpenStudy,
} from "../studies/study.ts";
import { namesIn } from "../../studies/names.ts";

export const plan: Page<"/studies/:study/plan"> = {
  path: "/studies/:study/plan",
  async show({ params }, world) {
    const open = await openStudy(world, params.study);
    if (open.confirmed.length === 0) return seeOther(`${addressOfStudy(open.study.id)}/files`);
    const assembly = await assemblyOfStudy(world, open).catch((error: unknown) => {
      if (error instanceof Problem) return undefined;
      throw error;
    });
    // The page of the data says what is wrong with the files, and what can be done.
    if (assembly === undefined) return seeOther(`${addressOfStudy(open.study.id)}/data`);
    return view(open, assembly, {});
  },

  async act({ params, request }, world) {
    const open = await openStudy(world, params.study);
    const { study, confirmed } = open;
    const form = await readForm(request);
    const fields = fieldsIn(form);
    const options = { ...readingOptions(study), scoring: fields.scoring };
    const assembly = await assemblyOf(world, confirmed, options);
    const { request: asked, faults } = requestFrom(fields);
    if (faults.length > 0) return view(open, assembly, { fields, faults });
    try {
      const learningOutcomes = keptOrNew(open, form);
      const wanted = parsePlan(asked, "the plan");
      resolvePlan({ ...assembly, ids: [] }, wanted, learningOutcomes);
      await savePlan(world.db.write, study.id, wanted);
      await saveScoring(world.db.write, study.id, fields.scoring);
      const none = learningOutcomes.length === 0;
      await saveLearningOutcomes(world.db.write, study.id, none ? null : learningOutcomes);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return view(open, assembly, { fields, problem });
    }
    return seeOther(`${addressOfStudy(study.id)}/plan`);
  },
};

function keptOrNew({ study }: OpenStudy, form: URLSearchParams) {
  if (form.get("withoutLearningOutcomes") !== null) return [];
  const text = form.get("learningOutcomes") ?? "";
  return text.trim() === "" ? (study.learningOutcomes ?? []) : learningOutcomesFrom(text);
}

interface Tried {
  readonly fields?: PlanFields;
  readonly faults?: readonly Fault[];
  readonly problem?: Problem;
}

function view(open: OpenStudy, assembly: Assembled, { fields, faults = [], problem }: Tried): View {
  const { study } = open;
  const here = addressOfStudy(study.id);
  const learningOutcomes = study.learningOutcomes ?? [];
  const known = { ...study, codebook: assembly.codebook, learningOutcomes };
  const saved = fields === undefined ? resolved(open, assembly) : undefined;
  const refusal = problem ?? (saved instanceof Problem ? saved : undefined);
  return {
    title: "Plan",
    place: placeIn(open, "plan"),
    status: problem?.status ?? (faults.length > 0 ? 422 : 200),
    body: (
      <>
        <h1>Plan</h1>
        <ErrorSummary faults={faults} />
        <Refusal problem={refusal} />
        {saved !== undefined && !(saved instanceof Problem) ? (
          <>
            <p class="lead">{sentenceFor(saved, assembly)}</p>
            <form method="post" action={`${here}/screenings`}>
              <button type="submit">Compute the findings</button>
            </form>
            <h2>Change the plan</h2>
          </>
        ) : (
          <p class="lead">
            Say what each variable is here for. Outcomes say what a good life is measured by;
            experiences are ranked by what they add to explaining each outcome; covariates say who
            the students were, and are held constant.
          </p>
        )}
        <PlanForm
          codebook={assembly.codebook}
          fields={fields ?? fieldsOf(known)}
          learningOutcomes={learningOutcomes}
          faults={faults}
        />
      </>
    ),
  };
}

/** The saved plan made complete; a Problem where the files have changed under it; undefined where there is none. */
function resolved({ study }: OpenStudy, assembly: Assembled): Plan | Problem | undefined {
  if (study.plan === null) return undefined;
  try {
    return resolvePlan({ ...assembly, ids: [] }, study.plan, study.learningOutcomes ?? []);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** What will be computed, before it is. */
function sentenceFor(wanted: Plan, { codebook, table }: Assembled): string {
  const { predictors, outcomes, covariates, learningOutcomes, weight, replicates, confidence } =
    wanted;
  const name = namesIn(codebook);
  const some = (number: number, one: string, many: string) =>
    `${count(number)} ${number === 1 ? one : many}`;
  const parts: readonly (string | false)[] = [
    `${some(predictors.length, "experience", "experiences")} and ${some(outcomes.length, "outcome", "outcomes")} ` +
      `(${list(outcomes.map(name))}): ${some(predictors.length * outcomes.length, "pair", "pairs")} among ${count(table.rows)} people`,
    covariates.length > 0 && `, as they are and with ${list(covariates.map(name))} held constant`,
    weight !== null && `, weighted by ${name(weight)}`,
    ...drawnBy(wanted, name),
    `. Then one ranking of the experiences for each outcome`,
    learningOutcomes.length > 0 &&
      `, and one of ${some(learningOutcomes.length, "learning outcome", "learning outcomes")}`,
    replicates > 0
      ? `, with rank sets at ${percent(confidence, 0)} from ${count(replicates)} bootstrap replicates.`
      : `, without rank sets.`,
    wanted.groups.length > 0 &&
      ` Associations are compared between the groups of ${list(wanted.groups.map(name))}.`,
  ];
  return parts.filter((part) => part !== false).join("");
}

/** How people were drawn, and what their weights are made to agree with. */
function drawnBy(wanted: Plan, name: (id: string) => string): readonly (string | false)[] {
  const { design, responseClasses, margins } = wanted;
  const { strata, clusters, population } = design;
  const units = [
    ...(strata === null ? [] : [`strata of ${name(strata)}`]),
    ...(clusters === null ? [] : [`clusters of ${name(clusters)}`]),
    ...(population === null ? [] : [`a population of the size of ${name(population)}`]),
  ];
  return [
    units.length > 0 && `, drawn in ${list(units)}`,
    responseClasses !== null &&
      `, with those who answered speaking for their class of ${name(responseClasses)}`,
    margins.length > 0 &&
      `, raked to what is known of ${list(margins.map(({ variable }) => name(variable)))}`,
  ];
}
