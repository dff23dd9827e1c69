/** A ranking, as the API gives it: importance and evidence in separate fields, and how sure each rank is. */
import { z } from "@hono/zod-openapi";
import { replicationVerdicts, tiers } from "#analysis";

const interval = z.strictObject({ low: z.number(), high: z.number() });
const share = z.number().min(0).max(1);
const p = z.number().min(0).max(1);

const difference = z
  .strictObject({
    value: z.number().describe("In the unit of the ranking, along the step of each member."),
    interval,
    standardised: z
      .strictObject({ value: z.number(), interval })
      .describe("In standard deviations of the outcome, on the scale of the model."),
  })
  .describe("How much higher the outcome is, everything else in the model held constant.");

const robustness = z
  .strictObject({
    value: share.describe(
      "Share of what is left of both sides that something unmeasured would have to explain to leave nothing.",
    ),
    ofInterval: share.nullable().describe("The same to bring the interval to nothing."),
    benchmark: z
      .strictObject({ covariate: z.string(), ofExperience: share, ofOutcome: share })
      .nullable()
      .describe("The covariate that explains most of what is left of the outcome, and its shares."),
  })
  .nullable()
  .describe("Null where there is no difference to be robust.");

const evidence = z.strictObject({
  difference: difference.nullable().describe("Null for what has no direction."),
  raw: z.number().nullable().describe("The same step with nothing held constant."),
  p: p.describe("Of no difference, two-sided; without a direction: of no association at all."),
  pHolm: p.describe("Holm over everything ranked for this outcome."),
  signConflict: z.boolean().describe("Raw and adjusted difference point opposite ways."),
  robustness,
});

const ranked = z.strictObject({
  id: z.string().describe("A predictor, or a learning outcome."),
  label: z.string(),
  members: z.array(z.string()).describe("Variables that enter together."),
  steps: z
    .array(z.strictObject({ variable: z.string(), from: z.number(), to: z.number() }))
    .describe("Between which values the difference of each member is stated."),
  importance: share.describe("LMG: share of the outcome's variance beyond the covariates."),
  interval: interval.nullable().describe("Of the importance: percentiles of the replicates."),
  noise: share.describe("What chance alone reaches one time in twenty."),
  share: z.number().describe("Importance over that of all together; the shares sum to 1."),
  evidence,
  tier: z.enum(tiers),
  rank: z.int().describe("1: most important."),
  rankLow: z.int().describe("All true ranks lie between low and high at once."),
  rankHigh: z.int(),
  topThree: share.nullable().describe("Share of the replicates with rank 3 or better."),
  reach: z
    .strictObject({
      of: z.enum(["took part", "mean place"]),
      percent: z.number(),
      people: z.int().nullable(),
    })
    .nullable()
    .describe("Who took part, or the mean place on its range; null: none, or too few people."),
  reliability: z
    .strictObject({ alpha: z.number(), interval, items: z.int() })
    .nullable()
    .describe("Of a score of several items."),
  inflation: z.number().nullable().describe("Variance inflation; null: nothing of its own."),
  parts: z
    .array(z.strictObject({ id: z.string(), importance: share }))
    .describe(
      "Of a learning outcome: its members; their importances (Owen values) sum to its own.",
    ),
});

const way = { id: z.string(), label: z.string(), sentence: z.string() };

const check = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    ...way,
    order: z.array(z.string()).describe("Most important first."),
    topUnchanged: z.boolean(),
    tau: z.number().describe("Kendall's tau between the two orders."),
    of: z.string().nullable().describe("Which of several ways this is."),
  }),
  z.strictObject({ ok: z.literal(false), ...way, because: z.string() }),
]);

const verdicts = Object.keys(replicationVerdicts) as [keyof typeof replicationVerdicts];

const comparison = z.strictObject({
  item: z.string(),
  group: z.string().describe("The variable whose categories are compared."),
  p: p.nullable().describe("Of the association being the same in all groups."),
  pHolm: p.nullable().describe("Holm over all experiences and groups of the ranking."),
  replicated: z
    .strictObject({
      difference,
      prediction: interval.nullable().describe("Where the truth of one more group would lie."),
      iSquared: share.describe("Share of the scatter between groups beyond chance."),
      groups: z.int(),
      sameSign: z.int(),
      verdict: z.enum(verdicts),
    })
    .nullable()
    .describe("The same difference over all groups, each with a truth of its own."),
  groups: z.array(
    z.strictObject({
      code: z.number(),
      label: z.string(),
      n: z.int().nullable().describe("Null: too few people; so is all that follows."),
      reach: z.number().nullable().describe("In percent, as the reach of the item."),
      outcome: z.number().nullable().describe("Mean; in percent for a yes or no."),
      difference: difference.nullable(),
    }),
  ),
});

const computed = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("exact") }),
  z.strictObject({ how: z.literal("sampled orders"), orders: z.int() }),
]);

const rankingOf = z.enum(["experiences", "learning outcomes"]);

export const ranking = z
  .discriminatedUnion("ok", [
    z.strictObject({
      ok: z.literal(true),
      outcome: z.string(),
      of: rankingOf,
      n: z.int().describe("People complete on outcome, covariates and everything ranked."),
      answered: z.int().describe("People who have the outcome."),
      effectiveN: z.number(),
      adjustedFor: z.array(z.string()),
      covariatesRSquared: share,
      addedRSquared: share.describe("What everything ranked adds to the explained variance."),
      jointP: p.describe("Of everything ranked together adding nothing."),
      unit: z.enum(["own units", "percentage points", "percent"]).describe("Of all differences."),
      meaningful: z.number().describe("Less is little, in standard deviations of the outcome."),
      errors: z.enum(["HC3", "survey design"]),
      preparations: z
        .array(
          z.strictObject({ variable: z.string(), scale: z.string(), merged: z.array(z.number()) }),
        )
        .describe("Variables that did not enter as they are."),
      computed,
      replicated: computed.optional().describe("The replicates, where computed otherwise."),
      ranked: z.array(ranked).describe("Most important first."),
      groups: z.array(z.array(z.string())).describe("Neighbours that cannot be told apart."),
      twins: z
        .array(
          z.strictObject({ items: z.tuple([z.string(), z.string()]), correlation: z.number() }),
        )
        .describe("Go together so closely that they split one credit."),
      stressTest: z.strictObject({ top: z.int(), checks: z.array(check) }),
      comparisons: z.array(comparison).describe("Between groups of people."),
      leftOut: z.array(z.string()).describe("Hardly vary among the people of the ranking."),
    }),
    z.strictObject({
      ok: z.literal(false),
      outcome: z.string(),
      of: rankingOf,
      because: z.string(),
      n: z.int(),
      addedRSquared: share.nullable(),
    }),
  ])
  .openapi("Ranking", {
    description: "What goes with one outcome, most important first; or why nothing is ranked.",
  });
