/** Groups: a planted difference is found and shown, one that is not there is rarely called. */
import { Matrix, solve } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { planDefaults, type Plan } from "../../../analysis/plan.ts";
import { rank } from "../../../analysis/rank.ts";
import type { Ranking } from "../../../analysis/ranking.ts";
import type { Column, Table } from "../../../analysis/table.ts";
import { tableOf } from "../../support/table.ts";

/** Two groups of 300 and one of 20; mentoring goes with twice as much for the second where asked for. */
function campus(planted: boolean, seed: number): Table {
  const source = stream(900, seed);
  const people = 620;
  const normal = () => normalQuantile(source.uniform());
  const draw = (next: (i: number) => number) =>
    Float64Array.from({ length: people }, (_, i) => next(i));
  const group = draw((i) => (i < 300 ? 1 : i < 600 ? 2 : 3));
  const mentor = draw((i) => Number(source.uniform() < (group[i] === 2 ? 0.3 : 0.6)));
  const club = draw(() => source.below(5));
  const within = (i: number) => (planted ? [0, 0.2, 1.4, 0.2][group[i]!]! : 0.6);
  const y = draw((i) => 10 + within(i) * mentor[i]! + 0.2 * club[i]! + normal());
  const labels = new Map([
    [1, "First"],
    [2, "Second"],
    [3, "Third"],
  ]);
  const columns: Column[] = [
    { id: "y", label: "Y", level: "interval", values: y },
    { id: "mentor", label: "Mentor", level: "binary", values: mentor },
    { id: "club", label: "Club", level: "ordinal", values: club },
    { id: "group", label: "Group", level: "nominal", values: group, labels },
  ];
  return tableOf(columns);
}

const plan: Plan = {
  ...planDefaults,
  outcomes: ["y"],
  predictors: ["mentor", "club"],
  groups: ["group"],
  replicates: 0,
};

function comparisons(planted: boolean, seed = 0, changes: Partial<Plan> = {}) {
  const [ranking] = rank(campus(planted, seed), { ...plan, ...changes });
  return (ranking as Ranking).comparisons;
}

describe("groups compared", () => {
  const [mentor, club] = comparisons(true);

  test("show a planted difference of the association, and none where none is", () => {
    expect(mentor).toMatchObject({ item: "mentor", group: "group" });
    expect(mentor!.pHolm).toBeLessThan(0.001);
    expect(club!.pHolm).toBeGreaterThan(0.05);
    const [first, second] = mentor!.groups;
    expect(first!.difference!.value).toBeCloseTo(0.2, 0);
    expect(second!.difference!.interval.low).toBeLessThan(1.4);
    expect(second!.difference!.interval.high).toBeGreaterThan(1.4);
  });

  test("show participation and the outcome apart from it", () => {
    const [first, second] = mentor!.groups;
    expect(first!.reach).toBeGreaterThan(50);
    expect(second!.reach).toBeLessThan(40);
    expect(first!.outcome).toBeGreaterThan(10);
    expect([first!.n, second!.n]).toEqual([300, 300]);
  });

  test("say whether the association comes back in every group", () => {
    expect(club!.replicated).toMatchObject({ groups: 2, sameSign: 2, prediction: null });
    expect(club!.replicated!.difference.value).toBeGreaterThan(0);
    expect(mentor!.replicated!.iSquared).toBeGreaterThan(0.9);
  });

  test("name a group that is too small, without figures", () => {
    expect(mentor!.groups[2]).toEqual({
      code: 3,
      label: "Third",
      n: 20,
      reach: null,
      outcome: null,
      difference: null,
    });
  });

  test("have no test where one group is left, and none of a variable with itself", () => {
    expect(comparisons(true, 0, { smallestGroup: 301 })[0]).toMatchObject({ p: null, pHolm: null });
    const own = comparisons(true, 0, { predictors: ["mentor", "club", "group"] });
    expect(own.map(({ item }) => item).sort()).toEqual(["club", "mentor"]);
    expect(comparisons(true, 0, { groups: ["y"] })).toEqual([]);
  });

  test("call what is not there in about one of twenty", () => {
    const runs = 200;
    let called = 0;
    for (let seed = 1; seed <= runs; seed++)
      called += Number(comparisons(false, seed).some(({ pHolm }) => pHolm! < 0.05));
    // 5 % of 200 is 10, with a standard deviation of 3.1.
    expect(called).toBeLessThan(20);
    expect(called).toBeGreaterThan(2);
  });

  test("are the same with equal weights but for the errors, and with everybody in one cluster each", () => {
    const columns = [...campus(true, 0).columns.values()];
    const one = { ...columns[2]!, id: "one", values: new Float64Array(620).fill(3) };
    const weighed = tableOf([...columns, one]);
    const [ranking] = rank(weighed, { ...plan, weight: "one" }) as Ranking[];
    const [weighted] = ranking!.comparisons;
    expect(weighted!.groups[0]!.difference!.value).toBeCloseTo(
      mentor!.groups[0]!.difference!.value,
      10,
    );
    expect(weighted!.p).toBeLessThan(0.001);
  });
});

describe("the figures of a group", () => {
  const source = stream(901);
  const people = 400;
  const draw = <One>(next: (i: number) => One): One[] =>
    Array.from({ length: people }, (_, i) => next(i));
  const group = draw((i) => i % 2);
  const age = draw((i) => 20 + source.below(20) + 4 * group[i]!);
  // Half of them between 1 and 3: a step is 2.
  const club = draw(() => source.below(5));
  const mentor = draw(() => source.below(2));
  const pay = draw(
    (i) => (0.3 + 0.4 * group[i]!) * club[i]! + 0.1 * age[i]! + mentor[i]! + source.uniform(),
  );
  const happy = pay.map((one) => Number(one > 4.2));
  const weight = draw(() => 0.5 + source.uniform());
  const variables = {
    pay: ["interval", pay],
    happy: ["binary", happy],
    club: ["ordinal", club],
    mentor: ["binary", mentor],
    age: ["interval", age],
    group: ["binary", group],
    weight: ["interval", weight],
  } as const;
  const table = tableOf(
    Object.entries(variables).map(([id, [level, values]]) => ({
      id,
      label: id,
      level,
      values: Float64Array.from(values),
    })),
  );
  const asked: Plan = {
    ...plan,
    predictors: ["club", "mentor"],
    covariates: ["age"],
    weight: "weight",
  };
  const groupsOf = (outcome: string, changes: Partial<Plan> = {}) => {
    const [ranking] = rank(table, { ...asked, outcomes: [outcome], ...changes }) as Ranking[];
    return ranking!.comparisons.find(({ item }) => item === "club")!.groups;
  };

  /** Weighted least squares: a slope of the item in each group, one of everything else, one level a group. */
  function slopes(y: readonly number[]): readonly number[] {
    const rows = new Matrix(
      draw((i) => {
        const own = [1 - group[i]!, group[i]!];
        return [...own.map((one) => one * club[i]!), mentor[i]!, age[i]!, ...own];
      }),
    );
    const scaled = rows.clone().mulColumnVector(weight);
    const right = scaled.transpose().mmul(Matrix.columnVector(y));
    return solve(scaled.transpose().mmul(rows), right).to1DArray().slice(0, 2);
  }

  test.each([
    ["pay", pay, 1],
    ["happy", happy, 100],
  ] as const)("of %s are slopes of one model, and its mean there", (outcome, y, unit) => {
    const expected = slopes(y);
    for (const [at, found] of groupsOf(outcome).entries()) {
      expect(found.difference!.value).toBeCloseTo(2 * unit * expected[at]!, 8);
      const inGroup = (of: (i: number) => number) =>
        draw((i) => (group[i] === at ? weight[i]! * of(i) : 0)).reduce((sum, one) => sum + one, 0);
      expect(found.outcome).toBeCloseTo((unit * inGroup((i) => y[i]!)) / inGroup(() => 1), 8);
      expect(found.n).toBe(people / 2);
    }
  });

  test("in standard deviations stand beside those of everybody", () => {
    const total = weight.reduce((sum, one) => sum + one, 0);
    const mean = pay.reduce((sum, one, i) => sum + (weight[i]! * one) / total, 0);
    const sd = Math.sqrt(
      pay.reduce((sum, one, i) => sum + (weight[i]! * (one - mean) ** 2) / total, 0),
    );
    for (const { difference } of groupsOf("pay")) {
      const { value, interval, standardised } = difference!;
      expect(standardised.value).toBeCloseTo(value / sd, 10);
      expect(standardised.interval.low).toBeCloseTo(interval.low / sd, 10);
      expect(standardised.interval.high).toBeCloseTo(interval.high / sd, 10);
    }
  });

  test("are there from as many people on as the plan says", () => {
    expect(groupsOf("pay", { smallestGroup: 200 })[0]!.difference).not.toBeNull();
    expect(groupsOf("pay", { smallestGroup: 201 })[0]!.difference).toBeNull();
  });
});
