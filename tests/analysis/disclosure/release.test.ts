import { describe, expect, test } from "vitest";
import type { Association } from "../../../analysis/association.ts";
import type { PairDescription } from "../../../analysis/describe.ts";
import {
  release,
  releaseDescription,
  releaseScores,
} from "../../../analysis/disclosure/release.ts";
import { planDefaults } from "../../../analysis/plan.ts";
import type { Screening } from "../../../analysis/screening.ts";

const row = (n: number): Association => ({
  predictor: "visits",
  outcome: "satisfaction",
  method: "spearman",
  rule: "",
  raw: { ok: true, value: 0.4, interval: { low: 0.1, high: 0.6 }, p: 0.01 },
  n,
  effectiveN: n,
  pHolm: 0.02,
  qBh: 0.02,
  adjusted: {
    method: "partial-spearman",
    estimate: { ok: true, value: 0.3, interval: null, p: 0.04 },
    unadjusted: 0.35,
    n: n - 3,
    covariates: 2,
  },
  adjustedPHolm: 0.04,
  cautions: [],
});
const screening = (...associations: Association[]): Screening => ({
  engine: "throughline 0",
  dataset: { people: 40, sha256: "" },
  plan: { ...planDefaults, outcomes: ["satisfaction"], predictors: ["visits"] },
  planSha256: "",
  weighting: null,
  associations,
  rankings: [],
});

test("a figure that rests on fewer people than the threshold goes, and the number of people with it", () => {
  const [hidden] = release(screening(row(9))).associations;
  expect(hidden).toMatchObject({
    raw: { ok: false, because: "suppressed" },
    n: null,
    effectiveN: null,
  });
  expect(hidden).toMatchObject({
    pHolm: null,
    qBh: null,
    adjusted: { estimate: { ok: false }, unadjusted: null },
  });
});

test("the adjusted estimate has its own people", () => {
  const [shown] = release(screening(row(12))).associations;
  expect(shown).toMatchObject({
    raw: { ok: true },
    n: 12,
    adjusted: { estimate: { because: "suppressed" } },
  });
  expect(shown?.adjustedPHolm).toBeNull();
});

test("a shortfall keeps its reason; only the number of people goes", () => {
  const raw = { ok: false, because: "too few pairs" } as const;
  const [row3] = release(screening({ ...row(3), raw })).associations;
  expect(row3).toMatchObject({ raw, n: null });
});

test("enough people pass untouched", () => {
  const whole = screening(row(13));
  expect(release(whole)).toEqual(whole);
});

const group = (n: number) => ({ label: String(n), at: n, n, mean: 3, low: 2, high: 4 });
const side = (...counts: number[]): PairDescription["outcome"] => ({
  id: "major",
  label: "Major",
  level: "nominal",
  n: counts.reduce((sum, n) => sum + n, 0),
  mean: null,
  sd: null,
  categories: counts.map((n) => ({ label: String(n), n })),
});
const description = (...counts: number[]): PairDescription => ({
  n: counts.reduce((sum, n) => sum + n, 0),
  lost: [{ variable: "major", reason: "refused", people: 4 }],
  predictor: side(...counts),
  outcome: side(40, 60),
  groups: counts.map(group),
});

test("one small category takes the next smallest with it, so that the total gives nothing away", () => {
  const { predictor, outcome, groups, lost } = releaseDescription(description(50, 30, 4));
  expect(predictor.categories.map((category) => category.n)).toEqual([50, null, null]);
  expect(groups.map(({ n, mean, low }) => [n, mean, low])).toEqual([
    [50, 3, 2],
    [null, null, null],
    [null, null, null],
  ]);
  expect(outcome.categories.map((category) => category.n)).toEqual([40, 60]);
  expect(lost).toEqual([{ variable: "major", reason: "refused", people: null }]);
});

test("an empty category is no secret, and two small ones hide each other", () => {
  const counts = (...n: number[]) =>
    releaseDescription(description(...n)).predictor.categories.map((category) => category.n);
  expect(counts(50, 30, 0)).toEqual([50, 30, 0]);
  expect(counts(50, 30, 4, 7)).toEqual([50, 30, null, null]);
});

test("an empty category hides nobody: the next smallest goes with a small one", () => {
  const { predictor } = releaseDescription(description(50, 30, 4, 0));
  expect(predictor.categories.map((category) => category.n)).toEqual([50, null, null, 0]);
});

test("cautions about few people go with the figure they are about", () => {
  const cautioned = (n: number) =>
    release(screening({ ...row(n), cautions: ["few people in a category"] })).associations[0]!
      .cautions;
  expect(cautioned(9)).toEqual([]);
  expect(cautioned(10)).toEqual(["few people in a category"]);
});

test("the threshold is the plan's where it has one", () => {
  expect(release(screening(row(13)), 14).associations[0]!.n).toBeNull();
  expect(release(screening(row(13)), 10).associations[0]!.n).toBe(13);
});

describe("of a score", () => {
  const scores = (n: number, answered = n) =>
    releaseScores({
      n,
      mean: 3,
      middleHalf: { low: 2, high: 4 },
      reliability: { n: answered, alpha: 0.8, interval: { low: 0.7, high: 0.9 }, omega: null },
    });

  test("the mean wants as many people as any figure", () => {
    expect(scores(9)).toMatchObject({ n: 0, mean: null });
    expect(scores(10)).toMatchObject({ n: 10, mean: 3 });
  });

  test("quartiles want as many people on either side", () => {
    expect(scores(39).middleHalf).toBeNull();
    expect(scores(40).middleHalf).toEqual({ low: 2, high: 4 });
  });

  test("agreement of items wants three times as many who answered all", () => {
    expect(scores(100, 29).reliability).toBeNull();
    expect(scores(100, 30).reliability).toMatchObject({ alpha: 0.8 });
    expect(releaseScores({ ...scores(100), reliability: null }).reliability).toBeNull();
  });
});
