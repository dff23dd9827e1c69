/** What was found, as the API gives it. */
import { z } from "@hono/zod-openapi";
import { methods, missingReasons, type MethodId, type Plan } from "#analysis";
import { ranking } from "./ranking-schemas.ts";

export const methodIds = methods.map(({ id }) => id) as [MethodId, ...MethodId[]];
export const level = z.enum(["nominal", "binary", "ordinal", "count", "interval"]);
const interval = z.strictObject({ low: z.number(), high: z.number() }).nullable();

const estimate = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.number(), interval, p: z.number() }),
  z.strictObject({ ok: z.literal(false), because: z.string() }),
]);

const association = z
  .strictObject({
    predictor: z.string(),
    outcome: z.string(),
    method: z.enum(methodIds),
    rule: z.string(),
    raw: estimate,
    n: z.int().nullable(),
    effectiveN: z.number().nullable(),
    pHolm: z.number().nullable(),
    qBh: z.number().nullable(),
    adjusted: z
      .strictObject({
        method: z.enum(["partial-pearson", "partial-spearman", "partial-eta"]),
        estimate,
        unadjusted: z.number().nullable(),
        n: z.int(),
        covariates: z.int(),
      })
      .nullable(),
    adjustedPHolm: z.number().nullable(),
    cautions: z.array(z.string()),
  })
  .openapi("Association");

const beforeAndAfter = z.strictObject({ before: z.number(), after: z.number() });

const weighting = z
  .strictObject({
    n: z.int(),
    effectiveN: beforeAndAfter,
    designEffect: z.number(),
    largest: beforeAndAfter,
    misfit: z.number().nullable(),
    responseRate: z.number().nullable(),
    thin: z
      .array(z.strictObject({ variable: z.string(), code: z.number() }))
      .describe("Categories that fewer than 30 people stand for."),
    unknown: z.array(z.string()).describe("Variables that not everybody has a category of."),
    strata: z.int(),
    units: z.int(),
    single: z.int(),
  })
  .openapi("Weighting", { description: "How people were weighted, and what it costs." });

const names = z.array(z.string());
const nameOrNot = z.string().nullable();

const wholePlan = z
  .strictObject({
    outcomes: names,
    predictors: names,
    covariates: names,
    learningOutcomes: z.array(
      z.strictObject({ id: z.string(), label: z.string(), evidence: names }),
    ),
    weight: nameOrNot,
    design: z.strictObject({ strata: nameOrNot, clusters: nameOrNot, population: nameOrNot }),
    responseClasses: nameOrNot,
    margins: z.array(
      z.strictObject({
        variable: z.string(),
        people: z.array(z.strictObject({ code: z.number(), people: z.number() })),
      }),
    ),
    trimAt: z.number(),
    groups: names,
    smallestGroup: z.int(),
    lessIsBetter: names,
    meaningful: z.number(),
    method: z.enum(["by level", ...methodIds]),
    confidence: z.number(),
    minimumPairs: z.int(),
    replicates: z.int(),
    seed: z.int(),
  } satisfies Record<keyof Plan, z.ZodType>)
  .openapi("WholePlan", { description: "The plan with every default filled in." });

const join = z.strictObject({
  people: z.int(),
  inAll: z.int(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      format: z.string(),
      rows: z.int(),
      people: z.int(),
      unmatched: z.int(),
    }),
  ),
});

export const result = z
  .strictObject({
    format: z.literal("throughline-screening/1"),
    engine: z.string(),
    seed: z.int(),
    dataset: z.strictObject({ people: z.int(), sha256: z.string() }),
    join,
    plan: wholePlan,
    planSha256: z.string().describe("Of the plan: the question that was frozen."),
    variables: z.array(z.strictObject({ id: z.string(), label: z.string(), level })),
    weighting: weighting.nullable().describe("Null where everybody counts once."),
    associations: z.array(association),
    rankings: z.array(ranking),
  })
  .openapi("Result", {
    description: "screening.json, byte for byte as the command line writes it.",
  });

const distribution = z.strictObject({
  id: z.string(),
  label: z.string(),
  level,
  n: z.int().nullable(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  categories: z.array(z.strictObject({ label: z.string(), n: z.int().nullable() })),
});

export const pair = z
  .strictObject({
    n: z.int().nullable(),
    lost: z.array(
      z.strictObject({
        variable: z.string(),
        reason: z.enum(missingReasons),
        people: z.int().nullable(),
      }),
    ),
    predictor: distribution,
    outcome: distribution,
    groups: z.array(
      z.strictObject({
        label: z.string(),
        at: z.number().nullable(),
        n: z.int().nullable(),
        mean: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    ),
    companions: z.array(z.strictObject({ method: z.enum(methodIds), estimate })),
    alarms: z.array(
      z.strictObject({
        code: z.enum(["bent relation", "latent reading withheld", "exact test", "few people"]),
        text: z.string(),
      }),
    ),
  })
  .openapi("Pair", {
    description:
      "One pair beside its coefficient: its people, other measures that fit its levels, and what a coefficient hides; null: fewer than ten people.",
  });
