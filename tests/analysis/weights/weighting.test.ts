/** From a plan to weights and their replicates: laws, and closed forms of single steps. */
import { describe, expect, test } from "vitest";
import { stream } from "../../../analysis/numeric/random.ts";
import type { KnownMargin, Plan } from "../../../analysis/plan.ts";
import { asNumbers, columnOf, type Table } from "../../../analysis/table.ts";
import { meanOf, type Design } from "../../../analysis/weights/design.ts";
import { weightingOf, type Weighting } from "../../../analysis/weights/weighting.ts";
import { close } from "../../support/close.ts";
import { alumni, column, everyRow, plan, tableOf } from "./population.ts";

const known = (variable: string, ...people: number[]): KnownMargin => ({
  variable,
  people: people.map((count, code) => ({ code, people: count })),
});
const margins = [
  known("gender", 4000, 6000),
  known("major", 1500, 2500, 2000, 3000, 1000),
  known("cohort", 2500, 2500, 2500, 2500),
  known("status", 5000, 3000, 2000),
];

function weighted(table: Table, asked: Partial<Plan>): Weighting {
  const found = weightingOf(table, plan(asked));
  if (!found.ok) throw new Error(found.message);
  return found;
}

const valuesOf = (table: Table, id: string) => asNumbers(columnOf(table, id));

function replicate(table: Table, weighting: Weighting, ...address: number[]): Float64Array {
  const multipliers = new Float64Array(table.rows);
  weighting.resampler(everyRow(table))(stream(11, ...address), multipliers);
  return multipliers;
}

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

describe("replicates", () => {
  const table = tableOf([
    ...alumni(300, 5).columns.values(),
    column("same", new Float64Array(300)),
  ]);
  const design = { strata: "region", clusters: "campus", population: null };

  test("of people drawn one by one are n draws, with weights n - 1 that count n / (n - 1) times", () => {
    const times = (weight: string | null, draws: number) => {
      const source = stream(11, 4, 2);
      const counts = new Float64Array(300);
      for (let draw = 0; draw < draws; draw++) counts[source.below(300)]! += 300 / draws;
      const factors = replicate(table, weighted(table, { weight }), 4, 2);
      counts.forEach((count, i) => close(factors[i]!, count, 1e-12));
    };
    times(null, 300);
    times("weight", 299);
  });

  test("come from the stream alone, and are the same for some of the people as for all", () => {
    const asked = { weight: "weight", design, responseClasses: "gender", margins, trimAt: 3 };
    const all = replicate(table, weighted(table, asked), 1);
    expect(replicate(table, weighted(table, asked), 1)).toEqual(all);
    expect(replicate(table, weighted(table, asked), 2)).not.toEqual(all);
    const rows = Int32Array.of(299, 3, 77);
    const some = new Float64Array(3);
    const resample = weighted(table, asked).resampler(rows);
    resample(stream(11, 9), some);
    resample(stream(11, 1), some);
    expect([...some]).toEqual(Array.from(rows, (row) => all[row]));
  });

  test("draw whole clusters, n - 1 of n in every stratum, and meet every margin again", () => {
    const [region, campus] = [valuesOf(table, "region"), valuesOf(table, "campus")];
    const factors = replicate(table, weighted(table, { design }), 1);
    const byCampus = new Map<number, number>();
    factors.forEach((factor, i) => {
      expect(byCampus.get(campus[i]!) ?? factor).toBe(factor);
      byCampus.set(campus[i]!, factor);
    });
    for (const stratum of [0, 1, 2]) {
      const own = [...byCampus]
        .filter(([code]) => code % 3 === stratum)
        .map(([, factor]) => factor);
      close(
        own.reduce((sum, factor) => sum + factor, 0),
        own.length,
        1e-12,
      );
      expect(region.includes(stratum)).toBe(true);
    }
    const raked = weighted(table, { design, margins, trimAt: 1e9 });
    const again = replicate(table, raked, 3);
    for (const { variable, people } of margins) {
      const codes = valuesOf(table, variable);
      const reached = people.map(({ code }) =>
        again.reduce((sum, f, i) => sum + (codes[i] === code ? f * raked.weights![i]! : 0), 0),
      );
      people.forEach((one, at) => close(reached[at]!, one.people, 1e-7));
    }
  });

  test("let those who answered speak again for all who were drawn of their class", () => {
    const half = alumni(400, 6, { silent: 0.5 });
    const asked = { weight: "weight", responseClasses: "major", trimAt: 1e9 };
    const weighting = weighted(half, asked);
    // Drawn alike, but nobody speaks for anybody: how often everybody was drawn, and with what weight.
    const base = valuesOf(half, "weight");
    const drawn = new Float64Array(400);
    const source = stream(11, 8);
    for (let draw = 0; draw < 399; draw++) drawn[source.below(400)]! += 400 / 399;
    const again = replicate(half, weighting, 8);
    const major = valuesOf(half, "major");
    const whole = base.reduce((sum, w) => sum + w, 0);
    const all = base.reduce((sum, w, i) => sum + drawn[i]! * w, 0);
    for (let code = 0; code < 5; code++) {
      const sum = (of: (row: number) => number) =>
        base.reduce((s, _, i) => s + (major[i] === code ? of(i) : 0), 0);
      // Without margins the replicate is brought to the size of the whole sample.
      close(
        sum((i) => again[i]! * weighting.weights![i]!),
        (sum((i) => drawn[i]! * base[i]!) * whole) / all,
        1e-9,
      );
    }
  });

  test("hold each person's weight, not that of all their copies, against the median", () => {
    const asked = { weight: "weight", margins, trimAt: 2 };
    const weighting = weighted(table, asked);
    const [times, again] = [
      replicate(
        table,
        weighted(table, { design: { ...design, strata: "same", clusters: null } }),
        4,
      ),
      replicate(table, weighting, 4),
    ];
    const copies = [...times.keys()].filter((i) => times[i]! > 0);
    const own = copies
      .map((i) => (again[i]! * weighting.weights![i]!) / times[i]!)
      .sort((a, b) => a - b);
    const middle = (own[(own.length - 1) >> 1]! + own[own.length >> 1]!) / 2;
    close(own.at(-1)! / middle, 2, 1e-6);
    const untrimmed = weighted(table, { ...asked, trimAt: 1e9 });
    const free = replicate(table, untrimmed, 4);
    expect(
      copies.some((i) => (free[i]! * untrimmed.weights![i]!) / times[i]! > 2.01 * middle),
    ).toBe(true);
  });

  test("go on without a category of which nobody was drawn", () => {
    const rare = tableOf([
      column("gender", [0, 0, 0, 1, 1, 1, 2]),
      column("satisfaction", [1, 2, 3, 4, 5, 6, 7]),
    ]);
    const weighting = weighted(rare, { margins: [known("gender", 50, 30, 20)], trimAt: 1e9 });
    const sums = Array.from({ length: 40 }, (_, b) => {
      const factors = replicate(rare, weighting, b);
      expect(factors.every((f) => f >= 0 && f < Infinity)).toBe(true);
      return [
        factors[6],
        factors.reduce((sum, f, i) => sum + f * weighting.weights![i]!, 0),
      ] as const;
    });
    expect(sums.some(([last]) => last === 0)).toBe(true);
    for (const [, sum] of sums) close(sum, 100, 1e-7);
  });

  test("keep a stratum with a single unit, and say so", () => {
    const lonely = tableOf([column("region", [0, 0, 0, 1]), column("satisfaction", [1, 2, 3, 4])]);
    const own = { strata: "region", clusters: null, population: null };
    const weighting = weighted(lonely, { design: own });
    expect(weighting.report).toMatchObject({ strata: 2, units: 4, single: 1 });
    for (let b = 0; b < 10; b++) expect(replicate(lonely, weighting, b)[3]).toBe(1);
  });

  test.each<readonly [string, Partial<Plan>, Partial<Record<keyof Design, string>>]>([
    ["weights", { weight: "weight" }, {}],
    ["strata", { weight: "weight", design: { ...design, clusters: null } }, { strata: "region" }],
    ["clusters in strata", { weight: "weight", design }, { strata: "region", clusters: "campus" }],
    [
      "a finite population",
      { design: { strata: null, clusters: null, population: "size" } },
      { population: "size" },
    ],
  ])("with %s: a mean varies over them as its linearised error says", (_, asked, named) => {
    const sized = tableOf([
      ...table.columns.values(),
      column("size", new Float64Array(300).fill(400)),
    ]);
    const weighting = weighted(sized, asked);
    const y = valuesOf(sized, "satisfaction");
    const weights = weighting.weights ?? new Float64Array(300).fill(1);
    const codes = Object.entries(named).map(([part, id]) => [part, valuesOf(sized, id)]);
    const { se } = meanOf(y, { weights, ...Object.fromEntries(codes) });
    const resample = weighting.resampler(everyRow(sized));
    const factors = new Float64Array(300);
    const means = Float64Array.from({ length: 4000 }, (__, b) => {
      resample(stream(5, b), factors);
      return meanOf(y, { weights: weights.map((w, i) => w * factors[i]!) }).value;
    });
    const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
    const variance =
      means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1);
    // The standard deviation of 4,000 replicates is good to about 1.1 %; clusters are few, and a mean not quite linear.
    close(Math.sqrt(variance), se, 0.05);
  });
});
