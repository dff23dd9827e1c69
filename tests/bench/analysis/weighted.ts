/** Weighted correlations of all pairs of items: against the same without weights, and against psych. */
import { correlationMatrix, stream, type Column } from "#analysis";
import { alternate, type Bench, type Figure } from "../alternate.ts";
import { contest, ms, timed } from "./contest.ts";
import { sumOf } from "./ordinal.ts";
import { besides, peer } from "./peers.ts";
import { people, usualLevels, withFile } from "./people.ts";

const rows = 100_000;
const sizes = { own: 200, psych: 50 };
const most = 1.8;

export const weightedBench: Bench = {
  name: `Weighted correlations of items of ${rows} people, 10 % missing`,
  async run(): Promise<Figure[]> {
    const items = people({ rows, columns: sizes.own, missing: 0.1, levels: usualLevels });
    const { uniform } = stream(2);
    const weights = Float64Array.from({ length: rows }, () => 0.5 + uniform());
    const ours = (columns: readonly Column[], weighted: boolean) =>
      timed(() => [sumOf(correlationMatrix(columns, weighted ? { weights } : {}))]);
    ours(items, true);
    const {
      ours: weightedMs,
      peer: plainMs,
      ratio,
    } = await alternate(
      () => ours(items, true).processor,
      () => ours(items, false).processor,
      5,
    );
    const column: Column = { id: "weight", label: "weight", level: "interval", values: weights };
    // Psych leaves the weights of people with holes in its means: with holes only the times compare.
    const against = (missing: number, tolerance: number) => {
      const few = people({ rows, columns: sizes.psych, missing, levels: usualLevels });
      const name = `psych::cor.wt, ${sizes.psych} items, ${missing === 0 ? "complete" : "with holes"}`;
      return withFile([...few, column], (file) =>
        contest(
          () => ours(few, true),
          { name, run: () => peer("cor-wt.R", [file, rows, sizes.psych + 1]) },
          { target: 30, tolerance, rounds: 2 },
        ),
      );
    };
    return [
      { label: `${sizes.own} items without weights`, value: ms(plainMs) },
      { label: `${sizes.own} items with weights`, value: ms(weightedMs) },
      { label: "times as long", value: `${(1 / ratio).toFixed(2)} x, target at most ${most}` },
      ...(await besides("psych", async () => [
        ...(await against(0.1, Infinity)),
        ...(await against(0, 1e-7)),
      ])),
    ];
  },
};
