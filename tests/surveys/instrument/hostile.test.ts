/** Whatever is sent as an instrument, the answer is a value, and soon. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readInstrument } from "#surveys";
import { everyKind, everyKindCodebook } from "./every-kind.ts";
import { choice, issues, plainCodebook, survey, title, type Json } from "./made.ts";

const nested = (depth: number): unknown =>
  JSON.parse(`${'{"a":['.repeat(depth)}1${"]}".repeat(depth)}`);

test("what is nested deeply is not even looked into", () => {
  expect(issues(nested(20))).toMatchObject([{ code: "too-deep", severity: "refused" }]);
  expect(issues(nested(2_000))).toMatchObject([{ code: "too-deep" }]);
  expect(issues(survey(choice("a", { title: nested(8) })))).toMatchObject([{ code: "too-deep" }]);
});

test.each(["__proto__", "prototype", "constructor"])("a property called %s is refused", (key) => {
  const inside = JSON.parse(`{"${key}": {"polluted": 1}}`) as Json;
  const at = (path: string) => [{ code: "reserved-key", path, severity: "refused" }];
  expect(issues(inside)).toMatchObject(at(""));
  expect(issues(survey({ ...choice("a"), x: inside }))).toMatchObject(at("pages[0].elements[0].x"));
  expect(issues(survey(choice("a")), { ...plainCodebook(), items: inside })).toMatchObject(
    at("codebook.items"),
  );
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("what is too large is refused as a whole", () => {
  const long = "a".repeat(200_001);
  expect(issues(survey(choice("a", { title: long })))).toMatchObject([{ code: "too-large" }]);
  expect(issues(survey(choice("a")), plainCodebook({ x: long }))).toMatchObject([
    { code: "too-large", path: "codebook" },
  ]);
  const items = Array.from({ length: 501 }, (_, at) => ({ type: "text", name: `i${at}`, title }));
  expect(issues(survey(...items))).toMatchObject([{ code: "too-large", path: "pages" }]);
  expect(issues(survey(...items.slice(1)))).toEqual([]);
  const choices = (n: number) => Array.from({ length: n }, (_, at) => `c${at}`);
  expect(issues(survey(choice("a", { choices: choices(2_001) })))).toMatchObject([
    { code: "too-large", path: "pages" },
  ]);
  expect(issues(survey(choice("a", { choices: choices(2_000) })))).toEqual([]);
});

test("a million values are not visited", () => {
  let visited = 0;
  const many = new Proxy(
    Array.from({ length: 1_000_000 }, () => 1),
    {
      get(target, key) {
        visited++;
        return Reflect.get(target, key);
      },
    },
  );
  expect(issues({ title, pages: many })).toMatchObject([{ code: "too-large" }]);
  expect(visited).toBeLessThan(1_000);
});

test.each([
  ["a function", () => 1],
  ["a date", new Date(0)],
  ["a map", new Map()],
  ["undefined", undefined],
  ["a symbol", Symbol("x")],
  ["a bigint", 1n],
])("%s is not JSON", (_, value) => {
  expect(issues({ ...survey(choice("a")), value })).toMatchObject([{ code: "not-json" }]);
});

test("a number that cannot be kept is refused", () => {
  expect(issues(survey(choice("a", { choices: [JSON.parse("1e999")] })))).toMatchObject([
    { code: "not-a-number", path: "pages[0].elements[0].choices[0]" },
  ]);
});

test("any JSON gets an answer: taken, or refused with a sentence each", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue(), (definition, codebook) => {
      const result = readInstrument({ definition, codebook });
      expect(result.ok || result.issues.length > 0).toBe(true);
      for (const { text, code } of result.issues) expect([text, code]).not.toContain("");
    }),
    { numRuns: 300 },
  );
});

test("a good instrument with one value replaced is taken, or refused where it was replaced", () => {
  const places = placesIn(everyKind);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
      const broken: unknown = structuredClone(everyKind);
      const parent = place.slice(0, -1).reduce<unknown>(inside, broken) as Json;
      parent[place.at(-1)!] = value;
      const result = readInstrument({ definition: broken, codebook: everyKindCodebook });
      expect(result.ok || result.issues.every(({ text }) => text.length > 10)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

const inside = (value: unknown, step: string): unknown => Reflect.get(value as object, step);

const placesIn = (value: unknown, place: readonly string[] = []): (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [...place, key],
        ...placesIn(inner, [...place, key]),
      ])
    : [];
