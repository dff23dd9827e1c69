/** What stands around a ranking: stress test, comparison of groups, preparation, warnings. */
import { describe, expect, test } from "vitest";
import type { Check, GroupComparison, Ranking } from "../../../analysis/ranking.ts";
import {
  sentenceForComparison,
  sentenceForGroups,
} from "../../../analysis/sentences/comparison.ts";
import { sentencesForPreparation, warningsFor } from "../../../analysis/sentences/preparation.ts";
import { checkInWords, sentenceForStressTest } from "../../../analysis/sentences/stress-test.ts";
import { ranked, ranking } from "../../support/ranked.ts";
import { difference, names } from "./items.ts";

const about = (more: Partial<Ranking> = {}): Ranking =>
  ranking({
    outcome: "satisfaction",
    ranked: [
      ranked({ id: "internship", label: "Internship" }),
      ranked({ id: "visits", label: "Career visits" }),
    ],
    ...more,
  });

describe("stress test", () => {
  const check = (topUnchanged: boolean): Check => ({
    id: "em",
    label: "Everybody",
    sentence: "",
    ok: true,
    order: ["visits", "internship"],
    topUnchanged,
    tau: -0.504,
    of: null,
  });
  const failed: Check = {
    id: "w",
    label: "W",
    sentence: "",
    ok: false,
    because: "nobody has a gap",
  };
  const stressed = (top: number, checks: Check[]) => about({ stressTest: { top, checks } });

  test("counts the checks that could be made", () => {
    expect(sentenceForStressTest(stressed(3, [check(true), check(false), failed]))).toBe(
      "The top three stay the same in 1 of 2 checks. 1 more could not be made.",
    );
    expect(sentenceForStressTest(stressed(1, [check(true), check(true)]))).toBe(
      "The first stays the first in all 2 checks.",
    );
    expect(sentenceForStressTest(stressed(1, [check(true)]))).toBe(
      "The first stays the first in 1 of 1 check.",
    );
    expect(sentenceForStressTest(stressed(1, [failed]))).toBe("None of the checks could be made.");
    expect(sentenceForStressTest(stressed(0, []))).toBeUndefined();
  });

  test("names the other top, what was left out, or why there is none", () => {
    const other = stressed(1, [check(false)]);
    expect(checkInWords(check(true), other)).toBe(
      "Same top; agreement of the two orders (tau) −0.50.",
    );
    expect(checkInWords({ ...check(false), of: "Major" } as Check, other)).toBe(
      "Other top, without “Major”: “Career visits”; agreement of the two orders (tau) −0.50.",
    );
    expect(checkInWords(failed, other)).toBe("Could not be made: nobody has a gap.");
  });
});

describe("groups", () => {
  const groups: GroupComparison["groups"] = [
    {
      code: 0,
      label: "Later",
      n: 1200,
      reach: 40.4,
      outcome: 4.61,
      difference: difference(0.2, 0.1, 0.3),
    },
    {
      code: 1,
      label: "First",
      n: 500,
      reach: 31,
      outcome: 4.1,
      difference: difference(0.5, 0.2, 0.8),
    },
    { code: 2, label: "Other", n: null, reach: null, outcome: null, difference: null },
  ];
  const comparison = (more: Partial<GroupComparison> = {}): GroupComparison => ({
    item: "internship",
    group: "cohort",
    p: 0.2,
    pHolm: 0.43,
    replicated: null,
    groups,
    ...more,
  });

  test("participation, outcome and association stand apart", () => {
    expect(sentenceForComparison(comparison(), about(), names)).toBe(
      "“Internship”: no difference between the groups of “Cohort” can be told (Holm p = .430): 0.20 points higher in " +
        "“Later” (0.10 to 0.30); 0.50 points higher in “First” (0.20 to 0.80). Took part: 40\u00a0% in “Later” and 31\u00a0% in “First”.",
    );
    expect(sentenceForGroups(comparison(), about(), names)).toBe(
      "Mean of “Satisfaction” by “Cohort”: 4.6 in “Later” (1,200 people) and 4.1 in “First” (500 people).",
    );
  });

  test("a difference of differences is called one, and too few groups are no comparison", () => {
    expect(sentenceForComparison(comparison({ pHolm: 0.01 }), about(), names)).toContain(
      "the association differs between the groups of “Cohort” (Holm p = .010)",
    );
    expect(sentenceForComparison(comparison({ pHolm: null }), about(), names)).toBe(
      "“Internship”: fewer than two groups of “Cohort” are large enough to be compared.",
    );
    expect(
      sentenceForGroups(comparison({ groups: groups.slice(2) }), about(), names),
    ).toBeUndefined();
  });

  test("all groups together say whether it comes back in each", () => {
    const replicated = {
      difference: difference(0.3, 0.1, 0.5),
      prediction: null,
      iSquared: 0.2,
      groups: 3,
      sameSign: 2,
      verdict: "replicated",
    } as const;
    expect(sentenceForComparison(comparison({ replicated }), about(), names)).toContain(
      "Over all of them: 0.30 points higher (0.10 to 0.50); the same direction in 2 of 3.",
    );
    const two = { ...replicated, groups: 2 };
    expect(sentenceForComparison(comparison({ replicated: two }), about(), names)).not.toContain(
      "Over all",
    );
  });

  test("yes and no without labels are called that", () => {
    const bare = groups.map((one, code) => ({ ...one, code, label: String(code) }));
    const said = (group: string) =>
      sentenceForGroups(comparison({ group, groups: bare }), about(), names);
    expect(said("internship")).toContain("4.6 in “no” (1,200 people) and 4.1 in “yes”");
    expect(said("cohort")).toContain("4.6 in “0”");
  });

  test("a share is a share", () => {
    expect(sentenceForGroups(comparison(), about({ unit: "percentage points" }), names)).toContain(
      "Share of “Satisfaction” by “Cohort”: 5\u00a0% in “Later”",
    );
  });
});

describe("preparation", () => {
  test("says scales, merged categories and who was left out", () => {
    const prepared = about({
      preparations: [
        { variable: "visits", scale: "log(1 + count)", merged: [] },
        { variable: "major", scale: "categories", merged: [3, 7] },
      ],
      leftOut: ["often"],
    });
    expect(sentencesForPreparation(prepared, names)).toEqual([
      "Counts enter as log(1 + count): the first time weighs more than the tenth (“Career visits”).",
      "Categories without an order enter each on its own (“Major”).",
      "2 categories of “Major” had too few people, and count as one.",
      "Left out, as hardly anybody differs in them: “How often”.",
    ]);
  });

  test("warns of twins, of what is nobody's own, and of few units", () => {
    const warned = about({
      ranked: [
        ranked({ id: "internship", inflation: null }),
        ranked({ id: "visits", inflation: 11 }),
      ],
      twins: [{ items: ["internship", "visits"], correlation: -0.954 }],
    });
    const [twins, own, few] = warningsFor(warned, 12);
    expect(twins).toContain("“internship” and “visits” go together so closely (r = −0.95)");
    expect(own).toContain("“internship” and “visits”");
    expect(few).toContain("only 12 units");
    expect(warningsFor(about(), 20)).toEqual([]);
    expect(warningsFor(about(), null)).toEqual([]);
  });
});
