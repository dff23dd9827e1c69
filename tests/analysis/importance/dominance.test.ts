import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { dominance } from "../../../analysis/importance/dominance.ts";
import { importance } from "../../../analysis/importance/lmg.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import { correlatedColumns, orthogonalColumns, sum } from "./people.ts";

const game = { outcome: 0, players: [[1], [2], [3, 4], [5]], covariates: [6] };
const study = (seed: number) => weightedCorrelations(correlatedColumns(7, { rows: 50, seed }));

describe("dominance", () => {
  it("implies: complete, then conditional, then general", () => {
    let complete = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
        const result = dominance(study(seed), game);
        for (const [i, row] of result.complete.entries())
          for (const [j, verdict] of row.entries()) {
            if (verdict !== 1) continue;
            complete++;
            expect(result.complete[j]![i]).toBe(0);
            for (const [size, gain] of result.conditional[i]!.entries())
              expect(gain).toBeGreaterThan(result.conditional[j]![size]!);
            expect(result.general[i]).toBeGreaterThan(result.general[j]!);
          }
      }),
    );
    expect(complete).toBeGreaterThan(50);
  });

  it("is in general the mean over the sizes, and LMG", () => {
    const result = dominance(study(1), game);
    const { lmg } = importance(study(1), game);
    for (const [j, gains] of result.conditional.entries()) {
      expect(result.general[j]).toBeCloseTo(sum(gains) / gains.length, 13);
      expect(result.general[j]).toBeCloseTo(lmg[j]!, 14);
    }
  });

  it("starts from the players alone and ends with the players added last", () => {
    const result = dominance(study(2), game);
    for (const [j, gains] of result.conditional.entries()) {
      expect(gains[0]).toBeCloseTo(result.first[j]!, 14);
      expect(gains.at(-1)).toBeCloseTo(result.last[j]!, 14);
    }
    const alone = dominance(study(2), { outcome: 0, players: [[1], [2]] });
    expect(alone.first[1]).toBeCloseTo(entry(study(2), 2, 0) ** 2, 14);
  });

  it("calls neither of two twins dominant", () => {
    const [x, y, e] = orthogonalColumns(3);
    const outcome = x!.map((value, i) => value + 0.3 * y![i]! + 0.1 * e![i]!);
    const { complete } = dominance(weightedCorrelations([outcome, x!, x!, y!]), {
      outcome: 0,
      players: [[1], [2], [3]],
    });
    expect(complete[0]![1]).toBe(0.5);
    expect(complete[1]![0]).toBe(0.5);
    expect(complete[0]![0]).toBeNull();
  });
});
