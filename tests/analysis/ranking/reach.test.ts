/** How much of an item people had, counted by hand; and who has the outcome. */
import { describe, expect, test } from "vitest";
import { planDefaults } from "../../../analysis/plan.ts";
import { panelOf } from "../../../analysis/ranking/panel.ts";
import { reachOf } from "../../../analysis/ranking/reach.ts";
import { missingCode, type Column, type Level, type Values } from "../../../analysis/table.ts";
import { weightingOf } from "../../../analysis/weights/weighting.ts";
import { close } from "../../support/close.ts";
import { tableOf } from "../../support/table.ts";

const people = 60;
const column = (id: string, level: Level, next: (i: number) => number): Column => ({
  id,
  label: id,
  level,
  values: Float64Array.from({ length: people }, (_, i) => next(i)),
});
const bytes = (id: string, values: Values, labels: readonly number[] = []): Column => ({
  id,
  label: id,
  level: "ordinal",
  values,
  ...(labels.length > 0 && { labels: new Map(labels.map((code) => [code, `Answer ${code}`])) }),
});
const none = missingCode(new Int8Array(), "skipped");

/** 40 have the outcome and everything else, 5 the outcome alone. */
const complete = 40;
const weightOf = (i: number) => (i === 1 ? 0 : 1 + (i % 2));
const columns = [
  column("y", "interval", (i) => (i < 45 ? i % 7 : NaN)),
  column("weight", "interval", weightOf),
  column("intern", "binary", (i) => (i >= complete ? NaN : 1 + Number(i % 4 === 0))),
  column("visits", "count", (i) => (i % 8 === 0 ? 3 + (i % 3) : 0)),
  column("major", "nominal", (i) => i % 3),
  column("hours", "interval", (i) => i % 5),
  // Answers 2 to 4 in the data, one of them by somebody who is not ranked; the form went from 1 to 5.
  bytes(
    "seen",
    Int8Array.from({ length: people }, (_, i) => (i === 50 ? none : 2 + (i % 3))),
  ),
  bytes(
    "asked",
    Int8Array.from({ length: people }, (_, i) => 2 + (i % 3)),
    [1, 5],
  ),
  bytes(
    "rarely",
    Int8Array.from({ length: people }, (_, i) => (i === 55 ? 10 : i % 2)),
  ),
];
const table = tableOf(columns);

function panel(weighed: boolean) {
  const plan = { ...planDefaults, outcomes: ["y"], weight: weighed ? "weight" : null };
  const weighting = weightingOf(table, { ...plan, predictors: ["intern"] });
  if (!weighting.ok) throw new Error(weighting.message);
  return panelOf(table, {
    outcome: "y",
    covariates: [],
    variables: columns.slice(2).map(({ id }) => id),
    weighting,
  });
}
const reach = (members: readonly string[], weighed = false) =>
  reachOf(table, panel(weighed), { id: "item", label: "item", members });

const ranked = Array.from({ length: complete }, (_, i) => i);
const mean = (of: (i: number) => number, weighed = false) => {
  const mass = (i: number) => (weighed ? weightOf(i) : 1);
  const total = ranked.reduce((sum, i) => sum + mass(i), 0);
  return ranked.reduce((sum, i) => sum + mass(i) * of(i), 0) / total;
};

describe("the reach of an item", () => {
  test("with yes or no, or a count, is who took part", () => {
    expect(reach(["intern"])).toEqual({ of: "took part", percent: 25, people: 10 });
    expect(reach(["visits"])).toEqual({ of: "took part", percent: 12.5, people: 5 });
  });

  test("with anything else in order is the place of the mean between the lowest and the highest", () => {
    const hours = reach(["hours"])!;
    expect(hours).toMatchObject({ of: "mean place", people: null });
    close(hours.percent, 50, 1e-12);
    const seen = mean((i) => i % 3);
    close(reach(["seen"])!.percent, 50 * seen, 1e-12);
    // The scale is that of the answers there are, and of anybody's, ranked or not.
    close(reach(["asked"])!.percent, 25 * (1 + seen), 1e-12);
    close(reach(["rarely"])!.percent, 5, 1e-12);
  });

  test("counts people by their weights", () => {
    close(reach(["intern"], true)!.percent, 100 * mean((i) => Number(i % 4 === 0), true), 1e-12);
    expect(reach(["intern"], true)!.people).toBe(10);
    close(reach(["hours"], true)!.percent, 25 * mean((i) => i % 5, true), 1e-12);
  });

  test("of several is their mean, and at least as many took part in each as in the rarest", () => {
    expect(reach(["intern", "visits"])).toEqual({
      of: "took part",
      percent: (25 + 12.5) / 2,
      people: 5,
    });
    expect(reach(["intern", "hours"])).toMatchObject({ of: "mean place", people: null });
  });

  test("is none where categories have no order", () => {
    expect(reach(["major"])).toBeNull();
    expect(reach(["intern", "major"])).toBeNull();
  });
});

test("who answered is who has the outcome, complete or not, and a weight", () => {
  expect(panel(false)).toMatchObject({ answered: 45, people: complete });
  expect(panel(true)).toMatchObject({ answered: 44, people: complete - 1 });
});
