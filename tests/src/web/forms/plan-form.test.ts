import { describe, expect, test } from "vitest";
import { planDefaults } from "#analysis";
import type { Variable } from "#surveys";
import { parsePlan, type PlanRequest } from "../../../../src/studies/plan.ts";
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
const codebook = { variables: ["x", "y", "z", "w"].map((id) => variableOf(id)) };
const plan: PlanRequest = {
  outcomes: ["z"],
  predictors: ["y", "x"],
  covariates: [],
  weight: "w",
  method: "by level",
  confidence: 0.9,
  minimumPairs: 20,
  replicates: 0,
  seed: 3,
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
    });
    expect([...fields.roles.values()]).toEqual([
      "predictor",
      "predictor",
      "predictor",
      "predictor",
    ]);
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
