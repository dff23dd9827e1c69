/** All pairs of real numbers, a tenth of them missing, against matrix products and R. */
import { correlationMatrix } from "#analysis";
import type { Bench, Figure } from "../alternate.ts";
import { timed } from "./contest.ts";
import { sumOf } from "./ordinal.ts";
import { againstProducts } from "./products.ts";
import { people, withFile } from "./people.ts";

const rows = 100_000;
const columns = 200;

export const continuousBench: Bench = {
  name: `Pearson correlations of ${columns} measurements of ${rows} people, 10 % missing`,
  async run(): Promise<Figure[]> {
    const items = people({ rows, columns, missing: 0.1 });
    const ours = () => timed(() => [sumOf(correlationMatrix(items))]);
    return withFile(items, (file) =>
      againstProducts(ours, { file, rows, columns, targets: { numpy: 0.4, r: 11 } }),
    );
  },
};
