import { expect, test } from "vitest";
import { planDefaults, release, type Ranking } from "#analysis";
import type { Codebook } from "#surveys";
import { rankingLines } from "../../../src/cli/ranking-lines.ts";
import { evidence, ranked, ranking } from "../../support/ranked.ts";

const variable = { source: "a.csv", missing: {}, decidedBy: "Invented." };
const codebook: Codebook = {
  variables: [
    { ...variable, id: "satisfaction", label: "Satisfaction", level: "ordinal" },
    { ...variable, id: "major", label: "Major", level: "nominal" },
  ],
};
const statement = "Students build a professional network by meeting employers and alumni.";
const about = (more: Partial<Ranking> = {}): Ranking =>
  ranking({
    outcome: "satisfaction",
    adjustedFor: ["major"],
    ranked: [
      ranked({ id: "a", label: "Internship", tier: "clear priority", rankHigh: 1 }),
      ranked({ id: "b", label: statement, tier: "likely matters" }),
      ranked({ id: "c", label: "Field", tier: "cannot tell", evidence: evidence(null, 0.2) }),
    ],
    groups: [["a"], ["b", "c"]],
    ...more,
  });
const lines = (...rankings: Parameters<typeof release>[0]["rankings"][number][]): string[] =>
  rankingLines(
    release({
      engine: "throughline 0",
      dataset: { people: 300, sha256: "" },
      plan: { ...planDefaults, outcomes: ["satisfaction"], predictors: ["a", "b"] },
      planSha256: "",
      weighting: null,
      associations: [],
      rankings,
    }),
    codebook,
  );

test("a ranking is a table with tier, rank set, share, difference in its unit and Holm p", () => {
  expect(lines(about())).toEqual([
    "",
    "Satisfaction: experiences ranked",
    "250 of 300 people with an answer are complete. What is held constant (Major) explains 10.0 %; all experiences together add 20.0 %.",
    "  tier            rank     experience                                    share  difference (points)  Holm p",
    "  clear priority  1st      Internship                                    50 %   0.30 (0.20 to 0.40)  .001",
    "  likely matters  1st–3rd  Students build a professional network by me…  50 %   0.30 (0.20 to 0.40)  .001",
    "  cannot tell     1st–3rd  Field                                         50 %   –                    .200",
    `Too close to call: ${statement} and Field.`,
  ]);
});

test("the stress test and what to be careful of stand below", () => {
  const check = { id: "w", label: "W", sentence: "", of: null, tau: 1, order: ["a"] } as const;
  const stressed = about({
    groups: [["a", "b", "c"]],
    stressTest: { top: 1, checks: [{ ...check, ok: true, topUnchanged: true }] },
    twins: [{ items: ["a", "c"], correlation: 0.95 }],
  });
  expect(lines(stressed).slice(-3)).toEqual([
    "Too close to call: all of them.",
    "The first stays the first in 1 of 1 check.",
    "“Internship” and “Field” go together so closely (r = 0.95) that the ranking splits one credit between them: rank one of the two, or both as one.",
  ]);
});

test("no ranking says why", () => {
  const none = {
    outcome: "satisfaction",
    of: "experiences",
    ok: false,
    because: "fewer than two experiences vary",
    n: 100,
    addedRSquared: null,
  } as const;
  expect(lines(none)).toEqual([
    "",
    "No ranking for “Satisfaction”: fewer than two experiences differ between people.",
  ]);
});
