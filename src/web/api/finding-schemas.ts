/** What was found, as the API gives it. */
import { z } from "@hono/zod-openapi";
import { methods, missingReasons, tiers, type MethodId } from "#analysis";

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

const definite = z.strictObject({ low: z.number(), high: z.number() });
const difference = z
  .strictObject({
    value: z.number(),
    interval: definite,
    standardised: z.strictObject({ value: z.number(), interval: definite }),
  })
  .nullable();

const evidence = z.strictObject({
  difference,
  raw: z.number().nullable(),
  p: z.number(),
  pHolm: z.number(),
  signConflict: z.boolean(),
  robustness: z
    .strictObject({
      value: z.number(),
      ofInterval: z.number().nullable(),
      benchmark: z
        .strictObject({ covariate: z.string(), ofExperience: z.number(), ofOutcome: z.number() })
        .nullable(),
    })
    .nullable(),
});

const ranked = z.strictObject({
  id: z.string(),
  label: z.string(),
  members: z.array(z.string()),
  steps: z.array(z.strictObject({ variable: z.string(), from: z.number(), to: z.number() })),
  importance: z.number(),
  interval,
  noise: z.number(),
  share: z.number(),
  evidence,
  tier: z.enum(tiers),
  rank: z.int(),
  rankLow: z.int(),
  rankHigh: z.int(),
  topThree: z.number().nullable(),
  reach: z
    .strictObject({
      of: z.enum(["took part", "mean place"]),
      percent: z.number(),
      people: z.int().nullable(),
    })
    .nullable(),
  reliability: z.strictObject({ alpha: z.number(), interval: definite, items: z.int() }).nullable(),
  inflation: z.number().nullable(),
  parts: z.array(z.strictObject({ id: z.string(), importance: z.number().nullable() })),
});

const check = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    id: z.string(),
    label: z.string(),
    sentence: z.string(),
    order: z.array(z.string()),
    topUnchanged: z.boolean(),
    tau: z.number(),
    of: z.string().nullable(),
  }),
  z.strictObject({
    ok: z.literal(false),
    id: z.string(),
    label: z.string(),
    sentence: z.string(),
    because: z.string(),
  }),
]);

const comparison = z.strictObject({
  item: z.string(),
  group: z.string(),
  p: z.number().nullable(),
  pHolm: z.number().nullable(),
  replicated: z
    .strictObject({
      difference: difference.unwrap(),
      prediction: interval,
      iSquared: z.number(),
      groups: z.int(),
      sameSign: z.int(),
      verdict: z.string(),
    })
    .nullable(),
  groups: z.array(
    z.strictObject({
      code: z.number(),
      label: z.string(),
      n: z.int().nullable(),
      reach: z.number().nullable(),
      outcome: z.number().nullable(),
      difference,
    }),
  ),
});

const rankingOf = z.enum(["experiences", "learning outcomes"]);

const computed = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("exact") }),
  z.strictObject({ how: z.literal("sampled orders"), orders: z.int() }),
]);

const ranking = z
  .discriminatedUnion("ok", [
    z.strictObject({
      ok: z.literal(true),
      outcome: z.string(),
      of: rankingOf,
      n: z.int(),
      answered: z.int(),
      effectiveN: z.number(),
      adjustedFor: z.array(z.string()),
      covariatesRSquared: z.number(),
      addedRSquared: z.number(),
      jointP: z.number(),
      unit: z.enum(["own units", "percentage points", "percent"]),
      meaningful: z.number(),
      errors: z.enum(["HC3", "survey design"]),
      preparations: z.array(
        z.strictObject({ variable: z.string(), scale: z.string(), merged: z.array(z.number()) }),
      ),
      computed,
      replicated: computed.optional(),
      ranked: z.array(ranked),
      groups: z.array(z.array(z.string())),
      twins: z.array(
        z.strictObject({ items: z.tuple([z.string(), z.string()]), correlation: z.number() }),
      ),
      stressTest: z.strictObject({ top: z.int(), checks: z.array(check) }),
      comparisons: z.array(comparison),
      leftOut: z.array(z.string()),
    }),
    z.strictObject({
      ok: z.literal(false),
      outcome: z.string(),
      of: rankingOf,
      because: z.string(),
      n: z.int(),
      addedRSquared: z.number().nullable(),
    }),
  ])
  .openapi("Ranking");

const beforeAndAfter = z.strictObject({ before: z.number(), after: z.number() });

const weighting = z
  .strictObject({
    n: z.int(),
    effectiveN: beforeAndAfter,
    designEffect: z.number(),
    largest: beforeAndAfter,
    misfit: z.number().nullable(),
    responseRate: z.number().nullable(),
    thin: z.array(
      z.strictObject({ variable: z.string(), category: z.string(), people: z.int().nullable() }),
    ),
    unknown: z.array(z.strictObject({ variable: z.string(), people: z.int().nullable() })),
    strata: z.int(),
    units: z.int(),
    single: z.int(),
  })
  .openapi("Weighting", { description: "How people were weighted, and what it costs." });

export const result = z
  .looseObject({
    format: z.literal("throughline-screening/1"),
    engine: z.string(),
    seed: z.int(),
    dataset: z.strictObject({ people: z.int(), sha256: z.string() }),
    planSha256: z.string(),
    weighting: weighting.nullable(),
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
