import { describe, expect, test } from "vitest";
import { methodOf, methods, type MethodId } from "../../analysis/methods/index.ts";
import { stream } from "../../analysis/numeric/random.ts";
import { pairsOf } from "../../analysis/pairs.ts";
import { planDefaults, type Plan } from "../../analysis/plan.ts";
import { screen } from "../../analysis/screen.ts";
import { columnOf, missingCode, type Column, type Level } from "../../analysis/table.ts";
import { tableOf } from "../support/table.ts";

const people = 400;
const chance = stream(7);
const shared = Array.from({ length: people }, () => chance.uniform() + chance.uniform());
const draw = (f: (i: number) => number, lost = 0.1): (number | null)[] =>
  Array.from({ length: people }, (_, i) => (chance.uniform() < lost ? null : f(i)));

function whole(id: string, level: Level, cells: (number | null)[]): Column {
  const values = new Int8Array(people);
  cells.forEach((cell, row) => (values[row] = cell ?? missingCode(values, "skipped")));
  return { id, label: id, level, values };
}
function real(id: string, cells: (number | null)[]): Column {
  return {
    id,
    label: id,
    level: "interval",
    values: Float64Array.from(cells, (cell) => cell ?? NaN),
  };
}

const columns = [
  whole(
    "often",
    "ordinal",
    draw((i) => Math.min(4, 1 + Math.floor(shared[i]! * 1.5 + chance.uniform()))),
  ),
  whole(
    "visits",
    "count",
    draw((i) => Math.floor(shared[i]! * 4 * chance.uniform())),
  ),
  whole(
    "intern",
    "binary",
    draw((i) => (shared[i]! + chance.uniform() > 1.5 ? 1 : 0)),
  ),
  whole(
    "major",
    "nominal",
    draw((i) => Math.floor(chance.uniform() * 3 + shared[i]! * 0.7)),
  ),
  whole(
    "flat",
    "ordinal",
    draw(() => 3),
  ),
  real(
    "gpa",
    draw((i) => 2 + shared[i]! + chance.uniform()),
  ),
  real(
    "weight",
    draw(() => 0.5 + chance.uniform(), 0),
  ),
  whole(
    "satisfied",
    "ordinal",
    draw((i) => Math.min(5, 1 + Math.floor(shared[i]! * 2 + chance.uniform()))),
  ),
  real(
    "salary",
    draw((i) => 30 + 20 * shared[i]! + 10 * chance.uniform(), 0.4),
  ),
  whole(
    "employed",
    "binary",
    draw((i) => (shared[i]! + chance.uniform() > 1.2 ? 1 : 0)),
  ),
];
const table = tableOf(columns);
const plan: Plan = {
  ...planDefaults,
  outcomes: ["satisfied", "salary", "employed"],
  predictors: ["often", "visits", "intern", "major", "flat", "gpa"],
};

test("rows come in the order of the plan, one for each pair", () => {
  const rows = screen(table, plan);
  expect(rows.map((row) => `${row.outcome} ${row.predictor}`)).toEqual(
    plan.outcomes.flatMap((outcome) =>
      plan.predictors.map((predictor) => `${outcome} ${predictor}`),
    ),
  );
});

test.each([null, "weight"])(
  "weighted by %s: joint tables give what each pair gives on its own",
  (weight) => {
    const weights = weight === null ? undefined : (columnOf(table, weight).values as Float64Array);
    for (const row of screen(table, { ...plan, weight })) {
      const pairs = pairsOf(columnOf(table, row.predictor), columnOf(table, row.outcome), {
        weights,
      });
      const alone = methodOf(row.method).estimate(pairs, plan.confidence);
      expect(row.n).toBe(pairs.n);
      if (!alone.ok) expect(row.raw).toEqual(alone);
      else {
        expect(row.raw).toMatchObject({ ok: true, value: expect.closeTo(alone.value, 12) });
        expect(row.raw).toMatchObject({ p: expect.closeTo(alone.p, 12) });
      }
    }
  },
);

test("no variation, too few pairs and a method that does not fit are values with a reason", () => {
  const because = (request: Partial<Plan>, predictor: string) =>
    screen(table, { ...plan, ...request, predictors: [predictor] }).map(({ raw }) =>
      raw.ok ? "" : raw.because,
    );
  expect(because({}, "flat")).toEqual(["no variation", "no variation", "no variation"]);
  expect(because({ minimumPairs: people }, "often")).toEqual(Array(3).fill("too few pairs"));
  expect(because({ method: "phi" }, "often")).toEqual(
    Array(3).fill("method does not fit the levels"),
  );
});

test("every method can be forced on the pairs it accepts", () => {
  for (const { id } of methods as readonly { id: MethodId }[]) {
    const rows = screen(table, { ...plan, method: id });
    expect(rows.filter((row) => row.raw.ok).length, id).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.method))).toEqual(new Set([id]));
  }
});

test("Holm runs within an outcome, Benjamini-Hochberg over the grid, and a shortfall is in neither", () => {
  const rows = screen(table, plan);
  const known = rows.filter((row) => row.raw.ok);
  for (const row of known) {
    const p = row.raw.ok ? row.raw.p : NaN;
    expect(row.pHolm).toBeGreaterThanOrEqual(p);
    expect(row.qBh).toBeGreaterThanOrEqual(p);
  }
  for (const outcome of plan.outcomes) {
    const family = known.filter((row) => row.outcome === outcome);
    const least = Math.min(...family.map((row) => (row.raw.ok ? row.raw.p : 1)));
    expect(Math.min(...family.map((row) => row.pHolm!))).toBeCloseTo(
      Math.min(1, least * family.length),
      14,
    );
  }
  expect(rows.filter((row) => !row.raw.ok).map((row) => [row.pHolm, row.qBh])).toEqual(
    plan.outcomes.map(() => [null, null]),
  );
});

test("covariates give an adjusted estimate on its own people, and a turn of sign is flagged", () => {
  const rows = screen(table, {
    ...plan,
    predictors: ["often", "visits", "intern", "major"],
    covariates: ["gpa"],
  });
  for (const row of rows) {
    expect(row.adjusted?.estimate.ok).toBe(true);
    expect(row.adjusted!.n!).toBeLessThanOrEqual(row.n!);
    const turned =
      row.raw.ok &&
      row.adjusted!.estimate.ok &&
      row.raw.value * row.adjusted!.estimate.value < 0 &&
      row.method !== "eta" &&
      row.method !== "cramers-v";
    expect(row.cautions.includes("sign flips when adjusted")).toBe(turned);
  }
});

test("progress ends at the number of pairs", () => {
  const told: [number, number][] = [];
  screen(table, plan, (done, total) => told.push([done, total]));
  expect(told.at(-1)).toEqual([18, 18]);
});

test("progress is told every sixteen pairs and at the end", () => {
  const told: number[] = [];
  screen(table, { ...plan, predictors: [...plan.predictors, "weight"] }, (done) => told.push(done));
  expect(told).toEqual([16, 21]);
});

test("as many pairs as the plan asks for are enough", () => {
  const [row] = screen(table, { ...plan, outcomes: ["satisfied"], predictors: ["often"] });
  const asked = (minimumPairs: number) =>
    screen(table, { ...plan, outcomes: ["satisfied"], predictors: ["often"], minimumPairs })[0]!.raw
      .ok;
  expect([asked(row!.n!), asked(row!.n! + 1)]).toEqual([true, false]);
});

test("what cannot be estimated is not adjusted, and has no cautions", () => {
  const [row] = screen(table, {
    ...plan,
    outcomes: ["employed"],
    predictors: ["flat"],
    covariates: ["gpa"],
  });
  expect(row).toMatchObject({ raw: { ok: false }, adjusted: null, cautions: [], pHolm: null });
});

type Made = readonly [Level, (row: number) => number];

describe("cautions", () => {
  const made = (rows: number, of: Readonly<Record<string, Made>>) => {
    const columns = Object.entries(of).map(([id, [level, value]]): [string, Column] => [
      id,
      { id, label: id, level, values: Float64Array.from({ length: rows }, (_, row) => value(row)) },
    ]);
    const [outcome, predictor] = Object.keys(of);
    return (request: Partial<Plan> = {}): readonly string[] =>
      screen(
        { rows, columns: new Map(columns) },
        { ...planDefaults, outcomes: [outcome!], predictors: [predictor!], ...request },
      )[0]!.cautions;
  };
  /** A number that follows nothing. */
  const wild = (row: number) => (row * 37) % 101;
  const few = "few people in a category";
  const expected = "expected counts below five";

  test.each(["binary", "nominal"] as const)("few people in a %s category", (level) => {
    const rare = (people: number): Made => [level, (row) => (row < people ? 2 : 1)];
    const number: Made = ["interval", wild];
    expect(made(100, { y: number, x: rare(9) })()).toEqual([few]);
    expect(made(100, { y: number, x: rare(10) })()).toEqual([]);
    expect(made(100, { y: rare(9), x: number })()).toEqual([few]);
    expect(made(100, { y: rare(10), x: number })()).toEqual([]);
  });

  test("an ordered scale may have answers that few give", () => {
    const rare = (row: number) => (row < 3 ? 1 : 2 + (row % 3));
    expect(made(100, { y: ["ordinal", rare], x: ["ordinal", (row) => row % 5] })()).toEqual([]);
    expect(made(100, { y: ["ordinal", rare], x: ["binary", (row) => row % 2] })()).toEqual([]);
  });

  test.each(["binary", "nominal"] as const)("expected counts in a table of %s answers", (level) => {
    const table = (people: number) =>
      made(100, {
        y: [level, (row) => (row % 5 === 0 ? 1 : 2)],
        x: [level, (row) => (wild(row) < people ? 1 : 2)],
      });
    // 20 of 100 times 24, and 25, of 100
    expect(table(24)()).toEqual([expected]);
    expect(table(25)()).toEqual([]);
    expect(table(24)({ method: "odds-ratio" })).not.toContain(expected);
  });

  test("counts of people answer for expected counts whether they were counted together or not", () => {
    const y: Made = ["binary", (row) => (row % 5 === 0 ? 1 : 2)];
    const x = (row: number) => (wild(row) < 24 ? 1 : 2);
    const design = { strata: null, clusters: "c", population: null };
    const all = made(100, { y, x: ["binary", x], c: ["nominal", (row) => row] });
    expect(all({ design })).toEqual(all());
    expect(all()).toEqual([expected]);
  });

  test("ranks in place of two skewed measurements", () => {
    const skewed: Made = ["interval", (row) => Math.exp(wild(row) / 10)];
    const even: Made = ["interval", (row) => row];
    const switched = ["switched to ranks: skewed"];
    expect(made(100, { y: skewed, x: even })()).toEqual(switched);
    expect(made(100, { y: even, x: skewed })()).toEqual(switched);
    expect(made(100, { y: skewed, x: even })({ method: "pearson" })).toEqual([]);
    expect(made(100, { y: even, x: even })()).toEqual([]);
    expect(made(100, { y: skewed, x: ["ordinal", (row) => row % 5] })()).toEqual([]);
    expect(made(100, { y: ["ordinal", (row) => row % 5], x: skewed })()).toEqual([]);
  });

  test("a sign that turns when adjusted, above 0 and below", () => {
    const turned = ["sign flips when adjusted"];
    const z = (row: number) => row / 10;
    const x = (row: number) => z(row) + wild(row) / 50;
    const y = (sign: number) => (row: number) => sign * (3 * z(row) - 2 * x(row));
    const both = (sign: number) =>
      made(100, { y: ["interval", y(sign)], x: ["interval", x], z: ["interval", z] })({
        covariates: ["z"],
      });
    expect(both(1)).toEqual(turned);
    expect(both(-1)).toEqual(turned);
    const same = made(100, { y: ["interval", x], x: ["interval", wild], z: ["interval", z] });
    expect(same({ covariates: ["z"] })).toEqual([]);
  });
});
