/**
 * Who works where: one processor stays free for the threads that answer requests. On Linux a thread has a priority and
 * processors of its own, which the threads that it starts inherit; elsewhere a process has them, and nothing is done.
 * See docs/decisions/0011.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { availableParallelism, constants, getPriority, platform, setPriority } from "node:os";
import { basename } from "node:path";

/** Threads that long work may take. Counted before this thread steps back, after which it sees fewer. */
export const spareProcessors = Math.max(1, availableParallelism() - 1);

/** This thread, from now on. */
export function stepBack(): void {
  if (platform() === "linux") putBack([basename(readlinkSync("/proc/thread-self"))]);
}

/**
 * The threads in which V8 compiles and collects garbage for all others. A long task gives them most of their work: left
 * alone they would do it on the processor that requests are answered on.
 */
export function helpersStepBack(): void {
  if (platform() !== "linux") return;
  putBack(readdirSync("/proc/self/task").filter((thread) => nameOf(thread) === "V8Worker"));
}

function putBack(threads: readonly string[]): void {
  // Nobody may take a priority back that the whole process was started without.
  const priority = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
  const [, ...others] = allowed();
  for (const thread of threads) {
    setPriority(Number(thread), priority);
    // Node has no call for this. Where there is no taskset the priority has to do.
    if (others.length > 0)
      spawnSync("taskset", ["-cp", others.join(","), thread], { stdio: "ignore" });
  }
}

/** A thread may have ended since it was listed. */
function nameOf(thread: string): string | undefined {
  try {
    return readFileSync(`/proc/self/task/${thread}/comm`, "utf8").trimEnd();
  } catch {
    return undefined;
  }
}

/** Processors that the whole process may use, lowest first. */
function allowed(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return (list ?? "").split(",").flatMap((range) => {
    const [from, to = from] = range.split("-").map(Number);
    return from === undefined ? [] : Array.from({ length: to! - from + 1 }, (_, n) => from + n);
  });
}
