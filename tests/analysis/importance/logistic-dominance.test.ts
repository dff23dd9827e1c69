/** What logistic dominance refuses; its shares are R's, in the reference. */
import { expect, test } from "vitest";
import { logisticDominance } from "../../../analysis/importance/logistic-dominance.ts";
import { correlatedColumns } from "./people.ts";

const people = 40;
const columns = correlatedColumns(11, { rows: people, seed: 21 });
const y = columns[0]!.map((one, i) => Number(one + columns[10]![i]! > 1));
const alone = columns.map((column) => [column]);

test("one to ten players, no more and no fewer", () => {
  expect(logisticDominance(y, alone.slice(0, 1))).toMatchObject({ ok: true });
  expect(() => logisticDominance(y, [])).toThrow("requires 1 to 10 players, got 0");
  expect(() => logisticDominance(y, alone)).toThrow("requires 1 to 10 players, got 11");
  const few = correlatedColumns(10, { rows: people, seed: 22, levels: 2 });
  const noise = few[0]!.map((_, i) => Number(i % 3 === 0));
  expect(
    logisticDominance(
      noise,
      few.map((column) => [column]),
    ),
  ).toMatchObject({ ok: true });
});

test("an outcome that all share explains nothing and is not explained", () => {
  const all = new Float64Array(people).fill(1);
  expect(logisticDominance(all, alone.slice(0, 2))).toEqual({ ok: false, because: "no variation" });
});

test("as many columns as people, but for the constant, leave nothing to judge by", () => {
  const short = (of: Float64Array, rows: number) => of.slice(0, rows);
  const asked = (rows: number) =>
    logisticDominance(
      Float64Array.from({ length: rows }, (_, i) => Number(i % 4 < 2)),
      [[short(columns[1]!, rows), short(columns[2]!, rows)], [short(columns[3]!, rows)]],
    );
  expect(asked(4)).toEqual({ ok: false, because: "too few people" });
  expect(asked(5)).not.toEqual({ ok: false, because: "too few people" });
});

test("a column that tells the outcome has no finite fit", () => {
  expect(logisticDominance(y, [[y], [columns[1]!]])).toEqual({
    ok: false,
    because: "no finite fit",
  });
});
