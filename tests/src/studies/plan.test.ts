import { describe, expect, test } from "vitest";
import { asNumbers } from "#analysis";
import type { Source, SourceColumn } from "../../../src/intake/source.ts";
import { Problem } from "../../../src/problem.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { columnsOf, fingerprint } from "../../../src/studies/fingerprint.ts";
import { readMargins } from "../../../src/studies/margins.ts";
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
    column("major", 7, (row) => ["Arts", "Law", "Music"][row % 3]!),
    column("cohort", 8, (row) => String(2015 + (row % 4))),
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
  expect(plan.covariates).toEqual(["major", "cohort"]);
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

test("a design names variables, and what it names is no experience", () => {
  const plan = resolve({
    outcomes: ["satisfaction"],
    covariates: ["major"],
    design: { strata: "major" },
    groups: ["major"],
    responseClasses: "cohort",
  });
  expect(plan.design).toEqual({ strata: "major", clusters: null, population: null });
  expect(plan.predictors).toEqual(["internship", "gpa"]);
  expect(
    refusal(() => resolve({ outcomes: ["gpa"], design: { clusters: "campos" } })),
  ).toMatchObject({ id: "unknown-column", next: 'Did you mean "campus"?' });
  expect(
    refusal(() => resolve({ outcomes: ["gpa"], design: { population: "major" } })).message,
  ).toBe('"major" cannot be used as population: it is nominal.');
});

test.each<readonly [string, Partial<PlanRequest>, string]>([
  ["an outcome as stratum", { design: { strata: "satisfaction" } }, "as outcome and as strata"],
  ["an experience as cluster", { design: { clusters: "gpa" } }, "as predictor and as clusters"],
  ["an experience as group", { groups: ["gpa"] }, "as predictor and as group"],
  ["a group twice", { groups: ["major", "major"] }, "as group and as group"],
  [
    "strata that are clusters, too",
    { design: { strata: "major", clusters: "major" } },
    "as strata and as clusters",
  ],
  [
    "an outcome as response class",
    { responseClasses: "satisfaction" },
    "as outcome and as response classes",
  ],
])("%s is refused", (_, asked, said) => {
  const request = { outcomes: ["satisfaction"], predictors: ["gpa", "internship"], ...asked };
  expect(refusal(() => resolve(request)).message).toContain(said);
});

test("only of outcomes less can be better", () => {
  const asked = { outcomes: ["gpa"], predictors: ["internship"] };
  expect(resolve({ ...asked, lessIsBetter: ["gpa"] }).lessIsBetter).toEqual(["gpa"]);
  expect(refusal(() => resolve({ ...asked, lessIsBetter: ["internship"] })).message).toBe(
    '"internship" is not an outcome of this plan.',
  );
});

test("so few replicates that every rank would stay possible are refused, none are not", () => {
  const asked = { outcomes: ["gpa"], predictors: ["internship"] };
  const replicatesOf = (replicates: number, confidence = 0.95) =>
    resolve({ ...asked, replicates, confidence }).replicates;
  expect([replicatesOf(0), replicatesOf(19), replicatesOf(99, 0.99)]).toEqual([0, 19, 99]);
  expect(refusal(() => replicatesOf(18)).message).toBe(
    "Rank sets at 95 % confidence cannot be told from 18 bootstrap replicates.",
  );
  expect(refusal(() => replicatesOf(98, 0.99)).next).toBe(
    "Ask for 99 or more (1,000 is usual), or for 0 to leave the rank sets out.",
  );
});

describe("what is known of the population", () => {
  const margins = (variable: string, people: Record<string, number>) =>
    resolve({ outcomes: ["satisfaction"], margins: [{ variable, people }] }).margins;

  test("is given by label, whatever its case, and computed with by code", () => {
    const { values } = assembly.codebook.variables.find(({ id }) => id === "major")!;
    const code = (label: string) => values!.find((value) => value.label === label)!.code;
    expect(margins("major", { Law: 20, arts: 10, Music: 30 })).toEqual([
      {
        variable: "major",
        people: [
          { code: code("Arts"), people: 10 },
          { code: code("Law"), people: 20 },
          { code: code("Music"), people: 30 },
        ].toSorted((a, b) => a.code - b.code),
      },
    ]);
    expect(margins("cohort", { 2016: 5, 2015: 4, 2017: 6, 2018: 7 })[0]!.people[0]).toEqual({
      code: 2015,
      people: 4,
    });
  });

  test("is refused where a category is not there, is named twice, or counts nobody", () => {
    expect(refusal(() => margins("major", { Arts: 1, Lwa: 2 }))).toMatchObject({
      message: '"Lwa" is no category of "major".',
      next: 'Did you mean "Law"?',
    });
    expect(refusal(() => margins("major", { Arts: 1, arts: 2 })).message).toBe(
      '"Arts" and "arts" are the same category of "major".',
    );
    const nobody = { outcomes: ["x"], margins: [{ variable: "major", people: { Arts: 0 } }] };
    expect(refusal(() => parsePlan(nobody, "plan.json")).issues[0]!.text).toContain("margins.0");
  });

  test("stands in a file of its own, as a list or under its name", () => {
    const one = { variable: "major", people: { Arts: 10 } };
    expect(readMargins(JSON.stringify([one]), "margins.json")).toEqual([one]);
    expect(readMargins(JSON.stringify({ margins: [one] }), "margins.json")).toEqual([one]);
    const problem = refusal(() => readMargins('[{ "variable": "major" }]', "margins.json"));
    expect(problem.message).toContain("margins.json is not a file of margins: [0].people");
  });
});

test("the fingerprint covers everything that the plan reads", () => {
  const plan = resolve({
    outcomes: ["satisfaction"],
    predictors: ["internship"],
    design: { strata: "major", clusters: "gpa" },
    responseClasses: "campus",
    margins: [{ variable: "cohort", people: { 2015: 4, 2016: 5, 2017: 6, 2018: 7 } }],
  });
  const read = ["satisfaction", "internship", "major", "gpa", "campus", "cohort"];
  expect(columnsOf(plan)).toEqual(read);
  const { sha256 } = fingerprint(assembly.table, plan);
  for (const id of read) {
    const columns = new Map(assembly.table.columns);
    const values = asNumbers(columns.get(id)!).slice();
    values[3] = 77;
    columns.set(id, { ...columns.get(id)!, values });
    expect(fingerprint({ ...assembly.table, columns }, plan).sha256).not.toBe(sha256);
  }
});
