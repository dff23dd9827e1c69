/** Who and what the stress test of a ranking is made of: the checks themselves are tried in `robustness/checks`. */
import { describe, expect, test } from "vitest";
import { stream } from "../../../analysis/numeric/random.ts";
import { planDefaults, type Plan } from "../../../analysis/plan.ts";
import { rank } from "../../../analysis/rank.ts";
import type { Ranking } from "../../../analysis/ranking.ts";
import { missingReasons, type Column, type Table } from "../../../analysis/table.ts";
import { tableOf } from "../../support/table.ts";

const source = stream(903);
const people = 240;
const draw = (next: (i: number) => number) => Array.from({ length: people }, (_, i) => next(i));
const items = ["a", "b", "c", "d"] as const;
const answers = Object.fromEntries(items.map((id) => [id, draw(() => source.below(6))]));
const weight = draw((i) => (answers["a"]![i]! > 3 ? 3 : 0.5));
/** More of "a" goes with more only among those who weigh little. */
const y = draw(
  (i) =>
    (weight[i]! < 1 ? 0.5 : -0.1) * answers["a"]![i]! +
    0.25 * answers["b"]![i]! +
    0.2 * answers["c"]![i]! +
    2 * source.uniform(),
);
const gap = missingReasons.indexOf("skipped") + 1;
const never = missingReasons.indexOf("not applicable") + 1;

/** Values and, where one is NaN, its reason. */
type Cells = Readonly<Record<string, readonly number[]>>;
function tableWith(cells: Cells, reasonOf: (i: number) => number = () => gap): Table {
  const columns = Object.entries(cells).map(([id, values]): Column => {
    const reasons = Uint8Array.from(values, (value, i) => (Number.isNaN(value) ? reasonOf(i) : 0));
    return { id, label: id, level: "interval", values: Float64Array.from(values), reasons };
  });
  return tableOf(columns);
}
const whole: Cells = { y, weight, ...answers };
const holes: Cells = { ...whole, b: answers["b"]!.map((one, i) => (i % 5 === 0 ? NaN : one)) };

const plan: Plan = {
  ...planDefaults,
  outcomes: ["y"],
  predictors: items,
  replicates: 0,
};
const rankingOf = (table: Table, changes: Partial<Plan> = {}): Ranking => {
  const [found] = rank(table, { ...plan, ...changes });
  if (found?.ok !== true) throw new Error("expected a ranking");
  return found;
};
const checkOf = (ranking: Ranking, id: string) => {
  const check = ranking.stressTest.checks.find((one) => one.id === id)!;
  return check.ok ? check.order : check.because;
};
const orderOf = ({ ranked }: Ranking) => ranked.map(({ id }) => id);

describe("without weights", () => {
  test("the order is that of the ranking that was never weighted", () => {
    const weighted = rankingOf(tableWith(whole), { weight: "weight" });
    const plain = rankingOf(tableWith(whole));
    expect(checkOf(weighted, "weights")).toEqual(orderOf(plain));
    expect(orderOf(plain)).not.toEqual(orderOf(weighted));
    expect(checkOf(plain, "weights")).toBe("there are no weights");
  });
});

describe("everybody", () => {
  test("is who has the outcome, gaps or not", () => {
    expect(checkOf(rankingOf(tableWith(whole)), "em")).toBe("nobody has a gap");
    expect(checkOf(rankingOf(tableWith(holes)), "em")).toHaveLength(4);
    const outcome = { ...whole, y: y.map((one, i) => (i % 5 === 0 ? NaN : one)) };
    expect(checkOf(rankingOf(tableWith(outcome)), "em")).toBe("nobody has a gap");
  });

  test("is not those to whom something does not apply", () => {
    const some = tableWith(holes, (i) => (i % 10 === 0 ? never : gap));
    const none = tableWith(holes, () => never);
    expect(checkOf(rankingOf(none), "em")).toBe("nobody has a gap");
    const applies = Object.entries(holes).map(([id, all]) => [id, all.filter((_, i) => i % 10)]);
    const left = rankingOf(tableWith(Object.fromEntries(applies)));
    expect(rankingOf(some).stressTest).toEqual(left.stressTest);
  });

  test("counts by the weights", () => {
    const order = (changes: Partial<Plan>) => checkOf(rankingOf(tableWith(holes), changes), "em");
    expect(order({ weight: "weight" })).not.toEqual(order({}));
  });
});

test("who weighs nothing might as well not be there", () => {
  const more = (id: string, values: readonly number[]) => [
    ...values,
    ...values.slice(0, 60).map((one) => (id === "weight" ? 0 : 5 - one)),
  ];
  const larger = Object.entries(holes).map(([id, values]) => [id, more(id, values)]);
  const asked: Partial<Plan> = { weight: "weight", covariates: ["d"], predictors: ["a", "b", "c"] };
  expect(rankingOf(tableWith(Object.fromEntries(larger)), asked)).toEqual(
    rankingOf(tableWith(holes), asked),
  );
});

test("of more than three items the first three count as the top, of fewer the first", () => {
  expect(rankingOf(tableWith(whole)).stressTest.top).toBe(3);
  expect(rankingOf(tableWith(whole), { predictors: ["a", "b", "c"] }).stressTest.top).toBe(1);
});
