/** What has nothing of its own beside the covariates, and what is too much to count. */
import { describe, expect, it } from "vitest";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { regressionShares } from "../../../analysis/importance/johnson.ts";
import { lmgSolver } from "../../../analysis/importance/lmg.ts";
import { mostPlayers, subsetSolver } from "../../../analysis/importance/subsets.ts";
import { correlatedColumns } from "./people.ts";

describe("a predictor that the covariates determine", () => {
  const columns = correlatedColumns(4, { rows: 60, seed: 8 });
  const repeated = columns[3]!.map((value) => 3 - 2 * value);
  const matrix = weightedCorrelations([...columns, repeated]);

  it("has shares of nothing and no coefficient, and leaves the others theirs", () => {
    const all = regressionShares(matrix, { outcome: 0, predictors: [1, 4, 2], covariates: [3] });
    const without = regressionShares(matrix, { outcome: 0, predictors: [1, 2], covariates: [3] });
    for (const kind of ["correlation", "beta", "johnson", "pratt", "car"] as const) {
      expect(all[kind][1]).toBe(0);
      expect(all[kind][0]).toBeCloseTo(without[kind][0]!, 10);
      expect(all[kind][2]).toBeCloseTo(without[kind][1]!, 10);
    }
    expect(all.varianceInflation[1]).toBe(Infinity);
  });
});

describe("models of all subsets", () => {
  const players = (count: number) => Array.from({ length: count }, (_, k) => [k + 1]);

  it("are refused where there are none, or too many to count", () => {
    expect(() => subsetSolver({ outcome: 0, players: [] })).toThrow(RangeError);
    expect(() => subsetSolver({ outcome: 0, players: players(mostPlayers + 1) })).toThrow(
      `got ${mostPlayers + 1}`,
    );
  });

  it("are counted up to the number asked for, and sampled beyond", () => {
    const options = { exactUpTo: 3, orders: 11, seed: 1 };
    expect(lmgSolver({ outcome: 0, players: players(3) }, options).computed.how).toBe("exact");
    expect(lmgSolver({ outcome: 0, players: players(4) }, options).computed).toEqual({
      how: "sampled orders",
      orders: 12,
    });
  });
});
