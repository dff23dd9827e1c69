import { describe, expect, test } from "vitest";
import type {
  Difference,
  Evidence,
  Ranked,
  Ranking,
  Robustness,
} from "../../../analysis/ranking.ts";
import { littleBetween } from "../../../analysis/sentences/difference.ts";
import {
  amongWhom,
  claimFor,
  headlineFor,
  sentenceForRanked,
} from "../../../analysis/sentences/ranked.ts";
import type { Names } from "../../../analysis/sentences/names.ts";
import { timesNeeded } from "../../../analysis/sentences/robustness.ts";
import { sentenceForUnranked } from "../../../analysis/sentences/unranked.ts";
import { ranked, ranking } from "../../support/ranked.ts";
import { difference, names } from "./items.ts";

const found = (more: Partial<Evidence> = {}): Evidence => ({
  difference: difference(4.1, 2.0, 6.2),
  raw: 5,
  p: 0.0004,
  pHolm: 0.002,
  signConflict: false,
  robustness: null,
  ...more,
});
const internship = (more: Partial<Ranked> = {}): Ranked =>
  ranked({ id: "internship", label: "Internship", evidence: found(), ...more });
const about = (more: Partial<Ranking> = {}): Ranking =>
  ranking({
    outcome: "satisfaction",
    ranked: [internship()],
    adjustedFor: ["major", "cohort"],
    preparations: [
      { variable: "internship", scale: "0 and 1", merged: [] },
      { variable: "visits", scale: "log(1 + count)", merged: [] },
    ],
    ...more,
  });

describe("who is compared with whom", () => {
  test("who did with who did not, among people alike", () => {
    expect(sentenceForRanked(internship(), about(), names)).toBe(
      "“Internship”: among people alike in “Major” and “Cohort” and in everything else ranked, those who did report " +
        "“Satisfaction” 4.1 points higher than those who did not (2.0 to 6.2).",
    );
    expect(amongWhom(about({ adjustedFor: [] }), names)).toBe(
      "among people alike in everything else ranked",
    );
  });

  test.each([
    ["visits", 0, 2, "those with 2 report", "than those with none"],
    ["scale", 20, 46.666666, "those at 46.7 report", "than those at 20"],
    ["often", 2, 4, "those who answered “Often” report", "than those who answered “Sometimes”"],
  ])("%s from %d to %d in the words of the codebook", (id, from, to, upper, lower) => {
    const item = ranked({
      id,
      label: names.get(id)!.label,
      evidence: found(),
      steps: [{ variable: id, from, to }],
    });
    expect(claimFor(item, about(), names)).toContain(upper);
    expect(claimFor(item, about(), names)).toContain(lower);
  });

  test("a learning outcome says what more of it is", () => {
    const clo = internship({
      members: ["internship", "visits"],
      steps: [
        { variable: "internship", from: 0, to: 1 },
        { variable: "visits", from: 0, to: 2 },
      ],
    });
    expect(claimFor(clo, about(), names)).toBe(
      "“Internship”: those with more of all that shows it report “Satisfaction” 4.1 points higher than those with less " +
        "(2.0 to 6.2). More of it is “Internship” done and “Career visits” 2 rather than none.",
    );
    expect(headlineFor(clo, about(), names)).toBe(
      "“Internship”: those with more of all that shows it report “Satisfaction” 4.1 points higher than those with less (2.0 to 6.2).",
    );
    const one = { ...clo, label: "Apply learning", members: ["visits"], steps: [clo.steps[1]!] };
    expect(claimFor(one, about(), names)).toContain("It is shown by “Career visits”.");
  });
});

describe("what a difference is said in", () => {
  test("percentage points more often, percent higher, points lower", () => {
    const unit = (unit: Ranking["unit"], value: number): string =>
      claimFor(
        internship({ evidence: found({ difference: difference(value, value - 2, value + 2) }) }),
        about({ unit }),
        names,
      );
    expect(unit("percentage points", 4.1)).toContain("4.1 percentage points more often than");
    expect(unit("percentage points", -4.1)).toContain("4.1 percentage points less often than");
    expect(unit("percent", -12.34)).toContain(
      "12\u00a0% lower than those who did not (−14 to −10)",
    );
    expect(unit("own units", -4.1)).toContain("4.1 points lower than");
  });

  test("a share is of the upper category, named where the variable does not say it", () => {
    const labelled = (upper: string) =>
      claimFor(internship(), about({ unit: "percentage points" }), withLabels(upper));
    const withLabels = (upper: string): Names =>
      new Map(names).set("satisfaction", {
        label: "Job",
        level: "binary",
        labels: new Map([
          [1, "One"],
          [2, upper],
        ]),
      });
    expect(labelled("None")).toContain("report “Job: None” 4.1 percentage points more often");
    expect(labelled("Yes, always")).toContain("report “Job” 4.1 percentage points more often");
  });

  test("an outcome measured in something has no points", () => {
    expect(claimFor(internship(), about({ outcome: "hours" }), names)).toContain("4.1 higher than");
  });
});

describe("how sure it is", () => {
  const unclear = { pHolm: 0.4, difference: difference(0.5, -1.2, 2.2) };

  test("not told from chance says what else fits", () => {
    const item = internship({ tier: "cannot tell", evidence: found(unclear) });
    expect(claimFor(item, about(), names)).toBe(
      "“Internship”: no difference can be told from chance: those who did report “Satisfaction” 0.5 points higher than " +
        "those who did not, but anything from −1.2 to 2.2 fits the data.",
    );
  });

  test("told alone but not among many says so", () => {
    const item = internship({ tier: "cannot tell", evidence: found({ pHolm: 0.08 }) });
    expect(claimFor(item, about(), names)).toContain(
      "can be told from chance among so many (Holm p = .080): those who did",
    );
    const lower = found({ pHolm: 0.08, difference: difference(-4.1, -6.2, -2) });
    expect(claimFor({ ...item, evidence: lower }, about(), names)).toContain("among so many");
  });

  test("little is little, with the band it stays in", () => {
    const item = internship({
      tier: "little association",
      evidence: found({ pHolm: 0.9, difference: difference(0, -0.1, 0.1, 2) }),
    });
    const said = claimFor(item, about({ ranked: [item], meaningful: 0.1 }), names);
    expect(said).toContain("neither higher nor lower than those who did not");
    expect(said).toContain("anything from −0.10 to 0.10 fits the data, all of it less than 0.20");
  });

  test("the band of what is little lies on the scale of the model", () => {
    const band = (unit: Ranking["unit"], one: Difference) =>
      littleBetween(
        about({
          unit,
          meaningful: 0.1,
          ranked: [internship({ evidence: found({ difference: one }) })],
        }),
      );
    expect(band("own units", difference(3, 1, 5, 20))?.high).toBeCloseTo(2, 12);
    const standardised = { value: 0, interval: { low: -0.5, high: 0.5 } };
    const percent = { value: 0, interval: { low: -100 / 3, high: 50 }, standardised };
    // Half a standard deviation is a factor of 1.5: a tenth of one is its fifth root.
    expect(band("percent", percent)?.high).toBeCloseTo(100 * (1.5 ** 0.2 - 1), 9);
    expect(band("percent", percent)?.low).toBeCloseTo(100 * (1.5 ** -0.2 - 1), 9);
    expect(
      littleBetween(about({ ranked: [internship({ evidence: found({ difference: null }) })] })),
    ).toBeUndefined();
  });

  test("the other way stands before the sentence, raw and adjusted disagreeing after it", () => {
    const evidence = found({ difference: difference(-3, -5, -1), raw: 1.234, signConflict: true });
    expect(claimFor(internship({ tier: "points the other way", evidence }), about(), names)).toBe(
      "“Internship” points the other way: those who did report “Satisfaction” 3.0 points lower than those who did not " +
        "(−5.0 to −1.0). Raw, with nothing held constant, the difference points the other way: 1.2 points higher.",
    );
  });

  test("categories have no direction, and nothing left is no difference", () => {
    const evidence = found({ difference: null, raw: null, pHolm: 0.0001 });
    expect(claimFor(internship({ steps: [], evidence }), about(), names)).toBe(
      "“Internship”: its categories differ in “Satisfaction”, without one direction (Holm p < .001).",
    );
    expect(
      claimFor(internship({ steps: [], tier: "cannot tell", evidence }), about(), names),
    ).toContain("no difference in “Satisfaction” between its categories can be told from chance");
    expect(claimFor(internship({ tier: "cannot tell", evidence }), about(), names)).toContain(
      "nothing of it is left beside everything else",
    );
  });
});

describe("what something unmeasured would have to be", () => {
  const robust = (value: number, ofExperience: number, ofOutcome: number): Robustness => ({
    value,
    ofInterval: 0,
    benchmark: { covariate: "major", ofExperience, ofOutcome },
  });
  const saying = (robustness: Robustness): string =>
    claimFor(internship({ evidence: found({ robustness }) }), about(), names);

  test.each([
    [robust(0.1, 0.1, 0.1), "Something unmeasured as strong as “Major” would leave nothing"],
    [robust(0.1, 0.08, 0.08), "somewhat stronger than “Major”"],
    [robust(0.1, 0.05, 0.05), "about twice as strong as “Major”"],
    [robust(0.2, 0.04, 0.04), "about 5 times as strong as “Major”"],
    [robust(0.2, 0, 0.4), "more than 10 times as strong as “Major”"],
    [{ ...robust(0.123, 0, 0), benchmark: null }, "explain 12\u00a0% of what is left of both"],
  ])("%j", (robustness, words) => {
    expect(saying(robustness)).toContain(words);
  });

  test("the strength found leaves exactly nothing, by the formula of the bias", () => {
    for (const [value, a, b] of [
      [0.19, 0.0015, 0.077],
      [0.14, 0.071, 0.088],
      [0.05, 0.3, 0.2],
    ] as const) {
      const k = timesNeeded(robust(value, a, b));
      // Cinelli & Hazlett 2020, eq. 5: |bias| = se √df √(R²y R²x / (1 - R²x)), and the estimate is f of it.
      const f = Math.sqrt(value ** 2 / (1 - value));
      expect(Math.sqrt((Math.min(1, k * b) * k * a) / (1 - k * a))).toBeCloseTo(f, 12);
    }
  });

  test("nothing explains more than all of the outcome", () => {
    const k = timesNeeded(robust(0.5, 0.001, 0.5));
    expect(k).toBeCloseTo(0.5 / 1.5 / 0.001, 9);
  });

  test("is said of what can be told from nothing alone", () => {
    const item = internship({
      tier: "cannot tell",
      evidence: found({ pHolm: 0.4, robustness: robust(0.1, 0.1, 0.1) }),
    });
    expect(claimFor(item, about(), names)).not.toContain("unmeasured");
  });
});

test("no ranking says why", () => {
  const unranked = {
    outcome: "satisfaction",
    of: "experiences",
    ok: false,
    because: "together they explain almost nothing",
    n: 80,
    addedRSquared: 0.01,
  } as const;
  expect(sentenceForUnranked(unranked, names)).toBe(
    "No ranking for “Satisfaction”: these experiences together explain almost nothing of it; ranking not shown.",
  );
});
