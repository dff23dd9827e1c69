import { expect, test } from "vitest";
import { planDefaults } from "#analysis";
import { assemble } from "../../../src/studies/assemble.ts";
import { defaultCovariates, defaultPredictors } from "../../../src/studies/default-plan.ts";
import { resolvePlan } from "../../../src/studies/plan.ts";
import { fileOf, sourceOf } from "../../support/source-of.ts";

const alumni = fileOf(
  "alumni.csv",
  "student_id satisfied salary weight\n 1 5 41000 0.9\n 2 2 52000 1.1\n 3 4 61500 1.2\n 4 1 58000 0.8",
);
const plain = fileOf(
  "student.csv",
  "student_id club major day\n 1 1 Arts 2020-01-01\n 2 0 Law 2020-01-02\n 3 1 Arts 2020-01-03",
);
const nsse = fileOf(
  "nsse.csv",
  "student_id LSreading LSnotes LSsummary DDrace intern\n 1 1 2 3 4 4\n 2 2 2 1 3 1\n 3 4 4 2 1 2",
);
const log = sourceOf("log.csv", [
  ["student_id", "event_type", "date"],
  ["1", "Fair", "2019-01-01"],
  ["2", "Fair", "2019-01-01"],
  ["2", "Fair", "2020-01-01"],
]);
const none = { ...planDefaults, outcomes: ["satisfied"], predictors: [] };
const clo = { id: "apply", label: "Apply", evidence: ["club"] };

test("recognised experiences: scales, practices, doses, and not the items, years or other columns", () => {
  const study = assemble([alumni, nsse, log, plain], { id: "student_id" });
  expect(defaultPredictors(study, none)).toEqual(["LS", "intern_done", "fair"]);
  expect(defaultPredictors(study, { ...none, covariates: ["LS"], weight: "fair" })).toEqual([
    "intern_done",
  ]);
});

test("without any, every variable with no other role from files without outcomes", () => {
  const study = assemble([alumni, plain], { id: "student_id" });
  expect(defaultPredictors(study, none)).toEqual(["club", "major"]);
  expect(defaultPredictors(study, { ...none, covariates: ["major"] })).toEqual(["club"]);
  const design = { ...none.design, strata: "major" };
  expect(defaultPredictors(study, { ...none, design })).toEqual(["club"]);
  const margins = [{ variable: "club", people: [] }];
  expect(defaultPredictors(study, { ...none, margins })).toEqual(["major"]);
  expect(defaultPredictors(study, { ...none, groups: ["major"] })).toEqual(["club"]);
});

test("what evidences a learning outcome is ranked on its own too", () => {
  const all = assemble([alumni, nsse, log, plain], { id: "student_id" });
  expect(defaultPredictors(all, { ...none, learningOutcomes: [clo] })).toEqual(
    expect.arrayContaining(["LS", "intern_done", "fair", "club"]),
  );
  const plainOnly = assemble([alumni, plain], { id: "student_id" });
  expect(defaultPredictors(plainOnly, { ...none, learningOutcomes: [clo] })).toEqual([
    "club",
    "major",
  ]);
});

test("one file offers everything but the roles that are taken", () => {
  const study = assemble([alumni], { id: "student_id" });
  expect(defaultPredictors(study, { ...none, weight: "weight" })).toEqual(["salary"]);
});

test("items of a score are left out where the score itself has another role", () => {
  const study = assemble([nsse], { id: "student_id" });
  const chosen = { ...none, outcomes: ["LS"], covariates: ["intern_done"] };
  expect(defaultPredictors(study, chosen)).toEqual(["DDrace", "intern"]);
});

test("who the students were is held constant where recognised by name and free", () => {
  const who = fileOf(
    "who.csv",
    "student_id cohort first_gen hs_gpa gpa major\n 1 2015 1 3.1 3.9 Arts\n 2 2016 0 3.9 2.9 Law\n 3 2015 1 2.2 3.3 Arts",
  );
  const study = assemble([alumni, who], { id: "student_id" });
  expect(defaultCovariates(study, none)).toEqual(["major", "cohort", "first_gen", "hs_gpa"]);
  expect(defaultCovariates(study, { ...none, groups: ["cohort"] })).toContain("cohort");
  expect(defaultCovariates(study, { ...none, predictors: ["major"] })).not.toContain("major");
  const { covariates, predictors } = resolvePlan(study, { outcomes: ["satisfied"] }, []);
  expect(covariates).toEqual(["major", "cohort", "first_gen", "hs_gpa"]);
  expect(predictors).toEqual(["gpa"]);
  expect(resolvePlan(study, { outcomes: ["satisfied"], covariates: [] }, []).covariates).toEqual(
    [],
  );
});
