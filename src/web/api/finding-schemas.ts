/** What was found, as the API gives it. */
import { z } from "@hono/zod-openapi";
import { methods, missingReasons, type MethodId } from "#analysis";

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

const ranked = z.strictObject({
  id: z.string(),
  label: z.string(),
  members: z.array(z.string()),
  importance: z.number(),
  interval,
  share: z.number(),
  evidence: z.strictObject({ estimate: z.number(), interval, p: z.number(), pHolm: z.number() }),
  rank: z.int(),
  rankLow: z.int(),
  rankHigh: z.int(),
  parts: z.array(z.strictObject({ id: z.string(), importance: z.number().nullable() })),
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
      effectiveN: z.number(),
      covariatesRSquared: z.number(),
      addedRSquared: z.number(),
      computed,
      replicated: computed.optional(),
      ranked: z.array(ranked),
      groups: z.array(z.array(z.string())),
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

export const result = z
  .looseObject({
    format: z.literal("throughline-screening/1"),
    engine: z.string(),
    seed: z.int(),
    dataset: z.strictObject({ people: z.int(), sha256: z.string() }),
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
  })
  .openapi("Pair", {
    description: "One pair before any coefficient; null: fewer than ten people.",
  });
