import { existsSync, readFileSync } from "node:fs";

/** Most bytes this process ever held. Linux hands the peak of the parent down in getrusage; its status file does not. */
export function peakBytes(): number {
  const status = "/proc/self/status";
  const own = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, "utf8")) : null;
  return 1024 * (own ? Number(own[1]) : process.resourceUsage().maxRSS);
}
