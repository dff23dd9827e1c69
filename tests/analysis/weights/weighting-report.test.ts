/** What a reader is told about weights, on people counted by hand. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../../analysis/plan.ts";
import { close } from "../../support/close.ts";
import { tableOf } from "../../support/table.ts";
import { column, known, weighted } from "./population.ts";

/** 29 of a first major answered, 30 of a second, 40 of a third; one has no major. Ten of the third did not answer. */
const majors = [...Array(29).fill(0), ...Array(30).fill(1), ...Array(50).fill(2), NaN] as number[];
const people = majors.length;
const silent = (i: number) => i >= 59 && i < 69;
const table = tableOf([
  column("major", majors),
  column(
    "satisfaction",
    majors.map((_, i) => (silent(i) ? NaN : i % 5)),
    "interval",
  ),
  column(
    "weight",
    majors.map((_, i) => (i < 3 ? 0 : 1 + (i % 2))),
    "interval",
  ),
  // The first stratum has one unit, the others three each.
  column(
    "stratum",
    majors.map((_, i) => Math.min(2, Math.floor(i / 20))),
  ),
  column(
    "unit",
    majors.map((_, i) => (i < 20 ? 0 : i % 3)),
  ),
]);
const reportOf = (asked: Partial<Plan>) => weighted(table, { trimAt: 1e9, ...asked }).report!;

describe("the report of weights", () => {
  test("of a file counts who has one, and what unequal ones cost", () => {
    const report = reportOf({ weight: "weight" });
    const weights = majors.flatMap((_, i) => (i < 3 ? [] : [1 + (i % 2)]));
    const [sum, squares] = [1, 2].map((power) => weights.reduce((s, w) => s + w ** power, 0));
    expect(report.n).toBe(weights.length);
    close(report.effectiveN.after, sum! ** 2 / squares!, 1e-12);
    close(report.designEffect, (weights.length * squares!) / sum! ** 2, 1e-12);
    expect(report).toMatchObject({ misfit: null, responseRate: null, thin: [], unknown: [] });
    expect(report.effectiveN.before).toBe(report.effectiveN.after);
    expect(report.largest.before).toBe(report.largest.after);
    expect(report.single).toBe(0);
  });

  test("of response classes says who answered, which are thin and where one is not known", () => {
    const report = reportOf({ responseClasses: "major" });
    close(report.responseRate!, (people - 10) / people, 1e-12);
    expect(report).toMatchObject({
      misfit: null,
      thin: [{ variable: "major", code: 0 }],
      unknown: ["major"],
    });
  });

  test("of margins says how well they are met, and nothing of who answered", () => {
    const report = reportOf({ margins: [known("major", 300, 300, 400)] });
    expect(report.misfit).toBeLessThan(1e-8);
    expect(report).toMatchObject({
      responseRate: null,
      thin: [{ variable: "major", code: 0 }],
      unknown: ["major"],
    });
  });

  test("names what is thin by margin, then response class, each by code", () => {
    const turned = tableOf([
      ...[...table.columns.values()].filter(({ id }) => id !== "major"),
      column(
        "major",
        majors.map((code) => (code < 2 ? 1 - code : code)),
      ),
      column(
        "cohort",
        majors.map((_, i) => [4, 1, 3][i % 3]! + 10 * Number(i % 2)),
      ),
    ]);
    const asked = { margins: [known("major", 1, 1, 1)], responseClasses: "cohort" };
    const { thin } = weighted(turned, { trimAt: 1e9, ...asked }).report!;
    expect(thin.map(({ variable, code }) => `${variable} ${code}`)).toEqual([
      "major 1",
      ...[1, 3, 4, 11, 13, 14].map((code) => `cohort ${code}`),
    ]);
  });

  test("counts strata and units, and strata of which one unit says nothing of their spread", () => {
    const design = { strata: "stratum", clusters: "unit", population: null };
    expect(reportOf({ design, weight: "weight" })).toMatchObject({
      strata: 3,
      units: 7,
      single: 1,
    });
  });
});
