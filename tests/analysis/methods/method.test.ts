/** Which side holds the groups, and which way a number points. */
import { describe, expect, test } from "vitest";
import {
  directionOf,
  groupSide,
  isManyGroups,
  isTwoGroups,
} from "../../../analysis/methods/method.ts";
import type { Level } from "../../../analysis/table.ts";

const levels: readonly Level[] = ["nominal", "binary", "ordinal", "count", "interval"];

describe("the side that holds the groups", () => {
  test.each<[predictor: Level, outcome: Level, side: "x" | "y"]>([
    ["nominal", "interval", "x"],
    ["interval", "nominal", "y"],
    ["nominal", "binary", "x"],
    ["binary", "nominal", "y"],
    ["binary", "ordinal", "x"],
    ["ordinal", "binary", "y"],
    ["ordinal", "count", "x"],
    ["count", "ordinal", "y"],
    ["interval", "count", "x"],
  ])("%s and %s: %s", (predictor, outcome, side) => {
    expect(groupSide(predictor, outcome)).toBe(side);
  });

  test("is the predictor's where both are alike", () => {
    for (const level of levels) expect(groupSide(level, level)).toBe("x");
  });
});

describe("the direction of a number", () => {
  test.each([
    ["above no association", { directed: true, nothing: 0 }, 0.2, 1],
    ["below", { directed: true, nothing: 0 }, -0.2, -1],
    ["there", { directed: true, nothing: 0 }, 0, 0],
    ["a ratio above one", { directed: true, nothing: 1 }, 1.5, 1],
    ["a ratio below one, above nought", { directed: true, nothing: 1 }, 0.5, -1],
    ["a size without direction", { directed: false, nothing: 0 }, 0.7, 0],
  ] as const)("%s", (_, method, value, direction) => {
    expect(directionOf(method, value)).toBe(direction);
  });
});

test("two groups are a yes/no beside anything else in order; many are categories beside that", () => {
  const pairsFor = (holds: (x: Level, y: Level) => boolean) =>
    levels.flatMap((x) => levels.filter((y) => holds(x, y)).map((y) => `${x} ${y}`)).toSorted();
  const either = (one: Level, others: readonly Level[]) =>
    others.flatMap((other) => [`${one} ${other}`, `${other} ${one}`]).toSorted();
  expect(pairsFor(isTwoGroups)).toEqual(either("binary", ["ordinal", "count", "interval"]));
  expect(pairsFor(isManyGroups)).toEqual(either("nominal", ["ordinal", "count", "interval"]));
});
