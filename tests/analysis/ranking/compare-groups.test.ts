/** Groups: a planted difference is found and shown, one that is not there is rarely called. */
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import { planDefaults, type Plan } from "../../../analysis/plan.ts";
import { rank } from "../../../analysis/rank.ts";
import type { Ranking } from "../../../analysis/ranking.ts";
import type { Column, Table } from "../../../analysis/table.ts";

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
  return { rows: people, columns: new Map(columns.map((one) => [one.id, one])) };
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
    const table = campus(true, 0);
    const one = { ...table.columns.get("club")!, id: "one", values: new Float64Array(620).fill(3) };
    const weighed: Table = { ...table, columns: new Map([...table.columns, ["one", one]]) };
    const [ranking] = rank(weighed, { ...plan, weight: "one" }) as Ranking[];
    const [weighted] = ranking!.comparisons;
    expect(weighted!.groups[0]!.difference!.value).toBeCloseTo(
      mentor!.groups[0]!.difference!.value,
      10,
    );
    expect(weighted!.p).toBeLessThan(0.001);
  });
});
