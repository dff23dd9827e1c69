import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/canonical-json.ts";

test("does not depend on the order in which keys were set", () => {
  assert(
    property(jsonValue(), (value) => {
      expect(canonicalJson(backwards(value))).toBe(canonicalJson(value));
    }),
  );
});

test("reads back to the same value", () => {
  assert(
    property(jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("refuses a number that JSON does not have, instead of writing null", () => {
  expect(() => canonicalJson({ figures: [1, NaN] })).toThrow(RangeError);
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
}
