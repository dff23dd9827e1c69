import { describe, expect, it } from "vitest";
import { stacked } from "../../../analysis/inference/bootstrap.ts";
import { replicatedRanks } from "../../../analysis/inference/replicated-ranks.ts";

const ranks = replicatedRanks(
  stacked([
    Float64Array.of(3, 2, 1),
    Float64Array.of(3, 1, 2),
    Float64Array.of(5, 4, 4),
    Float64Array.of(1, 2, 0),
  ]),
  0.5,
);

describe("ranks over the replicates", () => {
  it("share their places where replicates tie", () => {
    expect(ranks.mean).toEqual([1.25, (2 + 3 + 2.5 + 1) / 4, (3 + 2 + 2.5 + 3) / 4]);
  });

  it("are counted from the best down", () => {
    expect(ranks.within[0]).toEqual([0.75, 1, 1]);
    expect(ranks.within[1]).toEqual([0.25, 0.5, 1]);
    expect(ranks.within[2]).toEqual([0, 0.25, 1]);
  });

  it("have a middle share and a winner by pair", () => {
    expect([ranks.low[0], ranks.high[0]]).toEqual([1, 1]);
    expect([ranks.low[1], ranks.high[1]]).toEqual([1, 2.5]);
    expect(ranks.greater[0]).toEqual([0, 0.75, 1]);
    expect(ranks.greater[1]![2]).toBe(0.5);
  });
});
