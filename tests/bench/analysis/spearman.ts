/** Spearman's rho of all pairs of items, each on its own people: one table a pair, where others rank again. */
import { correlationMatrix } from "#analysis";
import type { Bench, Figure } from "../alternate.ts";
import { contest, timed } from "./contest.ts";
import { sumOf } from "./ordinal.ts";
import { besides, peer } from "./peers.ts";
import { people, usualLevels, withFile } from "./people.ts";

const rows = 100_000;
const columns = 50;

export const spearmanBench: Bench = {
  name: `Spearman correlations of ${columns} items of ${rows} people, 10 % missing`,
  async run(): Promise<Figure[]> {
    const items = people({ rows, columns, missing: 0.1, levels: usualLevels });
    const ours = () => timed(() => [sumOf(correlationMatrix(items, { method: "spearman" }))]);
    return withFile(items, async (file) => [
      ...(await besides("R", () =>
        contest(
          ours,
          { name: "R cor", run: () => peer("cor.R", [file, rows, columns, "spearman"]) },
          { target: 300, tolerance: 1e-7, rounds: 1 },
        ),
      )),
    ]);
  },
};
