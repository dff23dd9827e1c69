import { expect, test } from "vitest";
import { describePair } from "../../analysis/describe.ts";
import { missingCode, type Column, type Level } from "../../analysis/table.ts";
import { tableOf } from "../support/table.ts";

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

test("who is lost is counted by variable and reason", () => {
  const table = tableOf([
    whole("intern", "binary", [1, 0, null, null, 1, 0]),
    whole("satisfied", "ordinal", [4, null, 3, 2, 5, 3]),
  ]);
  const { n, lost } = describePair(table, "intern", "satisfied");
  expect(n).toBe(3);
  expect(lost).toEqual([
    { variable: "intern", reason: "skipped", people: 1 },
    { variable: "intern", reason: "refused", people: 1 },
    { variable: "satisfied", reason: "refused", people: 1 },
  ]);
});

test("a group's mean has the t interval of its own people", () => {
  const table = tableOf([
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
  ]);
  const [no, yes] = describePair(table, "intern", "satisfied").groups;
  // R: t.test(1:4)$conf.int gives 0.4457397 and 4.5542603
  expect(no).toMatchObject({ label: "no", at: 0, n: 4, mean: 2.5 });
  expect(no!.low).toBeCloseTo(0.4457397, 7);
  expect(no!.high).toBeCloseTo(4.5542603, 7);
  expect(yes).toEqual({ label: "yes", at: 1, n: 1, mean: 5, low: null, high: null });
});

test("equal weights change nothing; a weight of zero takes a person out", () => {
  const table = tableOf([
    whole("often", "ordinal", [1, 1, 2, 2, 2, 2]),
    whole("score", "interval", [1, 3, 2, 4, 6, 9]),
  ]);
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
    tableOf([whole("visits", "count", values), whole("score", "interval", values)]),
    "visits",
    "score",
  );
  expect(groups.reduce((sum, group) => sum + group.n!, 0)).toBe(97);
  expect(groups.map((group) => group.at)).toEqual(groups.map((group) => group.mean));
  expect(new Set(groups.map((group) => group.label)).size).toBe(groups.length);
});

test("with a nominal outcome the groups are its categories", () => {
  const table = tableOf([
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
  ]);
  expect(describePair(table, "gpa", "field").groups).toMatchObject([
    { label: "Arts", mean: 1.5 },
    { label: "Science", mean: 3.5 },
  ]);
});

test("a side of a pair is told by its mean and deviation among those who have both", () => {
  const table = tableOf([
    whole("often", "ordinal", [1, 2, 2, 5, 4]),
    whole("score", "interval", [1, 2, 3, 4, null]),
  ]);
  const { predictor, outcome } = describePair(table, "often", "score");
  // R: sd(c(1, 2, 2, 5)) is 1.7320508
  expect(predictor).toMatchObject({
    id: "often",
    label: "often",
    level: "ordinal",
    n: 4,
    mean: 2.5,
  });
  expect(predictor.sd).toBeCloseTo(Math.sqrt(3), 12);
  expect(outcome).toMatchObject({ n: 4, mean: 2.5 });
});

test("names have no mean, and one person has no deviation", () => {
  const one = tableOf([whole("field", "nominal", [2, 1]), whole("score", "interval", [1, null])]);
  const { predictor, outcome } = describePair(one, "field", "score");
  expect(predictor).toMatchObject({ n: 1, mean: null, sd: null });
  expect(outcome).toMatchObject({ n: 1, mean: null, sd: null });
  const two = tableOf([whole("field", "nominal", [2, 1]), whole("score", "interval", [1, 3])]);
  expect(describePair(two, "field", "score").predictor).toMatchObject({
    n: 2,
    mean: null,
    sd: null,
  });
  expect(describePair(two, "field", "score").outcome).toMatchObject({ n: 2, mean: 2 });
});

test("categories come in the order of their codes, also those that nobody chose", () => {
  const labels: [number, string][] = [
    [3, "often"],
    [1, "never"],
    [2, "sometimes"],
  ];
  const table = tableOf([
    whole("often", "ordinal", [3, 1, 3, 3], labels),
    whole("score", "count", [10, 9, 10, 2]),
  ]);
  const { predictor, outcome } = describePair(table, "often", "score");
  expect(predictor.categories).toEqual([
    { label: "never", n: 1 },
    { label: "sometimes", n: 0 },
    { label: "often", n: 3 },
  ]);
  expect(outcome.categories).toEqual([
    { label: "2", n: 1 },
    { label: "9", n: 1 },
    { label: "10", n: 2 },
  ]);
});

test("more than twenty different numbers are no categories, unless they have labels", () => {
  const listed = (count: number, labels?: [number, string][]) => {
    const values = Array.from({ length: count }, (_, i) => i);
    const table = tableOf([
      whole("visits", "count", values, labels),
      whole("score", "count", values),
    ]);
    return describePair(table, "visits", "score").predictor.categories.length;
  };
  expect(listed(20)).toBe(20);
  expect(listed(21)).toBe(0);
  expect(listed(21, [[0, "none"]])).toBe(21);
});

test("two sets of names have no means", () => {
  const table = tableOf([
    whole("field", "nominal", [1, 2, 1, 2]),
    whole("region", "nominal", [3, 3, 4, 4]),
  ]);
  expect(describePair(table, "field", "region").groups).toEqual([]);
});

test("two people are enough for an interval", () => {
  const table = tableOf([whole("intern", "binary", [0, 0]), whole("score", "interval", [1, 3])]);
  const [group] = describePair(table, "intern", "score").groups;
  // R: t.test(c(1, 3))$conf.int gives -10.706205 and 14.706205
  expect(group!.low).toBeCloseTo(-10.706205, 5);
  expect(group!.high).toBeCloseTo(14.706205, 5);
});

const along = (values: readonly number[], labels?: [number, string][]) => {
  const row = { id: "visits", label: "visits", level: "count", values: Float64Array.from(values) };
  const by: Column = { ...row, level: "count", ...(labels && { labels: new Map(labels) }) };
  return describePair(tableOf([by, { ...by, id: "score" }]), "visits", "score").groups;
};

test("up to twelve numbers are groups of their own, thirteen are cut into tenths", () => {
  const twelve = [3, 1, 2, 12, 11, 10, 4, 5, 6, 9, 8, 7];
  expect(along(twelve).map(({ label }) => Number(label))).toEqual(twelve.toSorted((a, b) => a - b));
  const thirteen = [...twelve, 0];
  expect(along(thirteen).map(({ label, n }) => [label, n])).toEqual([
    ["0", 1],
    ["1 to 2", 2],
    ["3", 1],
    ["4", 1],
    ["5 to 6", 2],
    ["7", 1],
    ["8", 1],
    ["9", 1],
    ["10 to 11", 2],
    ["12", 1],
  ]);
  expect(along(thirteen, [[0, "none"]]).map(({ label }) => label)).toEqual([
    "none",
    ...twelve.toSorted((a, b) => a - b).map(String),
  ]);
});

test("equal numbers stay in one tenth, and the tenths that they fill are left out", () => {
  const values = [
    ...Array.from({ length: 17 }, (_, i) => 1111 * (17 - i)),
    ...Array<number>(13).fill(0),
  ];
  expect(along(values).map(({ label, n }) => [label, n])).toEqual([
    ["0", 13],
    ["1110 to 2220", 2],
    ["3330 to 5560", 3],
    ["6670 to 8890", 3],
    ["10000 to 12200", 3],
    ["13300 to 15600", 3],
    ["16700 to 18900", 3],
  ]);
});
