/** All pairs of real numbers, a tenth of them missing, against matrix products and R. */
import { correlationMatrix } from "#analysis";
import type { Bench, Figure } from "../alternate.ts";
import { contest, timed } from "./contest.ts";
import { sumOf } from "./ordinal.ts";
import { besides, peer } from "./peers.ts";
import { people, withFile } from "./people.ts";

const rows = 100_000;
const columns = 200;

export const continuousBench: Bench = {
  name: `Pearson correlations of ${columns} measurements of ${rows} people, 10 % missing`,
  async run(): Promise<Figure[]> {
    const items = people({ rows, columns, missing: 0.1 });
    const ours = () => timed(() => [sumOf(correlationMatrix(items))]);
    return withFile(items, async (file) => [
      ...(await besides("NumPy", () =>
        contest(
          ours,
          {
            name: "NumPy on OpenBLAS, four masked products",
            run: () => peer("gemm.py", [file, rows, columns]),
          },
          { target: 0.4, tolerance: 1e-7, rounds: 5 },
        ),
      )),
      ...(await besides("R", () =>
        contest(
          ours,
          { name: "R cor", run: () => peer("cor.R", [file, rows, columns, "pearson"]) },
          { target: 11, tolerance: 1e-7, rounds: 2 },
        ),
      )),
    ]);
  },
};
