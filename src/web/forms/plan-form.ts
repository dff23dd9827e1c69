/** The form of a plan: from what is known to fields, and from fields to a plan as a file would have it. */
import { planDefaults, type EvidencedOutcome } from "#analysis";
import type { Codebook, Variable } from "#surveys";
import { Problem } from "../../problem.ts";
import { defaultPredictors } from "../../studies/default-plan.ts";
import { readLearningOutcomes } from "../../studies/learning-outcomes-file.ts";
import type { PlanRequest } from "../../studies/plan.ts";
import { scoringRules, type ScoringRule } from "../../studies/study.ts";
import { designFieldsIn, designFieldsOf, designFrom, type DesignFields } from "./design-fields.ts";
import type { Fault } from "./form.ts";

/** What a variable does in the plan. */
export const roles = ["none", "outcome", "predictor", "covariate", "weight"] as const;
export type Role = (typeof roles)[number];

export const numberFields = [
  "confidence",
  "minimumPairs",
  "replicates",
  "seed",
  "trimAt",
  "smallestGroup",
  "meaningful",
] as const;
type NumberField = (typeof numberFields)[number];

/** What the form shows: a variable has one role, so it cannot be named twice. */
export interface PlanFields {
  readonly roles: ReadonlyMap<string, Role>;
  readonly method: string;
  readonly numbers: Readonly<Record<NumberField, string>>;
  readonly scoring: ScoringRule;
  readonly design: DesignFields;
  /** As typed: a JSON file, or a line for each. */
  readonly learningOutcomes: string;
}

interface Known {
  readonly codebook: Codebook;
  readonly plan: PlanRequest | null;
  readonly scoring: ScoringRule;
  readonly learningOutcomes: readonly EvidencedOutcome[];
}

/** The plan as it is; without one, what would be ranked if nothing were chosen. */
export function fieldsOf({ codebook, plan, scoring, learningOutcomes }: Known): PlanFields {
  const given = { ...planDefaults, outcomes: [], ...plan };
  const { outcomes, covariates, weight } = given;
  const design = { ...planDefaults.design, ...plan?.design };
  const chosen = { ...given, predictors: [], design, learningOutcomes };
  const predictors = plan?.predictors ?? defaultPredictors({ codebook }, chosen);
  const known: readonly (readonly [Role, readonly string[]])[] = [
    ["predictor", predictors],
    ["covariate", covariates],
    ["weight", weight === null ? [] : [weight]],
    ["outcome", outcomes],
  ];
  return {
    roles: new Map(known.flatMap(([role, ids]) => ids.map((id) => [id, role]))),
    method: given.method,
    numbers: numbersBy((name) => String(given[name])),
    scoring,
    design: designFieldsOf(plan),
    learningOutcomes: "",
  };
}

/** As a form that was refused has it. */
export function fieldsIn(form: URLSearchParams): PlanFields {
  const given = form.getAll("role");
  return {
    roles: new Map(form.getAll("variable").map((id, i) => [id, roleOf(given[i])])),
    method: form.get("method") ?? planDefaults.method,
    numbers: numbersBy((name) => form.get(name)?.trim() ?? String(planDefaults[name])),
    design: designFieldsIn(form),
    scoring: scoringRules.find((rule) => rule === form.get("scoring")) ?? scoringRules[0],
    learningOutcomes: form.get("learningOutcomes") ?? "",
  };
}

const numbersBy = (text: (name: NumberField) => string): Record<NumberField, string> => ({
  confidence: text("confidence"),
  minimumPairs: text("minimumPairs"),
  replicates: text("replicates"),
  seed: text("seed"),
  trimAt: text("trimAt"),
  smallestGroup: text("smallestGroup"),
  meaningful: text("meaningful"),
});

/** The plan as JSON for `parsePlan`, and what is wrong beside which field. */
export function requestFrom(fields: PlanFields): {
  readonly request: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
} {
  const of = (role: Role): string[] =>
    [...fields.roles].flatMap(([id, given]) => (given === role ? [id] : []));
  const faults: Fault[] = [];
  if (of("outcome").length === 0)
    faults.push({
      field: "roles",
      text: "Choose at least one outcome: what is a good life measured by?",
    });
  if (of("weight").length > 1)
    faults.push({
      field: "roles",
      text: `Only one variable can be the weight, not ${of("weight").length}.`,
    });
  for (const name of numberFields)
    if (fields.numbers[name] === "" || !Number.isFinite(Number(fields.numbers[name])))
      faults.push({ field: name, text: `${numberLabels[name]}: write a number.` });
  const design = marginsOrFault(fields.design, faults);
  const numbers = Object.fromEntries(
    numberFields.map((name) => [name, Number(fields.numbers[name])]),
  );
  const request = {
    outcomes: of("outcome"),
    predictors: of("predictor"),
    covariates: of("covariate"),
    weight: of("weight")[0] ?? null,
    ...design,
    method: fields.method,
    ...numbers,
  };
  return { request, faults };
}

function marginsOrFault(design: DesignFields, faults: Fault[]): ReturnType<typeof designFrom> {
  try {
    return designFrom(design);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    faults.push({ field: "margins", text: `${problem.message} ${problem.next ?? ""}`.trim() });
    return designFrom({ ...design, margins: "" });
  }
}

export const numberLabels: Readonly<Record<NumberField, string>> = {
  confidence: "Confidence of intervals and rank sets",
  minimumPairs: "Fewest people for an estimate",
  replicates: "Bootstrap replicates behind the rank sets",
  seed: "Seed of the bootstrap",
  trimAt: "Largest raked weight, in medians",
  smallestGroup: "Fewest people of a group that is compared",
  meaningful: "Least difference worth naming, in standard deviations of the outcome",
};

/** JSON as in clos.json, or a line for each: "Apply learning at work: intern_done, employer_visit". */
export function learningOutcomesFrom(text: string): EvidencedOutcome[] {
  if (/^\s*[[{]/.test(text)) return readLearningOutcomes(text, "learning outcomes");
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line, i) => {
    const [label, evidence] = cut(line);
    if (label === "" || evidence.length === 0)
      throw new Problem("invalid-learning-outcomes", `Line ${i + 1} has no name or no variables.`, {
        next: "Write the name, a colon, and the variables that evidence it, separated by commas.",
      });
    return { id: `clo-${i + 1}`, label, evidence: [...new Set(evidence)] };
  });
}

/** At the last colon: a name may hold one, the name of a variable hardly. */
function cut(line: string): readonly [label: string, evidence: readonly string[]] {
  const colon = line.lastIndexOf(":");
  const names = line
    .slice(colon + 1)
    .split(",")
    .map((name) => name.trim());
  return [line.slice(0, Math.max(0, colon)).trim(), names.filter((name) => name !== "")];
}

/** Variables that can have a role, and those that have one all the same. */
export const offeredIn = ({ variables }: Codebook, { roles }: PlanFields): Variable[] =>
  variables.filter(
    ({ id, excluded }) => excluded === undefined || (roles.get(id) ?? "none") !== "none",
  );

const roleOf = (given: string | undefined): Role => roles.find((role) => role === given) ?? "none";
