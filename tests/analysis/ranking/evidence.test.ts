/** What a ranking says of each item, against models fitted here column by column; errors against R in oracle/. */
import { describe, expect, test } from "vitest";
import { holm } from "../../../analysis/inference/multiplicity.ts";
import { jointTestP } from "../../../analysis/models/joint-test.ts";
import { linearModel } from "../../../analysis/models/linear.ts";
import { robustModel } from "../../../analysis/models/robust-model.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { tQuantile, tUpper } from "../../../analysis/numeric/student-t.ts";
import { planDefaults, type Plan } from "../../../analysis/plan.ts";
import { rank } from "../../../analysis/rank.ts";
import type { Ranked, Ranking } from "../../../analysis/ranking.ts";
import { robustnessValue } from "../../../analysis/sensitivity/robustness-value.ts";
import type { Level } from "../../../analysis/table.ts";
import { close } from "../../support/close.ts";
import { confidence, fitted } from "../models/people.ts";
import { tableOf } from "../../support/table.ts";

const people = 240;
const source = stream(5);
const draw = (next: (row: number) => number) =>
  Float64Array.from({ length: people }, (_, row) => next(row));
const chance = () => source.uniform() + source.uniform() - 1;

const family = draw((row) => row % 2);
const mentor = draw((row) => Number(chance() + 0.4 * family[row]! > 0.2));
const visits = draw(() => Math.floor(9 * source.uniform() ** 2));
/** Three are in a field of their own, too few to say anything of. */
const field = draw((row) => (row < 3 ? 3 : row % 3));
/** Goes up with the family and down with everything else. */
const debt = draw((row) => 3 * family[row]! + chance());
const half = draw((row) => Number(row >= people / 2));
const weight = draw(() => 0.5 + source.uniform());
const score = draw(
  (row) =>
    mentor[row]! +
    0.4 * Math.log1p(visits[row]!) +
    0.5 * Number(field[row] === 1) +
    2 * family[row]! -
    0.5 * debt[row]! +
    chance(),
);
const passed = draw((row) => Number(score[row]! > 1));

const columns: readonly [string, Level, Float64Array][] = [
  ["score", "interval", score],
  ["passed", "binary", passed],
  ["mentor", "binary", mentor],
  ["visits", "count", visits],
  ["field", "nominal", field],
  ["debt", "interval", debt],
  ["family", "binary", family],
  ["weight", "interval", weight],
  ["half", "binary", half],
  ["again", "binary", family.map((one) => 1 - one)],
];
const table = tableOf(columns.map(([id, level, values]) => ({ id, label: id, level, values })));
const plan: Plan = {
  ...planDefaults,
  outcomes: ["score"],
  predictors: ["mentor", "visits", "field", "debt"],
  covariates: ["family"],
  replicates: 0,
};

function rankingOf(request: Partial<Plan> = {}): Ranking {
  const [answer] = rank(table, { ...plan, ...request });
  if (answer?.ok !== true) throw new Error("expected a ranking");
  return answer;
}
const itemOf = ({ ranked }: Ranking, id: string): Ranked => ranked.find((one) => one.id === id)!;

const logged = visits.map((value) => Math.log1p(value));
const fields = [1, 2].map((code) => field.map((value) => Number(value === code)));
const everything = [family, mentor, logged, ...fields, debt];
const asTerms = (all: readonly Float64Array[]) =>
  all.map((values, at) => ({ name: String(at), values }));

const own = rankingOf();

describe("evidence", () => {
  const model = fitted(linearModel(score, asTerms(everything), { errors: "HC3", confidence }));

  test.each([
    ["mentor", 1, 1],
    ["visits", 2, Math.log1p(4)],
  ] as const)("of %s is its step in the model of everything", (id, column, step) => {
    const { evidence, steps } = itemOf(own, id);
    expect(steps).toEqual([{ variable: id, from: 0, to: id === "mentor" ? 1 : 4 }]);
    const { value, se } = model.coefficients[column + 1]!;
    close(evidence.difference!.value, step * value, 1e-10);
    const { df } = robustModel(score, everything)!.answer([{ column, times: 1 }])!;
    expect(df).toBeLessThan(model.df);
    const half = tQuantile(0.975, df) * step * se;
    close(evidence.difference!.interval.low!, step * value - half, 1e-10);
    close(evidence.difference!.interval.high!, step * value + half, 1e-10);
    const t = value / se;
    close(evidence.p, 2 * tUpper(Math.abs(t), df), 1e-8);
    const alone = fitted(
      linearModel(score, asTerms([everything[column]!]), { errors: "HC3", confidence }),
    );
    close(evidence.raw!, step * alone.coefficients[1]!.value, 1e-10);
    const known = { t, df: model.df, dfOfError: df };
    const robust = robustnessValue(known, { alpha: 1 - confidence });
    close(evidence.robustness!.value, robust.value, 1e-10);
    close(evidence.robustness!.ofInterval!, robust.ofSignificance!, 1e-10);
    expect(evidence.robustness!.benchmark).toMatchObject({ covariate: "family" });
  });

  test("of unordered categories is whether they differ at all", () => {
    const { evidence, steps } = itemOf(own, "field");
    expect(steps).toEqual([]);
    expect(evidence).toMatchObject({
      difference: null,
      raw: null,
      signConflict: false,
      robustness: null,
    });
    const given = [family, mentor, logged, debt];
    close(evidence.p, jointTestP(score, { asked: fields, given }), 1e-8);
  });

  test("together is asked of all items beside the covariates", () => {
    const asked = everything.slice(1);
    close(own.jointP, jointTestP(score, { asked, given: [family] }), 1e-8);
    const all = own.ranked.map(({ evidence }) => evidence);
    expect(all.map(({ pHolm }) => pHolm)).toEqual(holm(all.map(({ p }) => p)));
  });

  test("has a sign conflict where the difference turns and either is told from nothing", () => {
    const { evidence } = itemOf(own, "debt");
    expect(evidence.raw! * evidence.difference!.value).toBeLessThan(0);
    expect(own.ranked.filter((one) => one.evidence.signConflict).map(({ id }) => id)).toEqual([
      "debt",
    ]);
  });

  test("takes the errors of the design, and its joint tests", () => {
    const weighted = rankingOf({ weight: "weight" });
    const design = { weights: weight };
    const whole = robustModel(score, everything, design)!;
    const { value, se, df } = whole.answer([{ column: 1, times: 1 }])!;
    const { evidence } = itemOf(weighted, "mentor");
    close(evidence.difference!.value, value, 1e-10);
    close(evidence.p, 2 * tUpper(value / se, df), 1e-8);
    const raw = robustModel(score, [mentor], design)!.answer([{ column: 0, times: 1 }])!;
    close(evidence.raw!, raw.value, 1e-10);
    const given = [family, mentor, logged, debt];
    const ofField = jointTestP(score, { asked: fields, given, design });
    close(itemOf(weighted, "field").evidence.p, ofField, 1e-8);
    const asked = everything.slice(1);
    close(weighted.jointP, jointTestP(score, { asked, given: [family], design }), 1e-8);
  });
});

describe("evidence of an item", () => {
  test("that repeats what is held constant is none, though the item goes with the outcome by itself", () => {
    const { ranked } = rankingOf({ predictors: ["again", "mentor", "visits"] });
    const { evidence } = ranked.find(({ id }) => id === "again")!;
    const alone = fitted(linearModel(score, asTerms([family]), { errors: "HC3", confidence }));
    close(evidence.raw!, -alone.coefficients[1]!.value, 1e-10);
    const nothing = { difference: null, p: 1, pHolm: 1, signConflict: false, robustness: null };
    expect(evidence).toMatchObject(nothing);
  });

  test("is called at the error rate that the confidence leaves, and not above it", () => {
    const predictors = ["half", "mentor", "visits"];
    const { pHolm } = itemOf(rankingOf({ predictors }), "half").evidence;
    expect(pHolm).toBeGreaterThan(0.01);
    expect(pHolm).toBeLessThan(0.99);
    const tierAt = (alpha: number) =>
      itemOf(rankingOf({ predictors, confidence: 1 - alpha }), "half").tier;
    expect(["likely matters", "points the other way"]).toContain(tierAt(pHolm * 1.001));
    expect(["cannot tell", "little association"]).toContain(tierAt(pHolm * 0.999));
  });

  test("in groups has the errors of the design, too", () => {
    const predictors = ["mentor", "visits"];
    const [compared] = rankingOf({ predictors, groups: ["half"], weight: "weight" }).comparisons;
    expect(compared!.item).toBe("mentor");
    const byHalf = mentor.map((one, row) => one * half[row]!);
    const asking = { asked: [byHalf], given: [mentor, family, logged, half] };
    close(compared!.p!, jointTestP(score, { ...asking, design: { weights: weight } }), 1e-8);
    const [alike] = rankingOf({ predictors, groups: ["half"] }).comparisons;
    close(alike!.p!, jointTestP(score, asking), 1e-8);
  });
});

describe("a ranking says", () => {
  test("whose errors it has, and what was held constant", () => {
    expect(own).toMatchObject({ errors: "HC3", adjustedFor: ["family"], n: people });
    expect(rankingOf({ weight: "weight" }).errors).toBe("survey design");
  });

  test("which variables were prepared, in the order of outcome, covariates, items", () => {
    expect(own.preparations.map(({ variable, scale }) => [variable, scale])).toEqual([
      ["family", "0 and 1"],
      ["mentor", "0 and 1"],
      ["visits", "log(1 + count)"],
      ["field", "categories"],
    ]);
    expect(rankingOf({ outcomes: ["passed"] }).preparations[0]).toMatchObject({
      variable: "passed",
      scale: "0 and 1",
    });
  });

  test("from which difference on it matters: three points of a share, else what the plan says", () => {
    expect(own.meaningful).toBe(0.1);
    expect(rankingOf({ meaningful: 0.2 }).meaningful).toBe(0.2);
    const share = passed.reduce((sum, one) => sum + one, 0) / people;
    const { meaningful } = rankingOf({ outcomes: ["passed"] });
    close(meaningful, 0.03 / Math.sqrt(share * (1 - share)), 1e-10);
  });
});
