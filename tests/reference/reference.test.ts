/**
 * The product against the reference corpus. Why its numbers can be believed: see corpus/README.md; none of them stands
 * in the code. A covered method that stops agreeing fails here by name.
 */
import { describe, expect, test } from "vitest";
import { agrees, differences } from "./compare.ts";
import { corpusDirectory, openCorpus, type Case } from "./corpus.ts";
import { answers, judge, judgePoint, keysNotCovered } from "./coverage.ts";
import { specialFunctions } from "./functions.ts";

const corpus = openCorpus(corpusDirectory());

describe("special functions", () => {
  test.each(Object.keys(specialFunctions))("%s", (f) => {
    const points = corpus.points.filter((point) => point.f === f);
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) expect([point, judgePoint(point)]).toEqual([point, passed]);
  });
});

describe("methods", () => {
  test.each(Object.keys(answers))("%s", (method) => {
    const cases = corpus.cases.filter((asked) => asked.method === method);
    expect(cases.length).toBeGreaterThan(0);
    for (const asked of cases) expect([asked.id, judge(asked, corpus)]).toEqual([asked.id, passed]);
  });

  test("leave out only keys that the corpus expects of them", () => {
    for (const [method, keys] of Object.entries(keysNotCovered)) {
      const expected = corpus.cases.filter((asked) => asked.method === method);
      for (const key of keys) expect(expected.some((asked) => key in asked.expected)).toBe(true);
    }
  });
});

describe("the comparison itself", () => {
  const asked: Case = {
    id: "x",
    method: "x",
    options: {},
    expected: { a: 2, b: [1, null, 3], c: null, d: "high", e: 5 },
    tolerance: { abs: 0.1, fields: { e: { informational: true } } },
  };

  test("passes what is within the tolerance, and over what is undefined or for orientation", () => {
    expect(differences(asked, { a: 2.05, b: [1.05, 9, 3], d: "high" })).toEqual([]);
  });

  test("names what is wrong, missing or of another length", () => {
    const keys = (answer: Record<string, unknown>) =>
      differences(asked, answer).map(({ key }) => key);
    expect(keys({ a: 2.2, b: [1, 0, 3], d: "high" })).toEqual(["a"]);
    expect(keys({ a: NaN, b: [1, 0], d: "low" })).toEqual(["a", "b", "d"]);
    expect(keys({})).toEqual(["a", "b", "d"]);
  });

  test("compares chances relatively, however small", () => {
    const limits = { abs: 1e-300, rel: 1e-6 };
    expect(agrees(1.0000001e-250, 1e-250, limits)).toBe(true);
    expect(agrees(0, 1e-250, limits)).toBe(false);
  });
});

const passed = { is: "passed" };
