import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planDefaults } from "#analysis";
import type { Variable } from "#surveys";
import { parsePlan, type PlanRequest } from "../../../../src/studies/plan.ts";
import { designFieldsOf, hasDesign, marginsFrom } from "../../../../src/web/forms/design-fields.ts";
import {
  fieldsIn,
  fieldsOf,
  learningOutcomesFrom,
  offeredIn,
  requestFrom,
} from "../../../../src/web/forms/plan-form.ts";

const variableOf = (id: string, more: Partial<Variable> = {}): Variable => ({
  id,
  label: id.toUpperCase(),
  level: "ordinal",
  source: "a.csv",
  missing: {},
  decidedBy: "",
  ...more,
});
const codebook = { variables: ["x", "y", "z", "w", "s", "g", "v"].map((id) => variableOf(id)) };
const plan: PlanRequest = {
  outcomes: ["z"],
  predictors: ["y", "x"],
  covariates: [],
  weight: "w",
  design: { strata: "s", clusters: null, population: null },
  responseClasses: "v",
  margins: [{ variable: "g", people: { "Woman, or both": 5210, Man: 4100.5 } }],
  groups: ["g", "s"],
  lessIsBetter: ["z"],
  method: "by level",
  confidence: 0.9,
  minimumPairs: 20,
  replicates: 0,
  seed: 3,
  trimAt: 4,
  smallestGroup: 40,
  meaningful: 0.2,
};
const known = { codebook, plan, scoring: "all items", learningOutcomes: [] } as const;

/** What a browser sends back when nothing was touched. */
function untouched(fields: ReturnType<typeof fieldsOf>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [id, role] of fields.roles) {
    form.append("variable", id);
    form.append("role", role);
  }
  for (const [name, value] of Object.entries(fields.numbers)) form.set(name, value);
  for (const [name, value] of Object.entries(fields.design.named)) form.set(name, value);
  for (const id of fields.design.groups) form.append("groups", id);
  for (const id of fields.design.lessIsBetter) form.append("lessIsBetter", id);
  form.set("margins", fields.design.margins);
  form.set("method", fields.method);
  form.set("scoring", fields.scoring);
  return form;
}

describe("the form of a plan", () => {
  test("saved untouched, a plan stays what it is, the order of predictors included", () => {
    const { request, faults } = requestFrom(fieldsIn(untouched(fieldsOf(known))));
    expect(faults).toEqual([]);
    expect(parsePlan(request, "form")).toEqual(plan);
  });

  test("without a plan it starts with the defaults, and what would be ranked", () => {
    const fields = fieldsOf({ ...known, plan: null });
    expect(fields.numbers).toEqual({
      confidence: String(planDefaults.confidence),
      minimumPairs: String(planDefaults.minimumPairs),
      replicates: String(planDefaults.replicates),
      seed: String(planDefaults.seed),
      trimAt: String(planDefaults.trimAt),
      smallestGroup: String(planDefaults.smallestGroup),
      meaningful: String(planDefaults.meaningful),
    });
    expect(hasDesign(fields.design)).toBe(false);
    expect(new Set(fields.roles.values())).toEqual(new Set(["predictor"]));
    expect(fields.roles.size).toBe(codebook.variables.length);
  });

  test("asks for an outcome, for one weight, for numbers", () => {
    const form = new URLSearchParams([
      ["variable", "x"],
      ["role", "weight"],
      ["variable", "y"],
      ["role", "weight"],
      ["confidence", "high"],
      ["minimumPairs", "10"],
      ["replicates", ""],
      ["seed", "1"],
    ]);
    const { faults } = requestFrom(fieldsIn(form));
    expect(faults.map(({ field }) => field)).toEqual([
      "roles",
      "roles",
      "confidence",
      "replicates",
    ]);
  });

  test("offers a variable that was set aside only while the plan names it", () => {
    const aside = { variables: [variableOf("x"), variableOf("c", { excluded: "constant" })] };
    const ids = (outcomes: readonly string[]) =>
      offeredIn(
        aside,
        fieldsOf({ ...known, codebook: aside, plan: { outcomes: [...outcomes] } }),
      ).map(({ id }) => id);
    expect(ids(["x"])).toEqual(["x"]);
    expect(ids(["c"])).toEqual(["x", "c"]);
  });
});

describe("margins as typed", () => {
  const gender = { variable: "gender", people: { Woman: 5210, "Man, or other": 4100 } };

  test("a line each: a variable, a colon, the people of every category", () => {
    expect(
      marginsFrom(
        "gender: Woman = 5 210, Man, or other=4100\n\n cohort : 2015 = 10.5 ;2016 = 20\n",
      ),
    ).toEqual([gender, { variable: "cohort", people: { 2015: 10.5, 2016: 20 } }]);
  });

  test("or the text of a file", () => {
    expect(marginsFrom(` ${JSON.stringify([gender])}`)).toEqual([gender]);
    expect(marginsFrom(JSON.stringify({ margins: [gender] }))).toEqual([gender]);
  });

  test.for(["gender", "gender: Woman", "gender: Woman = many", ": Woman = 3", "g: a = 1, a = 2"])(
    "%s is refused beside its field",
    (line) => {
      expect(() => marginsFrom(`sex: f = 1\n${line}`)).toThrow(/Line 2/);
      const form = new URLSearchParams({ margins: line, variable: "x", role: "outcome" });
      expect(requestFrom(fieldsIn(form)).faults.map(({ field }) => field)).toEqual(["margins"]);
    },
  );

  test("whatever a category is called, the form gives it back", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1 }), {
          minKeys: 1,
          noNullPrototype: true,
        }),
        (people) => {
          const margins = [{ variable: "g", people }];
          const { margins: text } = designFieldsOf({ outcomes: ["z"], margins });
          expect(marginsFrom(text)).toEqual(margins);
        },
      ),
    );
  });
});

describe("learning outcomes as typed", () => {
  test("a line each: a name, a colon, variables", () => {
    expect(learningOutcomesFrom("Work: with purpose: a, b , a\n\n  Present: c\n")).toEqual([
      { id: "clo-1", label: "Work: with purpose", evidence: ["a", "b"] },
      { id: "clo-2", label: "Present", evidence: ["c"] },
    ]);
  });

  test("or the text of a file", () => {
    const text = JSON.stringify([{ id: "w", statement: "Work", evidence: ["a"] }]);
    expect(learningOutcomesFrom(` ${text}`)).toEqual([{ id: "w", label: "Work", evidence: ["a"] }]);
  });

  test.for(["no colon", "Name:", ": a", "Name: ,"])("%s is refused", (line) => {
    expect(() => learningOutcomesFrom(`Fine: a\n${line}`)).toThrow(/Line 2/);
  });
});
