/** Which words evidence and rank set allow: every rule at its edge. */
import { expect, test } from "vitest";
import { tierOf } from "../../../analysis/ranking/tiers.ts";
import { evidence } from "../../support/ranked.ts";

const thresholds = { alpha: 0.05, meaningful: 0.1 };
/** `around`: the interval of the standardised difference reaches 0.05 to both sides of half the value. */
const tier = (value: number | null, pHolm: number, rankHigh = 9, lessIsBetter = false) =>
  tierOf({ evidence: evidence(value, pHolm), rankHigh, of: 9, lessIsBetter }, thresholds);

test("a clear priority is told from nothing, points up and stands in the top third beyond doubt", () => {
  expect(tier(0.4, 0.049, 3)).toBe("clear priority");
  expect(tier(0.4, 0.049, 4)).toBe("likely matters");
  expect(tier(0.4, 0.05, 1)).not.toBe("clear priority");
});

test("what points down is no priority, however sure", () => {
  expect(tier(-0.4, 0.0001, 1)).toBe("points the other way");
});

test("where less of the outcome is better, down is up", () => {
  expect(tier(-0.4, 0.0001, 1, true)).toBe("clear priority");
  expect(tier(0.4, 0.0001, 1, true)).toBe("points the other way");
});

test("unordered categories have no direction, and are at most likely to matter", () => {
  expect(tier(null, 0.0001, 1)).toBe("likely matters");
  expect(tier(null, 0.4)).toBe("cannot tell");
});

test("little is said only where the whole interval is little", () => {
  expect(tier(0.08, 0.6)).toBe("little association");
  expect(tier(0.12, 0.6)).toBe("cannot tell");
  expect(tier(-0.12, 0.6)).toBe("cannot tell");
});
