/** How the ranks of many predictors vary over bootstrap replicates, against R's boot: one thread, and two workers. */
import { replicatedCorrelations, type Column } from "#analysis";
import { joined, stacked, type Replicates } from "../../../analysis/inference/bootstrap.ts";
import { percentileInterval, replicatesOf } from "../../../analysis/inference/bootstrap.ts";
import type { Bench, Figure } from "../alternate.ts";
import { contest, timed, type Terms } from "./contest.ts";
import { besides, peer, type PeerRun } from "./peers.ts";
import { people, usualLevels, withFile } from "./people.ts";
import { rankWorkers } from "./rank-workers.ts";

const rows = 5_000;
const predictors = 100;
const replicates = 2_000;
/** R's boot is given so many of them. */
const share = 0.25;

type RankTerms = Pick<Terms, "target" | "clock">;
const oneThread: RankTerms = { target: 20 };
const twoThreads: RankTerms = { target: 35, clock: "ms" };

export const ranksBench: Bench = {
  name: `Bootstrap of the ranks of ${predictors} predictors, ${rows} people, ${replicates} replicates`,
  async run(): Promise<Figure[]> {
    const columns = people({
      rows,
      columns: predictors + 1,
      missing: 0.1,
      levels: usualLevels,
    });
    const workers = rankWorkers(columns);
    const against = (name: string, ours: () => Promise<PeerRun>, terms: RankTerms) =>
      withFile(columns, (file) =>
        besides(name, () =>
          contest(
            ours,
            { name, run: () => peer("boot.R", [file, rows, columns.length, share * replicates]) },
            { ...terms, tolerance: 0, rounds: 2, share },
          ),
        ),
      );
    try {
      return [
        ...(await against("R boot; ours one thread", () => bootstrapRanks(columns), oneThread)),
        ...(await against(
          "R boot; ours two workers",
          () => byTwo(columns, workers.replicate),
          twoThreads,
        )),
      ];
    } finally {
      await workers.stop();
    }
  },
};

const bootstrapRanks = async (columns: readonly Column[]): Promise<PeerRun> => ({
  ...timed(() => {
    intervals(replicated(columns, { from: 0, to: replicates }));
    return [];
  }),
  numbers: estimated(columns),
});

async function byTwo(
  columns: readonly Column[],
  replicate: (portion: Portion) => Promise<Replicates>,
): Promise<PeerRun> {
  const from = performance.now();
  const half = replicates / 2;
  const portions = [
    { from: 0, to: half },
    { from: half, to: replicates },
  ];
  intervals(joined(await Promise.all(portions.map(replicate))));
  const ms = performance.now() - from;
  return { ms, processor: NaN, numbers: estimated(columns) };
}

export interface Portion {
  readonly from: number;
  readonly to: number;
}

/** Ranks by replicate. */
export function replicated(columns: readonly Column[], portion: Portion): Replicates {
  const { width, count, values } = replicatedCorrelations(columns.slice(0, -1), columns.at(-1)!, {
    replicates: portion,
    seed: 1,
  });
  return stacked(
    Array.from({ length: count }, (_, at) =>
      ranksOf(values.subarray(at * width, (at + 1) * width)),
    ),
  );
}

/** Rank 1 is the largest |r|; ties share the mean of their ranks. */
function ranksOf(correlations: Float64Array): Float64Array {
  const sizes = correlations.map(Math.abs);
  const order = sizes.toSorted();
  return sizes.map((size) => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order[middle]! < size) low = middle + 1;
      else high = middle;
    }
    let ties = 1;
    while (order[low + ties] === size) ties++;
    return order.length - low - (ties - 1) / 2;
  });
}

const intervals = (ranks: Replicates) =>
  Array.from({ length: ranks.width }, (_, at) => percentileInterval(replicatesOf(ranks, at), 0.95));

/** Everybody once: what both must rank alike. */
function estimated(columns: readonly Column[]): number[] {
  const once = replicatedCorrelations(columns.slice(0, -1), columns.at(-1)!, {
    replicates: 1,
    seed: 0,
    resample: (_, counts) => void counts.fill(1),
  });
  return [...ranksOf(once.values)];
}
