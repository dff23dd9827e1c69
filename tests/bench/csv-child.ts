/** Reads the file it is given, or none, and tells the peak memory of its process in bytes. */
import { existsSync, readFileSync } from "node:fs";
import { readSourceFile } from "../../src/intake/read.ts";

const [file] = process.argv.slice(2);
if (file !== undefined) await readSourceFile(file);
process.stdout.write(String(peak()));

/** Linux hands the peak of the parent process down in getrusage; its status file does not. */
function peak(): number {
  const status = "/proc/self/status";
  const own = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, "utf8")) : null;
  return 1024 * (own ? Number(own[1]) : process.resourceUsage().maxRSS);
}
