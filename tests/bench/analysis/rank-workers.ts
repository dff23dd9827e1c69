/** Two workers that make portions of the replicates over the same shared columns. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Column } from "#analysis";
import type { Replicates } from "../../../analysis/inference/bootstrap.ts";
import type { Portion } from "./ranks.ts";

export function rankWorkers(columns: readonly Column[]) {
  const url = new URL("./rank-worker.js", import.meta.url);
  const workers = [0, 1].map(() => new Worker(url, { workerData: columns }));
  let turn = 0;
  return {
    async replicate(portion: Portion): Promise<Replicates> {
      const worker = workers[turn++ % workers.length]!;
      worker.postMessage(portion, []);
      const [replicates] = (await once(worker, "message")) as [Replicates];
      return replicates;
    },
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
