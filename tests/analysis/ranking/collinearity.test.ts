/** Variance inflation and benchmarks against the regressions that define them. */
import { expect, test } from "vitest";
import { correlator } from "../../../analysis/importance/correlations.ts";
import { linearModel } from "../../../analysis/models/linear.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { benchmarksOf, inflations, twinsOf } from "../../../analysis/ranking/collinearity.ts";
import { sensitivityModel } from "../../../analysis/sensitivity/sensitivity-model.ts";

const people = 300;
const source = stream(8);
const normal = () => normalQuantile(source.uniform());
const draw = (next: (i: number) => number) =>
  Float64Array.from({ length: people }, (_, i) => next(i));
const gpa = draw(normal);
const age = draw(normal);
const a = draw((i) => 0.5 * gpa[i]! + normal());
const b = draw((i) => a[i]! + 0.3 * normal());
const c = draw((i) => 0.4 * age[i]! + normal());
const y = draw((i) => 0.4 * a[i]! + 0.5 * gpa[i]! + 0.2 * age[i]! + normal());
const correlations = correlator([y, gpa, age, a, b, c])();
const game = { outcome: 0, covariates: [1, 2], players: [[3], [4], [5], [3, 4]] };
const term = (name: string, values: Float64Array) => ({ name, values });

test("inflation is 1 / (1 - R²) of the column on all others", () => {
  const others = [term("gpa", gpa), term("age", age), term("b", b), term("c", c)];
  const model = linearModel(a, others, { confidence: 0.95 });
  if (!model.ok) throw new Error("expected a model");
  expect(inflations(correlations, game)[0]).toBeCloseTo(1 / (1 - model.rSquared), 9);
});

test("of a block it counts only what lies outside it, and is never below 1", () => {
  const [one, two, , block] = inflations(correlations, game);
  expect(block).toBeGreaterThanOrEqual(1);
  expect(block).toBeLessThan(Math.min(one!, two!));
});

test("nothing of a copy is its own", () => {
  const doubled = correlator([y, a, a.map((one) => 2 * one)])();
  expect(inflations(doubled, { outcome: 0, players: [[1], [2]] })[1]).toBeNull();
});

test("twins are named, closest first", () => {
  const items = ["a", "b", "c", "block"].map((id) => ({ id }));
  expect(twinsOf(correlations, game, items)).toEqual([
    { items: ["a", "b"], correlation: expect.closeTo(0.96, 1) },
  ]);
});

test("a benchmark is the covariate of the sensitivity model that would move the item most", () => {
  const [strongest] = benchmarksOf(correlations, game, ["gpa", "age"]);
  const model = sensitivityModel(y, term("a", a), {
    covariates: [term("gpa", gpa), term("age", age), term("b", b), term("c", c)],
    confidence: 0.95,
  });
  if (!model.ok) throw new Error("expected a model");
  const gpas = model.benchmarks.find(({ covariate }) => covariate === "gpa")!;
  expect(strongest!.covariate).toBe("gpa");
  expect(strongest!.ofExperience).toBeCloseTo(gpas.ofPredictor, 9);
  expect(strongest!.ofOutcome).toBeCloseTo(gpas.ofOutcome!, 9);
});
