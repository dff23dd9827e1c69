/** Shares of explained variance over all 2^p models, against a loop over the same models in R. */
import { importance } from "../../../analysis/importance/lmg.ts";
import { weightedCorrelations } from "../../../analysis/importance/correlations.ts";
import { entry } from "../../../analysis/numeric/matrix.ts";
import type { Bench, Figure } from "../alternate.ts";
import { contest, timed } from "./contest.ts";
import { besides, peer } from "./peers.ts";
import { people, withFile } from "./people.ts";

const predictors = 20;

export const lmgBench: Bench = {
  name: `Exact LMG of ${predictors} predictors`,
  async run(): Promise<Figure[]> {
    const columns = people({ rows: 1_000, columns: predictors + 1, missing: 0 });
    const correlations = weightedCorrelations(
      columns.map(({ values }) => Float64Array.from(values)),
    );
    const players = Array.from({ length: predictors }, (_, at) => [at]);
    const game = { outcome: predictors, players };
    const matrix = Array.from({ length: predictors + 1 }, (_, i) => ({
      ...columns[i]!,
      values: Float64Array.from({ length: predictors + 1 }, (_, j) => entry(correlations, i, j)),
    }));
    return withFile(matrix, async (file) => [
      ...(await besides("R", () =>
        contest(
          () => timed(() => [...importance(correlations, game).lmg]),
          { name: "R, a solve per model", run: () => peer("lmg.R", [file, predictors]) },
          { target: 200, tolerance: 1e-9, rounds: 2 },
        ),
      )),
    ]);
  },
};
