import { expect, test } from "vitest";
import { methodOf, methods, type MethodId } from "../../analysis/methods/index.ts";
import { stream } from "../../analysis/numeric/random.ts";
import { pairsOf } from "../../analysis/pairs.ts";
import { planDefaults, type Plan } from "../../analysis/plan.ts";
import { screen } from "../../analysis/screen.ts";
import {
  columnOf,
  missingCode,
  type Column,
  type Level,
  type Table,
} from "../../analysis/table.ts";

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
const table: Table = {
  rows: people,
  columns: new Map(columns.map((column) => [column.id, column])),
};
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
