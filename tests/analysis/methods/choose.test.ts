import { describe, expect, test } from "vitest";
import { chooseMethod, companions, shapeOf } from "../../../analysis/methods/choose.ts";
import { methodOf } from "../../../analysis/methods/index.ts";
import type { Column, Level } from "../../../analysis/table.ts";

const levels: readonly Level[] = ["nominal", "binary", "ordinal", "count", "interval"];
const bell = [-2, -1, -1, 0, 0, 0, 1, 1, 2];
const column = (level: Level, values = bell, label = "Salary"): Column => ({
  id: "salary",
  label,
  level,
  values: Float64Array.from(values),
});
const every = levels.flatMap((x) => levels.map((y) => [x, y] as const));

describe("every pair of levels", () => {
  test.each(every)("%s and %s get a method made for them, and one sentence", (x, y) => {
    const { method, rule } = chooseMethod(column(x), column(y));
    expect(method.accepts(x, y)).toBe(true);
    expect(rule).toMatch(/^[A-Z][^.]*\.$/);
  });

  test.each(every)("%s and %s: the same whichever is the outcome", (x, y) => {
    expect(chooseMethod(column(x), column(y))).toEqual(chooseMethod(column(y), column(x)));
  });

  test.each([
    ["binary", "count", "rank-biserial"],
    ["binary", "ordinal", "rank-biserial"],
    ["binary", "interval", "point-biserial"],
    ["nominal", "ordinal", "kruskal"],
    ["nominal", "count", "kruskal"],
    ["nominal", "interval", "eta"],
    ["nominal", "binary", "cramers-v"],
    ["ordinal", "ordinal", "kendall"],
    ["count", "ordinal", "spearman"],
  ] as const)("%s and %s get %s", (x, y, id) => {
    expect(chooseMethod(column(x), column(y)).method.id).toBe(id);
  });

  test.each(every)(
    "%s and %s: companions fit, are not the choice itself, and come once",
    (x, y) => {
      const chosen = chooseMethod(column(x), column(y)).method.id;
      const beside = companions(column(x), column(y));
      expect(beside).not.toContain(chosen);
      expect(new Set(beside).size).toBe(beside.length);
      for (const id of beside) expect(methodOf(id).accepts(x, y), id).toBe(true);
      expect(beside).toEqual(companions(column(y), column(x)));
    },
  );

  test("two measurements have alarms beside them, and Pearson's r where ranks were chosen", () => {
    expect(companions(column("interval"), column("interval"))).toEqual([
      "spearman",
      "distance-correlation",
      "xi",
    ]);
    const skewed = column("interval", [1, 1, 1, 1, 1, 2, 2, 3, 30]);
    expect(companions(skewed, column("interval"))).toEqual([
      "pearson",
      "distance-correlation",
      "xi",
    ]);
  });
});

describe("two measurements", () => {
  test("far from a bell shape get ranks, and the sentence says which and why", () => {
    const skewed = column("interval", [1, 1, 1, 1, 1, 2, 2, 3, 30], "Savings");
    const { method, rule } = chooseMethod(column("interval"), skewed);
    expect(method.id).toBe("spearman");
    expect(rule).toBe(
      "Both are measurements, but Savings is far from a bell shape (skewness 2.4, excess kurtosis 4.1): Spearman's rank correlation.",
    );
  });

  test("with heavy tails but no skew get ranks too", () => {
    const tails = column("interval", [-30, ...Array.from({ length: 40 }, (_, i) => i % 3), 32]);
    expect(chooseMethod(tails, column("interval")).method.id).toBe("spearman");
  });

  test("the shape passes over missing answers in every type of column", () => {
    const some = [2, 4, 4, 4, 5, 5, 7, 9];
    const exact = shapeOf(column("interval", some));
    expect(exact.skewness).toBeCloseTo(0.65625, 12);
    expect(exact.excessKurtosis).toBeCloseTo(-0.21875, 12);
    expect(shapeOf(column("interval", [...some, NaN]))).toEqual(exact);
    const small = { ...column("count"), values: Int8Array.of(-128, ...some, -127) };
    expect(shapeOf(small)).toEqual(exact);
    expect(shapeOf(column("interval", [3, 3, 3]))).toEqual({ skewness: 0, excessKurtosis: 0 });
  });
});
