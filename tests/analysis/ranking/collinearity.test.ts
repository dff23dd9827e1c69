/** Variance inflation and benchmarks against the regressions that define them. */
import { expect, test } from "vitest";
import { correlator } from "../../../analysis/importance/correlations.ts";
import { linearModel } from "../../../analysis/models/linear.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
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

test("of a block of two it is the root of what the block and the rest are apart", () => {
  const pairs = correlator([y, a, c, b])();
  const [block] = inflations(pairs, { outcome: 0, players: [[1, 2], [3]] });
  const [ac, ab, cb] = [entry(pairs, 1, 2), entry(pairs, 1, 3), entry(pairs, 2, 3)];
  const whole = 1 + 2 * ac * ab * cb - ac ** 2 - ab ** 2 - cb ** 2;
  expect(block).toBeCloseTo(Math.sqrt((1 - ac ** 2) / whole), 10);
});

test("nothing is known of a block a part of which is a copy", () => {
  const copied = correlator([y, a, a.map((one) => 2 * one), c])();
  expect(inflations(copied, { outcome: 0, players: [[1], [2, 3]] })[1]).toBeNull();
});

test("several pairs of twins stand closest first, whichever way they go", () => {
  const closer = c.map((one, i) => -one + 0.05 * a[i]!);
  const items = ["a", "b", "c", "closer"].map((id) => ({ id }));
  const all = correlator([y, a, b, c, closer])();
  const found = twinsOf(all, { outcome: 0, players: [[1], [2], [3], [4]] }, items);
  expect(found.map((twins) => twins.items)).toEqual([
    ["c", "closer"],
    ["a", "b"],
  ]);
  expect(found[0]!.correlation).toBeLessThan(-0.99);
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

test("each item has its own benchmark, whatever the order of the covariates; a block has none", () => {
  const [ofA, , , ofBlock] = benchmarksOf(correlations, game, ["gpa", "age"]);
  expect(ofBlock).toBeNull();
  const turned = { ...game, covariates: [2, 1] };
  const [again] = benchmarksOf(correlations, turned, ["age", "gpa"]);
  expect(again!.covariate).toBe("gpa");
  expect(again!.ofOutcome).toBeCloseTo(ofA!.ofOutcome, 12);
  expect(benchmarksOf(correlations, { ...game, covariates: [] }, [])).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("no benchmark is a covariate that repeats another, or that the item is nearly made of", () => {
  const repeated = correlator([y, gpa, gpa.map((one) => 3 - one), a])();
  const both = { outcome: 0, covariates: [1, 2], players: [[3]] };
  const [found] = benchmarksOf(repeated, both, ["gpa", "again"]);
  expect(found!.covariate).toBe("gpa");
  const nearly = a.map((one, i) => one + 0.1 * c[i]!);
  const close = correlator([y, nearly, a])();
  expect(benchmarksOf(close, { outcome: 0, covariates: [1], players: [[2]] }, ["nearly"])).toEqual([
    null,
  ]);
});

test("an outcome that the columns determine leaves nothing to explain", () => {
  const sum = a.map((one, i) => one + gpa[i]!);
  const determined = correlator([sum, gpa, a])();
  expect(
    benchmarksOf(determined, { outcome: 0, covariates: [1], players: [[2]] }, ["gpa"]),
  ).toEqual([null]);
});
