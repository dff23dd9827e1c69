/** Polychoric correlations of all pairs of items against lavaan, and against the maximum found by bisection. */
import type { Column } from "#analysis";
import { discrete } from "../../../analysis/kernel/discrete.ts";
import { jointCounts } from "../../../analysis/kernel/joint-counts.ts";
import { polychoric } from "../../../analysis/latent/polychoric.ts";
import type { Thresholds } from "../../../analysis/latent/thresholds.ts";
import { crossTable, type CrossTable } from "../../../analysis/methods/cross-table.ts";
import { bivariateNormalLower } from "../../../analysis/numeric/bivariate-normal.ts";
import type { Bench, Figure } from "../alternate.ts";
import { contest, timed } from "./contest.ts";
import { besides, peer } from "./peers.ts";
import { people, withFile } from "./people.ts";

const rows = 50_000;
const columns = 100;
const tolerance = { lavaan: 1e-5, maximum: 1e-8 };

export const polychoricBench: Bench = {
  name: `Polychoric correlations of ${columns} items of four values, ${rows} people`,
  async run(): Promise<Figure[]> {
    const items = people({ rows, columns, missing: 0, levels: [4] });
    return withFile(items, async (file) => [
      { label: "off the maximum, worst of 50 pairs", value: maximumOff(items) },
      ...(await besides("lavaan", () =>
        contest(
          () => timed(() => allPairs(items)),
          { name: "lavaan::lavCor", run: () => peer("lavcor.R", [file, rows, columns]) },
          { target: 50, tolerance: tolerance.lavaan, rounds: 1 },
        ),
      )),
    ]);
  },
};

/** Of the lower triangle, column by column. */
function allPairs(items: readonly Column[]): number[] {
  const coded = items.map((item) => discrete(item)!);
  const found = new Float64Array(items.length ** 2);
  jointCounts(coded, "each other", {
    take(x, y, pairs) {
      if (x === y) return;
      const { rho } = estimate(crossTable(pairs));
      found[Math.min(x, y) * items.length + Math.max(x, y)] = rho;
    },
  });
  return [...found].filter((_, at) => at % items.length > Math.floor(at / items.length));
}

function estimate(table: CrossTable): { rho: number; thresholds: Thresholds } {
  const found = polychoric(table);
  if (!found.ok) throw new Error(`no polychoric correlation: ${found.because}`);
  return found;
}

/** How far the estimates lie from where the slope of the likelihood changes its sign, cell by cell after Genz. */
function maximumOff(items: readonly Column[]): string {
  let worst = 0;
  const [first, ...others] = items.slice(0, 51).map((item) => discrete(item)!);
  jointCounts([first!], others, {
    take(_x, _y, pairs) {
      const table = crossTable(pairs);
      const { rho, thresholds } = estimate(table);
      worst = Math.max(worst, Math.abs(rho - bisect((at) => slope(table, thresholds, at))));
    },
  });
  return `${worst.toExponential(1)}, target ${tolerance.maximum}`;
}

/** Σ n_ij (dπ_ij / dρ) / π_ij, every π from the bivariate distribution itself. */
function slope({ cells, columns }: CrossTable, { x, y }: Thresholds, rho: number): number {
  const [a, b] = [x, y].map((cuts) => [-Infinity, ...cuts, Infinity]) as [number[], number[]];
  const rest = 1 - rho * rho;
  const density = (s: number, t: number) =>
    Number.isFinite(s) && Number.isFinite(t)
      ? Math.exp(-(s * s + t * t - 2 * rho * s * t) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest))
      : 0;
  const over = (of: (s: number, t: number) => number, i: number, j: number) =>
    of(a[i + 1]!, b[j + 1]!) - of(a[i]!, b[j + 1]!) - of(a[i + 1]!, b[j]!) + of(a[i]!, b[j]!);
  return cells.reduce((sum, people, cell) => {
    const [i, j] = [Math.floor(cell / columns), cell % columns];
    const mass = over((s, t) => bivariateNormalLower(s, t, rho), i, j);
    return sum + (people * over(density, i, j)) / mass;
  }, 0);
}

function bisect(slopeAt: (rho: number) => number): number {
  let [low, high] = [-0.99, 0.99];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (slopeAt(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
