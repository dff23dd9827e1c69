import { expect, test } from "vitest";
import { planDefaults, rank, stream, type Column, type Plan } from "#analysis";
import { rankInParallel } from "../../../src/jobs/rank-in-parallel.ts";
import { tableOf } from "../../support/table.ts";

const people = 400;
const source = stream(3);
const draw = (next: (i: number) => number) =>
  Float64Array.from({ length: people }, (_, i) => next(i));
const mentor = draw(() => source.below(2));
const club = draw(() => source.below(5));
const visits = draw(() => source.below(4));
const y = draw((i) => mentor[i]! + 0.3 * club[i]! + 3 * source.uniform());
const columns: Column[] = [
  { id: "y", label: "Y", level: "interval", values: y },
  { id: "z", label: "Z", level: "interval", values: y.toReversed() },
  { id: "mentor", label: "Mentor", level: "binary", values: mentor },
  { id: "club", label: "Club", level: "ordinal", values: club },
  { id: "visits", label: "Visits", level: "count", values: visits },
];
const table = tableOf(columns);
const plan: Plan = {
  ...planDefaults,
  outcomes: ["y", "z"],
  predictors: ["mentor", "club", "visits"],
  replicates: 1_001,
};

test("any number of threads ranks to the same bytes, and says how far it is", async () => {
  const alone = JSON.stringify(rank(table, plan));
  for (const threads of [1, 2, 3]) {
    const told: number[] = [];
    const together = await rankInParallel(threads)(table, plan, (done, total) => {
      expect(total).toBe(2_002);
      told.push(done);
    });
    expect(JSON.stringify(together)).toBe(alone);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(2_002);
  }
});
