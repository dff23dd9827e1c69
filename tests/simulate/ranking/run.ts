/** The tables about rankings. */
import type { Effort } from "../effort.ts";
import { performAll, type Doing } from "../threads.ts";
import { questions, type Sums } from "./questions.ts";

export interface Answer {
  readonly id: string;
  readonly n: number;
  readonly sums: Sums;
}

const runsPerTask = 20;

export async function runRankings(
  { seed, rankings, replicates, callings }: Effort,
  { only, kept, onDone }: Doing,
): Promise<Answer[]> {
  const places = questions
    .filter(({ id }) => only(id))
    .flatMap(({ id, sizes, needsReplicates }) => sizes.map((n) => ({ id, n, needsReplicates })));
  const tasks = places.flatMap(({ id, n, needsReplicates }) => {
    const runs = needsReplicates ? rankings : callings;
    return Array.from({ length: Math.ceil(runs / runsPerTask) }, (_, part) => ({
      kind: "ranking" as const,
      input: {
        question: id,
        n,
        from: part * runsPerTask,
        to: Math.min(runs, (part + 1) * runsPerTask),
        replicates: needsReplicates ? replicates : 0,
        seed,
      },
    }));
  });
  const results = await performAll<"ranking">(tasks, {
    kept,
    onDone: (done) => onDone(done, tasks.length),
  });
  return places.map(({ id, n }) => {
    const own = results.filter((_, at) => {
      const { input } = tasks[at]!;
      return input.question === id && input.n === n;
    });
    return { id, n, sums: summed(own) };
  });
}

function summed(parts: readonly Sums[]): Sums {
  const all = new Map<string, number>();
  for (const part of parts)
    for (const [name, value] of part) all.set(name, (all.get(name) ?? 0) + value);
  return all;
}
