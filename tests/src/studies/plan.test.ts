import { expect, test } from "vitest";
import type { Source, SourceColumn } from "../../../src/intake/source.ts";
import { Problem } from "../../../src/problem.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { parsePlan, readPlan, resolvePlan, type PlanRequest } from "../../../src/studies/plan.ts";

const rows = 30;
const column = (name: string, position: number, cell: (row: number) => string): SourceColumn => ({
  name,
  position,
  dictionary: Array.from({ length: rows }, (_, row) => cell(row)),
  cells: Int32Array.from({ length: rows }, (_, row) => 2 ** 30 + row),
});
const source: Source = {
  name: "alumni.csv",
  sha256: "",
  encoding: "utf-8",
  delimiter: ",",
  rows,
  lines: Int32Array.from({ length: rows }, (_, row) => row + 2),
  columns: [
    column("student_id", 1, (row) => `A${row}`),
    column("satisfaction", 2, (row) => String(1 + (row % 5))),
    column("internship", 3, (row) => (row % 3 === 0 ? "yes" : "no")),
    column("gpa", 4, (row) => (2 + row / 20).toFixed(2)),
    column("comment", 5, (row) => `free words number ${row}, quite different each time`),
    column("campus", 6, () => "Main"),
  ],
};
const assembly = assemble([source], { id: "student_id" });
const resolve = (request: PlanRequest) => resolvePlan(assembly, request, []);
const refusal = (act: () => unknown): Problem => {
  try {
    act();
  } catch (fault) {
    if (fault instanceof Problem) return fault;
    throw fault;
  }
  throw new Error("nothing was refused");
};

test("only the outcomes must be named; the rest has defaults", () => {
  const plan = resolve({ outcomes: ["satisfaction"] });
  expect(plan.predictors).toEqual(["internship", "gpa"]);
  expect(plan).toMatchObject({
    method: "by level",
    confidence: 0.95,
    replicates: 1000,
    weight: null,
  });
});

test("an unknown name is refused with the nearest one", () => {
  const problem = refusal(() => resolve({ outcomes: ["satisfacton"] }));
  expect(problem).toMatchObject({
    id: "unknown-column",
    exit: 1,
    next: 'Did you mean "satisfaction"?',
  });
});

test("a variable has one role", () => {
  const problem = refusal(() =>
    resolve({ outcomes: ["satisfaction"], covariates: ["gpa"], predictors: ["gpa"] }),
  );
  expect(problem.message).toBe('"gpa" is named twice: as predictor and as covariate.');
});

test("free words and identifiers cannot be analysed, and it says why", () => {
  expect(refusal(() => resolve({ outcomes: ["comment"] })).id).toBe("unusable-column");
  expect(refusal(() => resolve({ outcomes: ["student_id"] })).message).toContain("identifier");
});

test("a constant may be asked for: the answer is a shortfall, not a refusal", () => {
  expect(resolve({ outcomes: ["satisfaction"], predictors: ["campus"] }).predictors).toEqual([
    "campus",
  ]);
});

test("a plan file is checked field by field", () => {
  const { issues } = refusal(() =>
    parsePlan({ outcomes: [], confidence: 2, outcome: "x" }, "plan.json"),
  );
  expect(issues.map((issue) => issue.column)).toEqual(
    expect.arrayContaining(["outcomes", "confidence"]),
  );
  expect(issues.some((issue) => issue.text.includes("outcome"))).toBe(true);
  expect(refusal(() => readPlan("{", "plan.json")).message).toBe("plan.json is not JSON.");
});
