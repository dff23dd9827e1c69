/**
 * From a table to a ranking with everything beside it: importance, replicates, rank sets, differences, noise marks,
 * stress test. Against a script in R that does the same (`ranking.R`), in the way packages there do it, and as fast as
 * we could make it; of its draws it makes some, and their time is scaled up, for all would take it most of an hour.
 */
import { columnOf, rank, type Ranking, type Unranked } from "#analysis";
import { rankInParallel } from "../../../src/jobs/rank-in-parallel.ts";
import { median, type Bench, type Figure } from "../alternate.ts";
import { ms } from "../analysis/contest.ts";
import { agree, besides, peer } from "../analysis/peers.ts";
import { withFile } from "../analysis/people.ts";
import { alumni, plan, replicates, rows } from "./people.ts";

/** Shuffles for each noise mark: somebody would make so many. */
const shuffles = 200;
const rounds = 2;
/** What R draws of them and of the replicates. */
const peers = [
  { how: "solves", label: "a solve per subset", draws: { replicates: 20, shuffles: 1 } },
  { how: "arrays", label: "subsets as one array", draws: { replicates: 100, shuffles: 5 } },
] as const;
type Peer = (typeof peers)[number];

export const rankingBench: Bench = {
  name: `Ranking of ${plan.predictors.length} experiences given ${plan.covariates.length} covariates, ${rows} people, ${replicates} replicates`,
  async run(): Promise<Figure[]> {
    const table = alumni();
    const byOne = () => Promise.resolve(rank(table, plan));
    const byTwo = () => Promise.resolve(rankInParallel(2)(table, plan, () => {}));
    const [first] = await byOne();
    const asked = [...plan.outcomes, ...plan.predictors, ...plan.covariates];
    return withFile(
      asked.map((id) => columnOf(table, id)),
      async (file) => {
        const own: Own[] = [];
        const figures: Figure[] = [];
        for (const one of peers)
          figures.push(
            ...(await besides("R", async () => {
              const runs: (Own & Scaled)[] = [];
              for (let round = 0; round < rounds; round++) {
                const ours = { one: await timed(byOne), two: await timed(byTwo) };
                own.push(ours);
                runs.push({ ...ours, ...(await byR(one, file, numbersOf(first!))) });
              }
              return figuresOf(one, runs);
            })),
          );
        return [
          { label: "ours, one thread", value: ms(median(own.map((run) => run.one))) },
          { label: "ours, two threads", value: ms(median(own.map((run) => run.two))) },
          ...figures,
        ];
      },
    );
  },
};

/** Milliseconds, as are all times here. */
interface Own {
  readonly one: number;
  readonly two: number;
}

interface Scaled {
  readonly withoutMarks: number;
  readonly withMarks: number;
}

async function byR({ how, draws }: Peer, file: string, ours: readonly number[]): Promise<Scaled> {
  const size = [rows, 1 + plan.predictors.length + plan.covariates.length];
  const args = [file, ...size, draws.replicates, draws.shuffles, how];
  const run = await peer("../pipeline/ranking.R", args);
  const [resampled, shuffled, ...theirs] = run.numbers;
  agree(ours, theirs, 1e-8);
  const withoutMarks = run.ms + resampled! * (replicates / draws.replicates);
  return { withoutMarks, withMarks: withoutMarks + shuffled! * (shuffles / draws.shuffles) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** In the order of the plan: importance, differences, and their p after Holm. */
function numbersOf(ranking: Ranking | Unranked): number[] {
  if (!ranking.ok) throw new Error(`nothing is ranked: ${ranking.because}`);
  const ranked = plan.predictors.map((id) => ranking.ranked.find((one) => one.id === id)!);
  return [
    ...ranked.map(({ importance }) => importance),
    ...ranked.map(({ evidence }) => evidence.difference?.value ?? NaN),
    ...ranked.map(({ evidence }) => evidence.pHolm),
  ];
}

function figuresOf({ label, draws, how }: Peer, runs: readonly (Own & Scaled)[]): Figure[] {
  const target = how === "solves" ? ", target 50" : "";
  const time = (of: (run: Scaled) => number) => ms(median(runs.map(of)));
  const ratio = (of: (run: Own & Scaled) => number) => `${median(runs.map(of)).toFixed(0)} x`;
  return [
    {
      label: `R, ${label}`,
      value: `${time((run) => run.withoutMarks)} (scaled from ${draws.replicates} replicates)`,
    },
    {
      label: "  and noise marks by shuffling",
      value: `${time((run) => run.withMarks)} (scaled from ${draws.shuffles} of ${shuffles} shuffles)`,
    },
    {
      label: "ratio without marks, one thread",
      value: ratio((run) => run.withoutMarks / run.one) + target,
    },
    {
      label: "ratio without marks, two threads",
      value: ratio((run) => run.withoutMarks / run.two) + target,
    },
    { label: "ratio with marks, one thread", value: ratio((run) => run.withMarks / run.one) },
    { label: "ratio with marks, two threads", value: ratio((run) => run.withMarks / run.two) },
  ];
}
