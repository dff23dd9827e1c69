/** The rankings of a plan with their replicates drawn by several threads: the same bytes as by one, sooner. */
import { countRankings, finish, joined, rank } from "#analysis";
import type { Plan, Replicates, Table } from "#analysis";
import { columnsOf } from "../studies/fingerprint.ts";
import type { Ranker } from "../studies/run-study.ts";
import { Pool } from "./pool.ts";
import { share } from "./share.ts";
import type { Portion } from "./tasks/replicate.ts";

/** Fewer replicates times people than this are drawn sooner than threads have started. */
const worthThreads = 500_000;

/** Threads live as long as the ranking; they end with the thread that asked for it. */
export const rankInParallel =
  (threads: number): Ranker =>
  async (table, plan, onProgress) => {
    const work = countRankings(table, plan) * plan.replicates * table.rows;
    if (threads < 2 || work < worthThreads) return rank(table, plan, onProgress);
    const pool = new Pool(threads);
    try {
      return finish(table, plan, await replicates(pool, { table, plan, threads, onProgress }));
    } finally {
      await pool.close();
    }
  };

interface Asked {
  readonly table: Table;
  readonly plan: Plan;
  readonly threads: number;
  onProgress(done: number, total: number): void;
}

/** By ranking, in order. */
async function replicates(pool: Pool, asked: Asked): Promise<Replicates[]> {
  const { plan, onProgress } = asked;
  const shared = share(onlyAsked(asked));
  const portions = portionsOf(asked);
  const done = portions.map(() => 0);
  const total = portions.reduce((sum, { from, to }) => sum + to - from, 0);
  const drawn = await Promise.all(
    portions.map(async (portion, at) => {
      const tell = (_: string, sofar: number): void => {
        done[at] = sofar;
        onProgress(
          done.reduce((sum, one) => sum + one, 0),
          total,
        );
      };
      const order = { task: "replicate", input: { table: shared, plan, portion } } as const;
      const part = (await pool.run(order, { onProgress: tell })) as Replicates;
      tell("", portion.to - portion.from);
      return part;
    }),
  );
  return Array.from({ length: countRankings(asked.table, plan) }, (_, ranking) =>
    joined(drawn.filter((_part, at) => portions[at]!.ranking === ranking)),
  );
}

/** Enough of them that no thread waits long for the last, each long enough to be worth making the panel anew. */
function portionsOf({ table, plan, threads }: Asked): Portion[] {
  const rankings = countRankings(table, plan);
  const each = Math.ceil((2 * threads) / rankings);
  const size = Math.ceil(plan.replicates / each);
  return Array.from({ length: rankings }, (_, ranking) =>
    Array.from({ length: each }, (_part, at) => ({
      ranking,
      from: at * size,
      to: Math.min(plan.replicates, (at + 1) * size),
    })),
  ).flat();
}

function onlyAsked({ table, plan }: Asked): Table {
  const asked = columnsOf(plan);
  return { rows: table.rows, columns: new Map(asked.map((id) => [id, table.columns.get(id)!])) };
}
