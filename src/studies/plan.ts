/** From what a person asks (plan.json, options, a form) to the complete plan, or a sentence about what does not fit. */
import { z } from "zod";
import {
  fewestReplicates,
  methods,
  planDefaults,
  type EvidencedOutcome,
  type MethodId,
  type Plan,
} from "#analysis";
import { Problem } from "../problem.ts";
import { defaultCovariates, defaultPredictors } from "./default-plan.ts";
import { marginRequest, resolveMargins } from "./margins.ts";
import { checkNames, checkRoles } from "./roles.ts";
import type { Assembly } from "./study.ts";

const methodIds = methods.map((method) => method.id) as [MethodId, ...MethodId[]];
const name = z.string().min(1);
const names = z.array(name);

/** A plan as a person writes it: only the outcomes are required. */
export const planRequest = z.strictObject({
  outcomes: names.min(1),
  predictors: names.exactOptional(),
  covariates: names.exactOptional(),
  weight: name.nullable().exactOptional(),
  design: z
    .strictObject({
      strata: name.nullable().exactOptional(),
      clusters: name.nullable().exactOptional(),
      population: name.nullable().exactOptional(),
    })
    .exactOptional(),
  responseClasses: name.nullable().exactOptional(),
  margins: z.array(marginRequest).exactOptional(),
  trimAt: z.number().min(1).max(1_000_000).exactOptional(),
  lessIsBetter: names.exactOptional(),
  groups: names.exactOptional(),
  smallestGroup: z.int().min(10).max(1_000_000).exactOptional(),
  meaningful: z.number().gt(0).max(5).exactOptional(),
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
  const named = {
    ...planDefaults,
    ...request,
    predictors: request.predictors ?? [],
    design: { ...planDefaults.design, ...request.design },
    learningOutcomes,
  };
  checkNames(assembly, named);
  const covariates = request.covariates ?? defaultCovariates(assembly, named);
  const held = { ...named, covariates };
  const plan: Plan = {
    ...held,
    predictors: request.predictors ?? defaultPredictors(assembly, held),
    margins: resolveMargins(assembly.codebook, named.margins),
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
  const stray = plan.lessIsBetter.find((id) => !plan.outcomes.includes(id));
  if (stray !== undefined)
    throw new Problem("invalid-plan", `"${stray}" is not an outcome of this plan.`, {
      next: "Only of outcomes it is said that less of them is better.",
    });
  checkReplicates(plan);
  return plan;
}

/** Too few would make every rank set as wide as the ranking, and look like a finding. */
function checkReplicates({ replicates, confidence }: Plan): void {
  const fewest = fewestReplicates(confidence);
  if (replicates === 0 || replicates >= fewest) return;
  const level = `${Number((100 * confidence).toPrecision(12))} %`;
  throw new Problem(
    "invalid-plan",
    `Rank sets at ${level} confidence cannot be told from ${replicates} bootstrap replicates.`,
    { next: `Ask for ${fewest} or more (1,000 is usual), or for 0 to leave the rank sets out.` },
  );
}
