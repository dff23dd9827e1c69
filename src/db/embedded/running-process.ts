/** Whether a process lives, and which one it is: numbers of processes are used again. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface RunningProcess {
  readonly pid: number;
  /** When it started, in whatever way the system says it; null where it does not say. */
  readonly started: string | null;
}

/** Undefined: there is no such process, or only its remains are left. */
export function processAt(pid: number): RunningProcess | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    const foreign = error instanceof Error && "code" in error && error.code === "EPERM";
    if (!foreign) return undefined;
  }
  const started = process.platform === "linux" ? startOnLinux(pid) : startElsewhere(pid);
  return started === "dead" ? undefined : { pid, started };
}

/** proc(5): after the name, field 3 is the state and field 22 the start in clock ticks since the machine started. */
function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") return "dead";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()} ${fields[18]}`;
  } catch {
    return null;
  }
}

function startElsewhere(pid: number): string | null {
  if (process.platform === "win32") return null;
  try {
    return (
      execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null
    );
  } catch {
    return null;
  }
}
