import { expect, test } from "vitest";
import { describePair } from "../../analysis/describe.ts";
import { missingCode, type Column, type Level, type Table } from "../../analysis/table.ts";

const whole = (
  id: string,
  level: Level,
  cells: readonly (number | null)[],
  labels?: [number, string][],
): Column => {
  const values = new Int8Array(cells.length);
  cells.forEach(
    (cell, row) => (values[row] = cell ?? missingCode(values, row % 2 ? "refused" : "skipped")),
  );
  return { id, label: id, level, values, ...(labels && { labels: new Map(labels) }) };
};
const tableOf = (...columns: Column[]): Table => ({
  rows: columns[0]!.values.length,
  columns: new Map(columns.map((column) => [column.id, column])),
});

test("who is lost is counted by variable and reason", () => {
  const table = tableOf(
    whole("intern", "binary", [1, 0, null, null, 1, 0]),
    whole("satisfied", "ordinal", [4, null, 3, 2, 5, 3]),
  );
  const { n, lost } = describePair(table, "intern", "satisfied");
  expect(n).toBe(3);
  expect(lost).toEqual([
    { variable: "intern", reason: "skipped", people: 1 },
    { variable: "intern", reason: "refused", people: 1 },
    { variable: "satisfied", reason: "refused", people: 1 },
  ]);
});

test("a group's mean has the t interval of its own people", () => {
  const table = tableOf(
    whole(
      "intern",
      "binary",
      [0, 0, 0, 0, 1],
      [
        [0, "no"],
        [1, "yes"],
      ],
    ),
    whole("satisfied", "ordinal", [1, 2, 3, 4, 5]),
  );
  const [no, yes] = describePair(table, "intern", "satisfied").groups;
  // R: t.test(1:4)$conf.int gives 0.4457397 and 4.5542603
  expect(no).toMatchObject({ label: "no", at: 0, n: 4, mean: 2.5 });
  expect(no!.low).toBeCloseTo(0.4457397, 7);
  expect(no!.high).toBeCloseTo(4.5542603, 7);
  expect(yes).toEqual({ label: "yes", at: 1, n: 1, mean: 5, low: null, high: null });
});

test("equal weights change nothing; a weight of zero takes a person out", () => {
  const table = tableOf(
    whole("often", "ordinal", [1, 1, 2, 2, 2, 2]),
    whole("score", "interval", [1, 3, 2, 4, 6, 9]),
  );
  const plain = describePair(table, "often", "score");
  expect(describePair(table, "often", "score", new Float64Array(6).fill(2.5)).groups).toEqual(
    plain.groups,
  );
  expect(
    describePair(table, "often", "score", Float64Array.of(1, 1, 1, 1, 1, 0)).groups[1],
  ).toMatchObject({ n: 3, mean: 4 });
});

test("a numeric predictor is cut into tenths that keep equal values together and lose nobody", () => {
  const values = Array.from({ length: 97 }, (_, i) => Math.floor(i / 4));
  const { groups } = describePair(
    tableOf(whole("visits", "count", values), whole("score", "interval", values)),
    "visits",
    "score",
  );
  expect(groups.reduce((sum, group) => sum + group.n!, 0)).toBe(97);
  expect(groups.map((group) => group.at)).toEqual(groups.map((group) => group.mean));
  expect(new Set(groups.map((group) => group.label)).size).toBe(groups.length);
});

test("with a nominal outcome the groups are its categories", () => {
  const table = tableOf(
    whole("gpa", "interval", [1, 2, 3, 4]),
    whole(
      "field",
      "nominal",
      [0, 0, 1, 1],
      [
        [0, "Arts"],
        [1, "Science"],
      ],
    ),
  );
  expect(describePair(table, "gpa", "field").groups).toMatchObject([
    { label: "Arts", mean: 1.5 },
    { label: "Science", mean: 3.5 },
  ]);
});
