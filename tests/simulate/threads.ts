/** Tasks over all cores. Results come in any order and belong to their tasks, so that threads change no number. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Done, Task } from "./tasks.ts";

const entry = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);

/** Results in the order of the tasks. */
export async function performAll<Kind extends Task["kind"]>(
  tasks: readonly Extract<Task, { kind: Kind }>[],
  onDone: (done: number) => void = () => {},
): Promise<Done[Kind][]> {
  const results: Done[Kind][] = [];
  let next = 0;
  let done = 0;
  const thread = async (): Promise<void> => {
    const worker = new Worker(entry);
    try {
      while (next < tasks.length) {
        const at = next++;
        worker.postMessage(tasks[at], []);
        const [result] = (await once(worker, "message")) as [Done[Kind]];
        results[at] = result;
        onDone(++done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, thread));
  return results;
}
