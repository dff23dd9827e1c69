/** What the screening says under a design, against R's survey package; and the laws that tie designs to each other. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Association, Estimate } from "../../../analysis/association.ts";
import { methodOf, methods } from "../../../analysis/methods/index.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { tQuantile } from "../../../analysis/numeric/student-t.ts";
import { pairsOf } from "../../../analysis/pairs.ts";
import type { Method } from "../../../analysis/methods/method.ts";
import type { Plan } from "../../../analysis/plan.ts";
import { screen } from "../../../analysis/screen.ts";
import { columnOf, type Level, type Table } from "../../../analysis/table.ts";
import { weightingFor } from "../../../analysis/weights/weighting.ts";
import { close } from "../../support/close.ts";
import { tableOf } from "../../support/table.ts";
import { alumni, column, everyRow, plan } from "./population.ts";

interface Figure {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly p: number;
}
type Case = Readonly<Record<string, Figure>>;
const cases: Readonly<Record<string, Case>> = JSON.parse(
  readFileSync(new URL("under-design.json", import.meta.url), "utf8"),
);

const none = { strata: null, clusters: null, population: null };

type Rows = (cells: readonly string[], all: readonly (readonly string[])[]) => boolean;

/** A file of the corpus, or some of its rows; words become codes in the order of the alphabet. */
function sample(file: string, keep: Rows = () => true): Table {
  const path = new URL(`../../reference/corpus/data/${file}`, import.meta.url);
  const [head, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const all = lines.map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  const cells = all.filter((row) => keep(row, all));
  const names = head!.split(",").map((name) => name.replaceAll('"', ""));
  return tableOf(
    names.map((name, at) => {
      const words = cells.map((row) => row[at]!);
      const known = [...new Set(words)].sort();
      const isText = known.some((word) => !/^-?[0-9.]+$|^NA$|^$/.test(word));
      const code = (word: string) =>
        isText ? known.indexOf(word) : word === "" ? NaN : Number(word);
      const level: Level = !isText ? "interval" : known.length === 2 ? "binary" : "nominal";
      return column(name, words.map(code), level);
    }),
  );
}

/** Of high schools (the first column says H) only the first. */
const oneHighSchool: Rows = (row, all) =>
  row[0] !== "H" || row === all.find(([kind]) => kind === "H");

const drawn: Readonly<Record<string, readonly [file: string, asked: Partial<Plan>, keep?: Rows]>> =
  {
    strata: ["apistrat.csv", { design: { ...none, strata: "stype", population: "fpc" } }],
    clusters: ["apiclus1.csv", { design: { ...none, clusters: "dnum", population: "fpc" } }],
    "clusters in strata": [
      "apiclus1.csv",
      { design: { ...none, clusters: "dnum", strata: "stype" } },
    ],
    "a stratum of one": [
      "apistrat.csv",
      { design: { ...none, strata: "stype", population: "fpc" } },
      oneHighSchool,
    ],
  };

function ask(name: string, asked: Partial<Plan>): Association {
  const [file, design, keep] = drawn[name]!;
  const rows = screen(sample(file, keep), plan({ ...design, weight: "pw", ...asked }));
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

function same(estimate: Estimate | undefined, expected: Figure): void {
  if (!estimate?.ok) throw new Error("expected an estimate");
  if (expected.value !== undefined) close(estimate.value, expected.value, 1e-7);
  if (expected.low !== undefined) close(estimate.interval!.low, expected.low, 1e-7);
  if (expected.high !== undefined) close(estimate.interval!.high, expected.high, 1e-7);
  close(estimate.p, expected.p, 1e-6);
}

describe.each(Object.keys(drawn))("with %s, as survey has it:", (name) => {
  const figures = cases[name]!;
  test.each<readonly [string, string, string, Plan["method"]]>([
    ["pearson", "meals", "api00", "pearson"],
    ["point_biserial", "awards", "api00", "point-biserial"],
    ["phi", "awards", "yr_rnd", "phi"],
    ["mean_difference", "awards", "api00", "mean-difference"],
    ["eta", "stype", "api00", "eta"],
    ["cramers_v", "stype", "awards", "cramers-v"],
  ])("%s", (figure, predictor, outcome, method) => {
    same(ask(name, { predictors: [predictor], outcomes: [outcome], method }).raw, figures[figure]!);
  });

  test("odds ratio", () => {
    const asked = { predictors: ["awards"], outcomes: ["yr_rnd"], method: "odds-ratio" } as const;
    const { value, low, high, p } = figures["odds_ratio"]!;
    const [ratio, from, to] = [value!, low!, high!].map(Math.exp);
    same(ask(name, asked).raw, { value: ratio!, low: from!, high: to!, p });
  });

  test("partial correlation", () => {
    const asked = { predictors: ["meals"], outcomes: ["api00"], covariates: ["ell", "mobility"] };
    const { raw, adjusted } = ask(name, { ...asked, method: "pearson" });
    same(raw, figures["pearson"]!);
    same(adjusted?.estimate, figures["partial"]!);
  });
});

test("people without an answer take their units with them", () => {
  const asked = { predictors: ["avg_ed"], outcomes: ["api00"], method: "pearson" } as const;
  same(ask("clusters in strata", asked).raw, cases["clusters in strata"]!["incomplete"]!);
});

describe("a design", () => {
  const outcomes = ["satisfaction", "mentor"];
  const predictors = ["gender", "status", "weight"];
  const asked = {
    weight: "weight",
    predictors,
    outcomes,
    covariates: ["cohort"],
    method: "pearson",
  } as const;
  const figures = (table: Table, more: Partial<Plan>) =>
    screen(table, plan({ ...asked, ...more })).flatMap(({ raw, adjusted }) =>
      [raw, adjusted!.estimate].map((one) => {
        if (!one.ok) throw new Error("expected an estimate");
        return [one.value, one.interval!.low, one.interval!.high, one.p] as const;
      }),
    );
  const agree = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]) =>
    one.forEach((row, i) => row.forEach((figure, j) => close(figure, other[i]![j]!, 1e-9)));

  test("of one stratum, or of clusters of one, or of a population without end is none", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const made = alumni(80, seed);
        const table = tableOf([
          ...made.columns.values(),
          column(
            "alone",
            Float64Array.from({ length: 80 }, (_, i) => 3 * i),
          ),
          column("same", new Float64Array(80)),
          column("many", new Float64Array(80).fill(1e18)),
        ]);
        const plain = figures(table, {});
        agree(figures(table, { design: { ...none, clusters: "alone" } }), plain);
        agree(figures(table, { design: { ...none, strata: "same" } }), plain);
        agree(figures(table, { design: { ...none, population: "many" } }), plain);
      }),
      { numRuns: 10 },
    );
  });

  test("does not change with the names of strata and clusters, nor with the order of people", () => {
    const made = alumni(150, 9);
    const design = { strata: "region", clusters: "campus", population: null };
    const renamed = tableOf(
      [...made.columns.values()].map((one) =>
        one.id === "campus" || one.id === "region"
          ? { ...one, values: Float64Array.from(one.values, (code) => 1000 - 7 * code) }
          : one,
      ),
    );
    const turned = tableOf(
      [...made.columns.values()].map((one) => ({
        ...one,
        values: one.values.toReversed() as Float64Array,
      })),
    );
    const first = figures(made, { design });
    agree(figures(renamed, { design }), first);
    agree(figures(turned, { design }), first);
  });

  test("makes intervals of what a campus shares wider, and leaves estimates alone", () => {
    const table = alumni(400, 10);
    const shared = { outcomes: ["satisfaction"], predictors: ["region"], method: "eta" } as const;
    const one = screen(table, plan(shared))[0]!.raw;
    const other = screen(table, plan({ ...shared, design: { ...none, clusters: "campus" } }))[0]!
      .raw;
    if (!one.ok || !other.ok) throw new Error("expected estimates");
    close(other.value, one.value, 1e-12);
    expect(other.p).toBeGreaterThan(one.p);
  });

  test("of a single unit has no estimate", () => {
    const table = tableOf([...alumni(40, 3).columns.values(), column("all", new Float64Array(40))]);
    const rows = screen(table, plan({ ...asked, design: { ...none, clusters: "all" } }));
    for (const { raw, adjusted } of rows) {
      expect(raw).toEqual({ ok: false, because: "too few pairs" });
      expect(adjusted).toBeNull();
    }
  });

  test("has an answer or a reason for every method", () => {
    const table = alumni(200, 12);
    const design = { strata: "region", clusters: "campus", population: null };
    for (const { id } of methods)
      for (const { raw } of screen(table, plan({ ...asked, design, method: id }))) {
        if (!raw.ok) continue;
        expect(raw.p).toBeGreaterThan(0);
        expect(raw.p).toBeLessThanOrEqual(1);
      }
  });
});

describe("the error of a coefficient under a design is how far it spreads over replicates:", () => {
  const people = 480;
  const source = stream(21);
  const normal = () => source.uniform() + source.uniform() + source.uniform() - 1.5;
  const draw = (next: (i: number) => number) =>
    Float64Array.from({ length: people }, (_, i) => next(i));
  const shared = Array.from({ length: 80 }, () => [normal(), normal()] as const);
  const cluster = draw((i) => Math.floor(i / 6));
  const x = draw((i) => Math.round(2 * (shared[cluster[i]!]![0] + normal())));
  const table = tableOf([
    column("class", cluster),
    column(
      "campus",
      cluster.map((c) => Math.floor(c / 20)),
    ),
    column(
      "weight",
      draw(() => 0.5 + 2 * source.uniform()),
      "interval",
    ),
    column("mentor", x, "ordinal"),
    column(
      "satisfaction",
      draw((i) => Math.round(0.5 * x[i]! + 2 * (shared[cluster[i]!]![1] + normal()))),
      "ordinal",
    ),
  ]);
  const asked = plan({
    weight: "weight",
    design: { strata: "campus", clusters: "class", population: null },
  });
  const weighting = weightingFor(table, asked);
  const [mentor, satisfaction] = ["mentor", "satisfaction"].map((id) => columnOf(table, id));
  const at = (factors: Float64Array, method: Method) => {
    const weights = weighting.weights!.map((w, i) => w * factors[i]!);
    const found = method.estimate(pairsOf(mentor!, satisfaction!, { weights }), 0.95);
    return found.ok ? Math.atanh(found.value) : NaN;
  };

  test.each(["pearson", "spearman", "kendall", "gamma"] as const)("%s", (id) => {
    const method = methodOf(id);
    const { raw } = screen(table, { ...asked, method: id })[0]!;
    if (!raw.ok) throw new Error("expected an estimate");
    const { low, high } = raw.interval!;
    const se = (Math.atanh(high) - Math.atanh(low)) / 2 / -tQuantile(0.025, 80 - 4);
    const resample = weighting.resampler(everyRow(table));
    const factors = new Float64Array(people);
    const values = Float64Array.from({ length: 500 }, (_, b) => {
      resample(stream(22, b), factors);
      return at(factors, method);
    });
    const mean = values.reduce((sum, z) => sum + z, 0) / values.length;
    const variance = values.reduce((sum, z) => sum + (z - mean) ** 2, 0) / (values.length - 1);
    // 500 replicates know a standard deviation to 3 %.
    close(se, Math.sqrt(variance), 0.08);
  });
});
