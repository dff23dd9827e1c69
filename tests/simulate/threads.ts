/** Tasks over all cores. Results come in any order and belong to their tasks, so that threads change no number. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Kept } from "./kept.ts";
import type { Done, Task } from "./tasks.ts";

const entry = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);

export interface Doing {
  only(id: string): boolean;
  readonly kept: Kept;
  onDone(done: number, total: number): void;
}

/** Results in the order of the tasks; what is kept is not done again. */
export async function performAll<Kind extends Task["kind"]>(
  tasks: readonly Extract<Task, { kind: Kind }>[],
  { kept, onDone = () => {} }: { kept: Kept; onDone?: (done: number) => void },
): Promise<Done[Kind][]> {
  const results: Done[Kind][] = [];
  let next = 0;
  let done = 0;
  const thread = async (): Promise<void> => {
    const worker = new Worker(entry);
    const perform = async (at: number): Promise<Done[Kind]> => {
      worker.postMessage(tasks[at], []);
      const [result] = (await once(worker, "message")) as [Done[Kind]];
      kept.keep(tasks[at], result);
      return result;
    };
    try {
      while (next < tasks.length) {
        const at = next++;
        results[at] = (kept.find(tasks[at]) as Done[Kind] | undefined) ?? (await perform(at));
        onDone(++done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, thread));
  return results;
}
