/** One matrix by one worker and by two, each over the same shared columns. */
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { Worker } from "node:worker_threads";
import { joinParts, type Column, type CorrelationTable } from "#analysis";
import { alternate, type Figure } from "../alternate.ts";
import { ms } from "./contest.ts";

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
      5,
    );
    if (!isDeepStrictEqual(results.get(1), results.get(2))) throw new Error("the parts differ");
    return [
      { label: "one worker", value: ms(times.peer) },
      { label: "two workers, same bytes", value: ms(times.ours) },
      { label: "ratio", value: `${times.ratio.toFixed(2)} x, target ${target}` },
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
