/** From a plan to weights: laws, and closed forms of single steps. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../../analysis/plan.ts";
import { weightingOf } from "../../../analysis/weights/weighting.ts";
import { close } from "../../support/close.ts";
import { tableOf } from "../../support/table.ts";
import { alumni, column, known, margins, plan, valuesOf, weighted } from "./population.ts";

describe("weights of a plan", () => {
  test("are none where everybody counts once, and those of the file where it has some", () => {
    const table = alumni(50, 1);
    expect(weighted(table, {})).toMatchObject({ weights: undefined, report: null });
    const { weights, report } = weighted(table, { weight: "weight" });
    expect(weights).toEqual(valuesOf(table, "weight"));
    expect(report).toMatchObject({ n: 50, misfit: null, responseRate: null, single: 0 });
  });

  test("count nobody whose weight is missing, zero, negative or without end", () => {
    const table = tableOf([
      column("weight", [1, NaN, 0, -2, Infinity, 3]),
      column("satisfaction", [1, 2, 3, 4, 5, 6]),
    ]);
    expect([...weighted(table, { weight: "weight" }).weights!]).toEqual([1, 0, 0, 0, 0, 3]);
  });

  test("are ones under a design, so that errors are those of the design", () => {
    const table = alumni(60, 2, { silent: 0.2 });
    const design = { strata: "region", clusters: "campus", population: null };
    const { weights, strata, clusters, population } = weighted(table, { design });
    const answered = valuesOf(table, "satisfaction").map((y) => Number(!Number.isNaN(y)));
    expect(weights).toEqual(answered);
    expect([strata, clusters, population]).toEqual([
      valuesOf(table, "region"),
      valuesOf(table, "campus"),
      undefined,
    ]);
  });

  test("meet all margins to 1e-8, after classes of non-response and with trimming", () => {
    const table = alumni(1500, 3, { silent: 0.4 });
    const { weights, report } = weighted(table, {
      weight: "weight",
      responseClasses: "major",
      margins,
      trimAt: 2.5,
    });
    for (const { variable, people } of margins) {
      const codes = valuesOf(table, variable);
      for (const one of people)
        close(
          weights!.reduce((sum, w, i) => sum + (codes[i] === one.code ? w : 0), 0),
          one.people,
          1.01e-8,
        );
    }
    const sorted = weights!.filter((w) => w > 0).sort();
    close(
      report!.largest.after,
      sorted.at(-1)! / ((sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2),
      1e-12,
    );
    expect(report!.largest.after).toBeLessThan(2.5001);
    expect(report!.largest.before).toBeGreaterThan(report!.largest.after);
    expect(report!.effectiveN.after).toBeGreaterThan(report!.effectiveN.before);
    close(report!.designEffect, report!.n / report!.effectiveN.after, 1e-12);
    close(report!.responseRate!, sorted.length / 1500, 1e-12);
  });

  test("change nothing where the margins are met already", () => {
    const table = alumni(500, 8);
    const first = weighted(table, { weight: "weight", margins, trimAt: 1e9 });
    const met = tableOf([...table.columns.values(), column("raked", first.weights!, "interval")]);
    const again = weighted(met, { weight: "raked", margins, trimAt: 1e9 });
    again.weights!.forEach((w, i) => close(w, first.weights![i]!, 1e-7));
    const half = weighted(met, {
      weight: "raked",
      margins: margins.map(({ variable, people }) => ({
        variable,
        people: people.map((one) => ({ ...one, people: one.people / 2 })),
      })),
      trimAt: 1e9,
    });
    half.weights!.forEach((w, i) => close(2 * w, first.weights![i]!, 1e-7));
  });

  test("within a response class those who answered carry the weight of all", () => {
    const table = alumni(400, 4, { silent: 0.5 });
    const { weights } = weighted(table, {
      weight: "weight",
      responseClasses: "major",
      trimAt: 1e9,
    });
    const [base, major] = [valuesOf(table, "weight"), valuesOf(table, "major")];
    for (let code = 0; code < 5; code++) {
      const sum = (of: Float64Array) => of.reduce((s, w, i) => s + (major[i] === code ? w : 0), 0);
      close(sum(weights!), sum(base), 1e-12);
    }
  });

  test("keep people whose category is not known at their share, and name thin categories", () => {
    const gender = [0, 0, 1, 1, 1, NaN];
    const table = tableOf([
      {
        ...column("gender", gender),
        labels: new Map([
          [0, "man"],
          [1, "woman"],
        ]),
      },
      column("satisfaction", [1, 2, 3, 4, 5, 6]),
    ]);
    const { weights, report } = weighted(table, {
      margins: [known("gender", 60, 60)],
      trimAt: 1e9,
    });
    [25, 25, 50 / 3, 50 / 3, 50 / 3, 20].forEach((w, i) => close(weights![i]!, w, 1e-12));
    expect(report!.unknown).toEqual(["gender"]);
    expect(report!.thin).toEqual([
      { variable: "gender", code: 0 },
      { variable: "gender", code: 1 },
    ]);
  });
});

describe("a plan that cannot be weighted says why", () => {
  const table = tableOf([
    column("gender", [0, 0, 1, 1]),
    column("campus", [1, 1, NaN, 2]),
    column("units", [5, 5, 1, 5]),
    column("sizes", [5, 4, 5, 5]),
    column("satisfaction", [1, 2, NaN, 4]),
    column("nothing", [NaN, NaN, NaN, NaN]),
  ]);
  const none = { strata: null, clusters: null, population: null };
  test.each<readonly [string, Partial<Plan>, string]>([
    ["a category without anybody", { margins: [known("gender", 1, 1, 1)] }, "gender"],
    ["a category that nothing is known of", { margins: [known("gender", 1)] }, "gender"],
    [
      "margins of different size",
      { margins: [known("gender", 1, 1), known("campus", 0, 2, 2)] },
      "campus",
    ],
    [
      "an unknown cluster of somebody who was asked",
      { design: { ...none, clusters: "campus" }, responseClasses: "units" },
      "campus",
    ],
    [
      "fewer units in the population than drawn",
      { design: { ...none, population: "units" }, responseClasses: "gender" },
      "units",
    ],
    ["different sizes of one stratum", { design: { ...none, population: "sizes" } }, "sizes"],
    ["a class in which nobody answered", { responseClasses: "units" }, "units"],
    ["no answer at all", { outcomes: ["nothing"], margins: [known("gender", 1, 1)] }, "nothing"],
  ])("%s", (_, asked, margin) => {
    const found = weightingOf(table, plan(asked));
    expect(found).toMatchObject({ ok: false, margin });
    expect(found.ok ? "" : found.message).toContain(margin);
  });

  test("but nobody minds an unknown cluster of who did not answer", () => {
    expect(weightingOf(table, plan({ design: { ...none, clusters: "campus" } })).ok).toBe(true);
  });
});
