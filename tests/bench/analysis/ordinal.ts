/** All pairs of survey items, a tenth of the answers missing, against matrix products and R; then by two workers. */
import { correlationMatrix, type CorrelationTable } from "#analysis";
import type { Bench, Figure } from "../alternate.ts";
import { contest, timed } from "./contest.ts";
import { besides, peer } from "./peers.ts";
import { people, usualLevels, withFile } from "./people.ts";
import { matrixByWorkers } from "./matrix-workers.ts";

const rows = 100_000;
const columns = 200;

export const ordinalBench: Bench = {
  name: `Pearson correlations of ${columns} items of ${rows} people, 10 % missing`,
  async run(): Promise<Figure[]> {
    const items = people({ rows, columns, missing: 0.1, levels: usualLevels });
    const ours = () => timed(() => [sumOf(correlationMatrix(items))]);
    return withFile(items, async (file) => [
      ...(await besides("NumPy", () =>
        contest(
          ours,
          {
            name: "NumPy on OpenBLAS, four masked products",
            run: () => peer("gemm.py", [file, rows, columns]),
          },
          { target: 1.2, tolerance: 1e-7, rounds: 5 },
        ),
      )),
      ...(await besides("R", () =>
        contest(
          ours,
          { name: "R cor", run: () => peer("cor.R", [file, rows, columns, "pearson"]) },
          { target: 35, tolerance: 1e-7, rounds: 2 },
        ),
      )),
      ...(await matrixByWorkers(items, 1.8)),
    ]);
  },
};

export const sumOf = ({ r }: CorrelationTable): number => r.reduce((sum, own) => sum + own, 0);
