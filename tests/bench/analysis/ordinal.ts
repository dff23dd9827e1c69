/** All pairs of survey items, a tenth of the answers missing, against matrix products and R; then by two workers. */
import { correlationMatrix, type CorrelationTable } from "#analysis";
import type { Bench, Figure } from "../alternate.ts";
import { timed } from "./contest.ts";
import { againstProducts } from "./products.ts";
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
      ...(await againstProducts(ours, { file, rows, columns, targets: { numpy: 1.2, r: 35 } })),
      ...(await matrixByWorkers(items, 1.8)),
    ]);
  },
};

export const sumOf = ({ r }: CorrelationTable): number => r.reduce((sum, own) => sum + own, 0);
