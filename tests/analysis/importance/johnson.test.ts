import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { regressionShares } from "../../../analysis/importance/johnson.ts";
import { importance } from "../../../analysis/importance/lmg.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import { correlatedColumns, orthogonalColumns, sum } from "./people.ts";

const study = (seed: number) => weightedCorrelations(correlatedColumns(6, { rows: 50, seed }));
const lmg = (seed: number, predictors: number[], covariates: number[] = []) =>
  importance(study(seed), { outcome: 0, players: predictors.map((j) => [j]), covariates });

describe("shares of a regression", () => {
  it("sum to R2: Johnson, Pratt and CAR, with covariates to the added R2", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
        for (const covariates of [[], [5]]) {
          const shares = regressionShares(study(seed), {
            outcome: 0,
            predictors: [1, 2, 3, 4],
            covariates,
          });
          const { addedRSquared } = lmg(seed, [1, 2, 3, 4], covariates);
          expect(sum(shares.johnson)).toBeCloseTo(addedRSquared, 10);
          expect(sum(shares.pratt)).toBeCloseTo(addedRSquared, 10);
          expect(sum(shares.car)).toBeCloseTo(addedRSquared, 10);
        }
      }),
    );
  });

  it("are LMG for two predictors (Johnson)", () => {
    const { johnson } = regressionShares(study(3), { outcome: 0, predictors: [1, 2] });
    for (const [j, share] of lmg(3, [1, 2]).lmg.entries())
      expect(johnson[j]).toBeCloseTo(share, 13);
  });

  it("are all r squared where predictors are orthogonal, and nothing is inflated", () => {
    const design = orthogonalColumns(3);
    const outcome = design[0]!.map((value, i) => value + 0.4 * design[1]![i]! + 0.1 * i);
    const matrix = weightedCorrelations([outcome, ...design]);
    const shares = regressionShares(matrix, { outcome: 0, predictors: [1, 2, 3] });
    for (let j = 0; j < 3; j++) {
      const r = entry(matrix, j + 1, 0);
      for (const share of [shares.johnson, shares.pratt, shares.car])
        expect(share[j]).toBeCloseTo(r ** 2, 13);
      expect(shares.beta[j]).toBeCloseTo(r, 13);
      expect(shares.varianceInflation[j]).toBeCloseTo(1, 13);
    }
  });

  it("know the coefficients of a two-predictor regression in closed form", () => {
    const matrix = study(7);
    const [r1, r2, r12] = [entry(matrix, 1, 0), entry(matrix, 2, 0), entry(matrix, 2, 1)];
    const shares = regressionShares(matrix, { outcome: 0, predictors: [1, 2] });
    expect(shares.beta[0]).toBeCloseTo((r1 - r12 * r2) / (1 - r12 ** 2), 13);
    expect(shares.varianceInflation[1]).toBeCloseTo(1 / (1 - r12 ** 2), 12);
  });

  it("survive twins: the credit is split, the inflation infinite for the twins alone", () => {
    const columns = correlatedColumns(3, { rows: 50, seed: 5 });
    const matrix = weightedCorrelations([...columns, columns[2]!]);
    const shares = regressionShares(matrix, { outcome: 0, predictors: [1, 2, 3] });
    expect(shares.johnson[1]).toBeCloseTo(shares.johnson[2]!, 12);
    const once = regressionShares(matrix, { outcome: 0, predictors: [1, 2] });
    expect(sum(shares.johnson)).toBeCloseTo(sum(once.johnson), 12);
    expect(shares.varianceInflation[0]).toBeLessThan(100);
    expect([...shares.varianceInflation.subarray(1)]).toEqual([Infinity, Infinity]);
  });
});
