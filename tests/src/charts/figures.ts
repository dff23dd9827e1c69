/** Figures small enough to say by heart what each chart must show of them. */
import {
  planDefaults,
  release,
  releaseDescription,
  type Association,
  type Level,
  type Ranked,
} from "#analysis";
import { evidence, ranked, ranking } from "../../support/ranked.ts";

const variables: readonly (readonly [id: string, label: string, level: Level])[] = [
  ["satisfaction", "Satisfaction", "ordinal"],
  ["salary", "Salary (log)", "interval"],
  [
    "internship",
    "Did an internship that was paid, supervised & part of the degree <any>",
    "binary",
  ],
  ["visits", "Career centre visits", "count"],
  ["major", "Field of study", "nominal"],
  ["research", "Research with faculty", "binary"],
];

export const names = new Map(variables.map(([id, label, level]) => [id, { label, level }]));

const outcomes = ["satisfaction", "salary"];
const predictors = ["visits", "research", "internship", "major"];

/** Predictor, value, p Holm, q; adjusted value where there is one; null: no estimate. */
type Sketch = readonly [string, Association["method"], number | null, number, number, number?];

const associations: Association[] = [
  ...(
    [
      ["visits", "kendall", 0.05, 0.04, 0.02, -0.06],
      ["research", "kendall", 0.01, 0.9, 0.8, 0.02],
      ["internship", "kendall", 0.3, 0.0001, 0.0001, 0.2],
      ["major", "eta", 0.2, 0.01, 0.01, 0.18],
    ] satisfies Sketch[]
  ).map(sketched("satisfaction")),
  ...(
    [
      ["visits", "spearman", -0.12, 0.2, 0.03],
      ["research", "point-biserial", null, 0, 0],
      ["internship", "point-biserial", -0.2, 0.002, 0.001],
      ["major", "eta", 0.05, 0.6, 0.5],
    ] satisfies Sketch[]
  ).map(sketched("salary")),
];

function sketched(outcome: string) {
  return ([predictor, method, value, pHolm, qBh, adjusted]: Sketch): Association => ({
    predictor,
    outcome,
    method,
    rule: "Invented.",
    raw:
      value === null
        ? { ok: false, because: "too few pairs" }
        : { ok: true, value, interval: { low: value - 0.04, high: value + 0.04 }, p: pHolm / 4 },
    n: 300,
    effectiveN: 300,
    pHolm: value === null ? null : pHolm,
    qBh: value === null ? null : qBh,
    adjusted:
      adjusted === undefined
        ? null
        : {
            method: method === "eta" ? "partial-eta" : "partial-spearman",
            estimate: { ok: true, value: adjusted, interval: null, p: 0.001 },
            unadjusted: value,
            n: 280,
            covariates: 2,
          },
    adjustedPHolm: adjusted === undefined ? null : Math.abs(adjusted) > 0.1 ? 0.004 : 0.7,
    cautions: adjusted !== undefined && adjusted * value! < 0 ? ["sign flips when adjusted"] : [],
  });
}

const of = (
  id: string,
  importance: number,
  [difference, pHolm, tier]: readonly [number | null, number, Ranked["tier"]],
): Ranked =>
  ranked({
    id,
    tier,
    reach: difference === null ? null : { of: "took part", percent: 300 * importance, people: 90 },
    label: names.get(id)!.label,
    importance,
    interval: { low: importance / 2, high: importance * 1.5 },
    share: importance / 0.2,
    evidence: evidence(difference, pHolm),
  });

/** Most important first, which is neither the order of the plan nor of the alphabet. */
const first = ranking({
  outcome: "satisfaction",
  ranked: [
    of("internship", 0.1, [0.3, 0.001, "clear priority"]),
    of("major", 0.06, [null, 0.01, "likely matters"]),
    of("visits", 0.03, [-0.15, 0.02, "points the other way"]),
    of("research", 0.01, [0.01, 0.9, "cannot tell"]),
  ].map((one, at) => ({ ...one, rank: at + 1 })),
  groups: [["internship", "major"]],
});

export const screening = release({
  engine: "throughline 0",
  dataset: { people: 400, sha256: "0".repeat(64) },
  plan: { ...planDefaults, outcomes, predictors },
  planSha256: "1".repeat(64),
  weighting: null,
  associations,
  rankings: [
    first,
    {
      outcome: "salary",
      of: "experiences",
      ok: false,
      because: "together they explain almost nothing",
      n: 250,
      addedRSquared: 0.001,
    },
  ],
});

const side = { level: "ordinal", n: 153, mean: 3, sd: 1, categories: [] } as const;

export const description = releaseDescription({
  n: 153,
  lost: [],
  predictor: { ...side, id: "visits", label: "Career centre visits" },
  outcome: { ...side, id: "satisfaction", label: "Satisfaction" },
  groups: [
    { label: "0", at: 0, n: 90, mean: 3.1, low: 3, high: 3.2 },
    { label: "1", at: 1, n: 60, mean: 3.4, low: 3.2, high: 3.6 },
    { label: "2", at: 2, n: 3, mean: 4, low: 2, high: 6 },
  ],
});
