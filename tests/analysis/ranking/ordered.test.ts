/** Items in order: who stands first, who shares a place, and what few replicates leave open. */
import { describe, expect, test } from "vitest";
import {
  byId,
  inOrder,
  type Unplaced,
  type Uncertainty,
} from "../../../analysis/ranking/ordered.ts";
import { evidence } from "../../support/ranked.ts";

const item = (id: string): Unplaced => ({
  id,
  label: id,
  members: [id],
  steps: [],
  noise: 0.01,
  evidence: evidence(0.3, 0.001),
  reach: null,
  reliability: null,
  inflation: null,
  parts: [],
});
const importance = (...lmg: number[]) => ({
  lmg: Float64Array.from(lmg),
  addedRSquared: lmg.reduce((sum, one) => sum + one, 0),
  covariatesRSquared: 0,
  computed: { how: "exact" } as const,
});
/** Each replicate gives the items these importances. */
const known = (...replicates: number[][]): Uncertainty => ({
  replicates: {
    count: replicates.length,
    width: replicates[0]?.length ?? 0,
    values: Float64Array.from(replicates.flat()),
  },
  people: 1000,
  confidence: 0.9,
  thresholds: { alpha: 0.05, meaningful: 0.1 },
  lessIsBetter: false,
});
const named = (...ids: string[]) => ids.map(item);

test("names stand by code point, the same in every language", () => {
  expect(["b", "ä", "a", "B", "a"].toSorted(byId)).toEqual(["B", "a", "a", "b", "ä"]);
  expect(byId("a", "a")).toBe(0);
});

describe("items", () => {
  const items = named("c", "a", "b", "d");
  const shares = importance(0.1, 0.3, 0.1, 0.2);

  test("stand by importance, equals by name, with their share of what all add", () => {
    const { ranked } = inOrder(items, shares, known());
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ["a", 1],
      ["d", 2],
      ["b", 3],
      ["c", 4],
    ]);
    expect(ranked.map(({ share }) => share)).toEqual(
      [0.3, 0.2, 0.1, 0.1].map((one) => expect.closeTo(one / 0.7, 12)),
    );
  });

  test.each([[known()], [known([0.1, 0.3, 0.1, 0.2])]])(
    "may have any rank without two replicates to tell them apart",
    (uncertainty) => {
      const { ranked, groups } = inOrder(items, shares, uncertainty);
      expect(ranked.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual(
        items.map(() => [1, 4]),
      );
      expect(groups).toEqual([["a", "d", "b", "c"]]);
      expect(ranked.every(({ tier }) => tier === "likely matters")).toBe(true);
    },
  );

  test("have no interval and no chance of the top three without replicates", () => {
    const { ranked } = inOrder(items, shares, known());
    expect(ranked.every(({ interval, topThree }) => interval === null && topThree === null)).toBe(
      true,
    );
  });

  test("have the interval of their own replicates, and the chance to be among the first three in them", () => {
    const turns = Array.from({ length: 41 }, (_, k) =>
      k < 10 ? [0.4, 0.3, 0.1, 0.2] : [k / 1000, 0.3, 0.1, 0.2],
    );
    const { ranked, groups } = inOrder(items, shares, known(...turns));
    const of = (id: string) => ranked.find((one) => one.id === id)!;
    expect(of("a").interval).toEqual({ low: 0.3, high: 0.3 });
    expect(of("c").interval!.high).toBeCloseTo(0.4, 12);
    // The twentieth part of them lies below: two of 10, 11, 12, ... thousandths.
    expect(of("c").interval!.low).toBeCloseTo(0.011, 3);
    expect(of("c").topThree).toBeCloseTo(10 / 41, 12);
    expect(of("b").topThree).toBeCloseTo(31 / 41, 12);
    expect(of("a").topThree).toBe(1);
    expect(groups.flat()).toEqual(["a", "d", "b", "c"]);
  });

  test("that replicates always put apart have a rank each", () => {
    const near = Array.from({ length: 40 }, (_, k) =>
      [0.1, 0.3, 0.02, 0.2].map((one) => one + (k % 5) / 10_000),
    );
    const { ranked, groups } = inOrder(items, importance(0.1, 0.3, 0.02, 0.2), known(...near));
    expect(ranked.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(groups).toEqual([["a"], ["d"], ["c"], ["b"]]);
    expect(ranked.map(({ tier }) => tier)).toEqual([
      "clear priority",
      "clear priority",
      "likely matters",
      "likely matters",
    ]);
  });
});
