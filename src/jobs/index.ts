/** Heavy work, away from the thread that answers requests. */
import { Pool, type Wanted } from "./pool.ts";
import { spareProcessors } from "./processors.ts";
import { tasks, type Input, type Lane, type Output, type TaskName } from "./tasks/index.ts";

export interface Jobs {
  /**
   * Does a task in another thread. Columns of numbers in the input are given away, not copied, unless they are in
   * shared memory: do not use them afterwards. Abort the signal and the thread is ended in the middle of its work.
   */
  run<Name extends TaskName>(
    task: Name,
    input: Input<Name>,
    wanted?: Wanted,
  ): Promise<Output<Name>>;
  close(): Promise<void>;
}

/**
 * Long tasks share the threads; short ones, for which a person waits in front of a page, have one of their own.
 * @param threads for long tasks; all cores but one unless told.
 */
export function createJobs({ threads = spareProcessors } = {}): Jobs {
  const lanes: Readonly<Record<Lane, Pool>> = {
    long: new Pool(threads, { background: true }),
    short: new Pool(1),
  };
  return {
    run: async <Name extends TaskName>(task: Name, input: Input<Name>, wanted: Wanted = {}) =>
      (await lanes[tasks[task].lane].run({ task, input }, wanted)) as Output<Name>,
    close: async () => {
      await Promise.all(Object.values(lanes).map((pool) => pool.close()));
    },
  };
}
