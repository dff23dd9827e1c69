/**
 * One matrix by one worker and by two, each over the same shared columns. The best of many rounds count: a rented
 * machine gives both workers halves of one core for tenths of a second at a time, and then two are no faster than one
 * whatever they do. How it went in the middle is said beside it.
 */
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { Worker } from "node:worker_threads";
import { joinParts, type Column, type CorrelationTable } from "#analysis";
import { alternate, type Figure } from "../alternate.ts";
import { ms } from "./contest.ts";

const rounds = 60;

export async function matrixByWorkers(
  columns: readonly Column[],
  target: number,
): Promise<readonly Figure[]> {
  const url = new URL("./matrix-worker.js", import.meta.url);
  const workers = [0, 1].map(() => new Worker(url, { workerData: columns }));
  try {
    const results = new Map<number, CorrelationTable>();
    const by = async (of: number) => {
      const from = performance.now();
      const parts = workers.slice(0, of).map((worker, index) => answer(worker, { index, of }));
      results.set(of, joinParts(await Promise.all(parts)));
      return performance.now() - from;
    };
    await by(2);
    await by(1);
    const times = await alternate(
      () => by(2),
      () => by(1),
      rounds,
    );
    if (!isDeepStrictEqual(results.get(1), results.get(2))) throw new Error("the parts differ");
    const { best } = times;
    const ratio = (best.peer / best.ours).toFixed(2);
    return [
      { label: "one worker, best and median", value: `${ms(best.peer)}, ${ms(times.peer)}` },
      { label: "two, same bytes, best and median", value: `${ms(best.ours)}, ${ms(times.ours)}` },
      { label: `ratio of the best of ${rounds}`, value: `${ratio} x, target ${target}` },
      { label: "ratio in the middle", value: `${times.ratio.toFixed(2)} x` },
    ];
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function answer(worker: Worker, question: unknown): Promise<CorrelationTable> {
  worker.postMessage(question, []);
  const [table] = (await once(worker, "message")) as [CorrelationTable];
  return table;
}
