import { describe, expect, test } from "vitest";
import { adjust } from "../../../analysis/adjusted/adjust.ts";
import { dummies } from "../../../analysis/adjusted/dummies.ts";
import {
  multiplePartialCorrelation,
  partialCorrelation,
} from "../../../analysis/adjusted/partial.ts";
import { eta } from "../../../analysis/methods/eta.ts";
import { methods } from "../../../analysis/methods/index.ts";
import { completeRows, take } from "../../../analysis/rows.ts";
import { asNumbers, type Column } from "../../../analysis/table.ts";
import { column, graduates } from "./people.ts";

const people = graduates();
const { major, gpa, visits, salary, employed, weight, n } = people;
const options = { method: "pearson", confidence: 0.95, minimumPairs: 10 } as const;
const everybody = completeRows([major]);
const majors = dummies(major, everybody).map(({ values }) => values);

describe("dummies", () => {
  test("of three categories or more leave out the lowest code, and carry the labels", () => {
    const labelled = { ...major, labels: new Map([[2, "Health"]]) };
    expect(dummies(labelled, everybody).map(({ name }) => name)).toEqual([
      "major: 1",
      "major: Health",
      "major: 3",
    ]);
    const [first] = majors;
    expect(first).toEqual(asNumbers(major).map((code) => Number(code === 1)));
  });

  test("are about the people at hand: absent categories and constant columns are dropped", () => {
    const arts = everybody.filter((row) => major.values[row]! < 2);
    expect(dummies(major, arts).map(({ values }) => new Set(values).size)).toEqual([2]);
    expect(
      dummies(
        major,
        everybody.filter((row) => major.values[row] === 0),
      ),
    ).toEqual([]);
    expect(dummies(gpa, everybody)).toEqual([{ name: "gpa", values: gpa.values }]);
  });
});

describe("rows", () => {
  test("keep the people who have every column, whatever its type", () => {
    const small: Column = { ...visits, values: Int8Array.of(3, -128, 5, 0, 1) };
    const other = column("x", "interval", [1, 2, NaN, 4, 5]);
    expect([...completeRows([small, other])]).toEqual([0, 3, 4]);
    expect([...take(small, completeRows([small, other]))]).toEqual([3, 0, 1]);
    expect([...completeRows([])]).toEqual([]);
  });

  test("refuse columns of different tables", () => {
    const short = column("x", "interval", [1]);
    expect(() => completeRows([gpa, short])).toThrow(
      "completeRows requires columns of equal length, got 300 and 1",
    );
  });
});

describe("adjust", () => {
  test("gives the partial correlation given all covariates, and the same without them", () => {
    const found = adjust(visits, salary, [major, gpa], options);
    const numbers = [asNumbers(visits), asNumbers(salary)] as const;
    const given = { covariates: [...majors, asNumbers(gpa)], confidence: 0.95 };
    const plain = partialCorrelation(...numbers, { covariates: [], confidence: 0.95 }).estimate;
    expect(found).toEqual({
      method: "partial-pearson",
      ...partialCorrelation(...numbers, given),
      unadjusted: plain.ok && plain.value,
      n,
    });
    expect(found.covariates).toBe(4);
    // Grades stand behind both: what is left is weaker.
    expect(found.estimate.ok && found.estimate.value).toBeLessThan(found.unadjusted!);
  });

  test.each([
    ["pearson", "partial-pearson"],
    ["point-biserial", "partial-pearson"],
    ["phi", "partial-pearson"],
    ["spearman", "partial-spearman"],
    ["kendall", "partial-spearman"],
    ["rank-biserial", "partial-spearman"],
    ["odds-ratio", "partial-pearson"],
    ["eta", "partial-eta"],
    ["kruskal", "partial-eta"],
    ["cramers-v", "partial-eta"],
  ] as const)("answers %s with %s", (method, partial) => {
    expect(methods.some(({ id }) => id === method)).toBe(true);
    expect(adjust(visits, salary, [gpa], { ...options, method }).method).toBe(partial);
  });

  test("ranks are taken among the people who are left", () => {
    const missing = column(
      "gpa",
      "interval",
      asNumbers(gpa).map((g, i) => (i % 3 ? g : NaN)),
    );
    const rows = completeRows([visits, salary, missing]);
    const found = adjust(visits, salary, [missing], { ...options, method: "spearman" });
    const direct = partialCorrelation(take(visits, rows), take(salary, rows), {
      covariates: [take(gpa, rows)],
      confidence: 0.95,
      ranks: true,
    });
    expect(found.n).toBe(200);
    expect(found.estimate).toEqual(direct.estimate);
  });

  test("an unordered side enters whole, whichever of the two it is", () => {
    const one = adjust(major, salary, [gpa], { ...options, method: "eta" });
    const other = adjust(salary, major, [gpa], { ...options, method: "eta" });
    expect(one).toEqual(other);
    const given = { covariates: [asNumbers(gpa)], confidence: 0.95 };
    expect(one.estimate).toEqual(
      multiplePartialCorrelation(majors, asNumbers(salary), given).estimate,
    );
    const raw = eta.estimate({ x: asNumbers(major), y: asNumbers(salary), n }, 0.95);
    expect(one.unadjusted).toBeCloseTo(raw.ok ? raw.value : NaN, 10);
    expect(adjust(major, employed, [gpa], { ...options, method: "cramers-v" }).estimate.ok).toBe(
      true,
    );
  });

  test("two unordered sides have no adjusted number", () => {
    const cohort = column(
      "cohort",
      "nominal",
      Array.from({ length: n }, (_, i) => i % 3),
    );
    const found = adjust(major, cohort, [gpa], { ...options, method: "cramers-v" });
    expect(found.estimate).toEqual({ ok: false, because: "method does not fit the levels" });
    expect(found.unadjusted).toBeNull();
  });

  test("leaves out people without a positive weight, and equal weights change no estimate", () => {
    const some = weight.map((w, i) => (i < 40 ? 0 : w));
    expect(adjust(visits, salary, [gpa], { ...options, weights: some }).n).toBe(260);
    const ones = new Float64Array(n).fill(2.5);
    for (const method of ["pearson", "spearman", "eta"] as const) {
      const pair = method === "eta" ? ([major, salary] as const) : ([visits, salary] as const);
      const plain = adjust(...pair, [gpa], { ...options, method }).estimate;
      const equal = adjust(...pair, [gpa], { ...options, method, weights: ones }).estimate;
      expect(equal.ok && equal.value).toBeCloseTo(plain.ok ? plain.value : NaN, 10);
    }
  });

  test("says so below the plan's minimum, and where a covariate is the predictor itself", () => {
    const few = adjust(visits, salary, [gpa], { ...options, minimumPairs: 301 });
    expect(few).toEqual({
      method: "partial-pearson",
      estimate: { ok: false, because: "too few pairs" },
      covariates: 0,
      unadjusted: null,
      n,
    });
    const itself = adjust(visits, salary, [visits], options);
    expect(itself.estimate).toEqual({ ok: false, because: "no variation" });
    expect(itself.unadjusted).not.toBeNull();
  });
});
