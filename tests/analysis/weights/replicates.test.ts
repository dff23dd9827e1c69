/** Replicates of the weights of a plan: who is drawn with whom, and that the whole chain is gone through again. */
import { describe, expect, test } from "vitest";
import { stream } from "../../../analysis/numeric/random.ts";
import type { Plan } from "../../../analysis/plan.ts";
import type { Table } from "../../../analysis/table.ts";
import { meanOf, type Design } from "../../../analysis/weights/design.ts";
import type { Weighting } from "../../../analysis/weights/weighting.ts";
import { close } from "../../support/close.ts";
import { tableOf } from "../../support/table.ts";
import { alumni, column, everyRow, known, margins, valuesOf, weighted } from "./population.ts";

function replicate(table: Table, weighting: Weighting, ...address: number[]): Float64Array {
  const multipliers = new Float64Array(table.rows);
  weighting.resampler(everyRow(table))(stream(11, ...address), multipliers);
  return multipliers;
}

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
