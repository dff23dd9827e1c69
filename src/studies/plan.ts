/** From what a person asks (plan.json, options, a form) to the complete plan, or a sentence about what does not fit. */
import { z } from "zod";
import { methods, planDefaults, type EvidencedOutcome, type MethodId, type Plan } from "#analysis";
import type { Variable } from "#surveys";
import { Problem } from "../problem.ts";
import { defaultPredictors } from "./default-plan.ts";
import { nearest } from "./nearest.ts";
import type { Assembly } from "./study.ts";

const methodIds = methods.map((method) => method.id) as [MethodId, ...MethodId[]];
const names = z.array(z.string().min(1));

/** A plan as a person writes it: only the outcomes are required. */
export const planRequest = z.strictObject({
  outcomes: names.min(1),
  predictors: names.exactOptional(),
  covariates: names.exactOptional(),
  weight: z.string().min(1).nullable().exactOptional(),
  method: z.enum(["by level", ...methodIds]).exactOptional(),
  confidence: z.number().gt(0.5).lt(1).exactOptional(),
  minimumPairs: z.int().min(4).max(1_000_000).exactOptional(),
  replicates: z.int().min(0).max(100_000).exactOptional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .exactOptional(),
});
export type PlanRequest = z.infer<typeof planRequest>;

/** Reads plan.json; every fault is named by its path in the file. */
export function readPlan(text: string, file: string): PlanRequest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem("invalid-plan", `${file} is not JSON.`, {
      next: "Check brackets, commas and quotes.",
    });
  }
  return parsePlan(json, file);
}

export function parsePlan(json: unknown, file: string): PlanRequest {
  const parsed = planRequest.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Problem("invalid-plan", `${file} is not a plan.`, {
    issues: parsed.error.issues.map(({ path, message }) => ({
      severity: "error",
      file,
      column: path.join(".") || "(the whole file)",
      code: "invalid-plan",
      text: `${path.join(".") || "The file"}: ${message}.`,
    })),
  });
}

export function resolvePlan(
  assembly: Assembly,
  request: PlanRequest,
  learningOutcomes: readonly EvidencedOutcome[],
): Plan {
  const { outcomes, covariates = [], weight = null } = request;
  const chosen = { outcomes, covariates, weight, learningOutcomes };
  checkNames(assembly, { ...chosen, predictors: request.predictors ?? [] });
  const plan: Plan = {
    ...planDefaults,
    ...request,
    predictors: request.predictors ?? defaultPredictors(assembly, chosen),
    learningOutcomes,
  };
  if (plan.predictors.length === 0)
    throw new Problem(
      "invalid-plan",
      "Nothing is left to rank: every variable is an outcome or a covariate.",
      {
        next: "Name the experiences with --predictors, or add a file that holds them.",
      },
    );
  checkRoles(plan);
  return plan;
}

type Named = Pick<Plan, "outcomes" | "predictors" | "covariates" | "weight" | "learningOutcomes">;

function checkNames(assembly: Assembly, named: Named): void {
  const variables = new Map(assembly.codebook.variables.map((variable) => [variable.id, variable]));
  for (const [role, id] of rolesOf(named)) {
    const variable = variables.get(id);
    if (variable === undefined) throw unknownColumn(role, id, [...variables.keys()]);
    if (variable.excluded !== undefined && !(variable.excluded in degenerate))
      throw unusable(role, variable);
    if (role === "weight" && variable.level === "nominal") throw unusable(role, variable);
  }
}

function checkRoles(plan: Plan): void {
  const roles = new Map<string, string>();
  for (const [role, id] of rolesOf({ ...plan, learningOutcomes: [] })) {
    const earlier = roles.get(id);
    if (earlier !== undefined)
      throw new Problem("invalid-plan", `"${id}" is named twice: as ${earlier} and as ${role}.`, {
        next: "A variable has one role in a plan. Take it out of one of the two.",
      });
    roles.set(id, role);
  }
}

function* rolesOf(named: Named): Generator<readonly [role: string, id: string]> {
  for (const id of named.outcomes) yield ["outcome", id];
  for (const id of named.predictors) yield ["predictor", id];
  for (const id of named.covariates) yield ["covariate", id];
  if (named.weight !== null) yield ["weight", named.weight];
  for (const { id, evidence } of named.learningOutcomes)
    for (const variable of evidence) yield [`evidence of "${id}"`, variable];
}

function unknownColumn(role: string, id: string, known: readonly string[]): Problem {
  const close = nearest(id, known);
  return new Problem("unknown-column", `"${id}", named as ${role}, is in no file.`, {
    next:
      close === undefined
        ? `The columns are: ${known.slice(0, 40).join(", ")}.`
        : `Did you mean "${close}"?`,
  });
}

function unusable(role: string, variable: Variable): Problem {
  const what = variable.excluded ?? `${variable.level}`;
  return new Problem(
    "unusable-column",
    `"${variable.id}" cannot be used as ${role}: it is ${what}.`,
    {
      next: `${variable.decidedBy} If that is wrong, say so in a codebook (--codebook-out writes one to edit).`,
    },
  );
}

/** Excluded from the offer, but an honest answer exists: no variation, too few pairs. */
const degenerate: Partial<Record<NonNullable<Variable["excluded"]>, true>> = {
  constant: true,
  "all missing": true,
};
