import { expect, test } from "vitest";
import {
  describePair,
  pairDetails,
  releaseDescription,
  releaseDetails,
  type Column,
  type Level,
} from "#analysis";
import { tableOf } from "../../support/table.ts";

const people = 60;

/** Of sixty people so many took part, and the sixty differ in a score; the first `without` have no score. */
function detailsWhere({ level = "binary" as Level, tookPart = 30, without = 0 }) {
  const values = Float64Array.from({ length: people }, (_, i) => (i < tookPart ? 1 : i % 2 && 2));
  if (level === "binary") values.forEach((value, i) => (values[i] = value === 1 ? 1 : 0));
  const score = Float64Array.from(values, (took, i) => (i < without ? NaN : took + (i % 7)));
  const x: Column = { id: "x", label: "X", level, values };
  const y: Column = { id: "y", label: "Y", level: "interval", values: score };
  const table = tableOf([x, y]);
  const description = releaseDescription(describePair(table, "x", "y"));
  return releaseDetails(pairDetails(x, y, { confidence: 0.95 }), description);
}

const because = ({ companions }: ReturnType<typeof detailsWhere>) => [
  ...new Set(companions.map(({ estimate }) => (estimate.ok ? "shown" : estimate.because))),
];

test("companions of enough people in both groups are shown", () => {
  expect(because(detailsWhere({}))).toEqual(["shown"]);
  expect(detailsWhere({}).alarms).toEqual([]);
});

test("a difference between groups goes with the group of few people, on either end", () => {
  for (const tookPart of [3, 9, 51, 57]) {
    const details = detailsWhere({ tookPart });
    expect(because(details)).toEqual(["suppressed"]);
    expect(details.alarms.map(({ code }) => code)).toEqual(["few people"]);
  }
  expect(because(detailsWhere({ tookPart: 10 }))).toEqual(["shown"]);
});

test("few people in a category of many hide nothing: no measure compares it alone", () => {
  expect(because(detailsWhere({ level: "nominal", tookPart: 5 }))).toEqual(["shown"]);
});

test("nine people have no companions at all", () => {
  expect(because(detailsWhere({ level: "interval", without: 51 }))).toEqual(["suppressed"]);
  expect(because(detailsWhere({ level: "interval", without: 50 }))).toContain("shown");
});

test("of alarms about hidden people only that a group is small stays", () => {
  const alarms = (["bent relation", "exact test", "few people"] as const).map((code) => ({
    code,
    text: "",
  }));
  const of = (tookPart: number) => {
    const values = Float64Array.from({ length: people }, (_, i) => Number(i < tookPart));
    const column = (id: string): Column => ({ id, label: id, level: "binary", values });
    const columns = new Map(["x", "y"].map((id) => [id, column(id)]));
    const description = releaseDescription(describePair({ rows: people, columns }, "x", "y"));
    return releaseDetails({ companions: [], alarms }, description).alarms.map(({ code }) => code);
  };
  expect(of(9)).toEqual(["few people"]);
  expect(of(10)).toEqual(["bent relation", "exact test", "few people"]);
});
