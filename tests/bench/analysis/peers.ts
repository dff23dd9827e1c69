/** Other programs that do the same: scripts in R and Python beside this file, which tell their own time. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Figure } from "../alternate.ts";

const run = promisify(execFile);

/** What a script prints: milliseconds for the work alone, and numbers to be compared with ours. */
export interface PeerRun {
  /** By the clock. */
  readonly ms: number;
  /** Of processor time, where it is told ("ms:processor"): on a busy machine the clock tells more of the others. */
  readonly processor: number;
  readonly numbers: readonly number[];
}

/** Debian's Python, whose NumPy links to the OpenBLAS that apt installs. */
const programs = { R: ["Rscript"], py: ["/usr/bin/python3"] } as const;

/** Runs `name`, one thread for linear algebra; throws where the program or one of its packages is missing. */
export async function peer(
  name: `${string}.${keyof typeof programs}`,
  args: readonly (string | number)[],
): Promise<PeerRun> {
  const [program] = programs[name.endsWith(".py") ? "py" : "R"];
  const one = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
  const { stdout } = await run(program, [`tests/bench/analysis/${name}`, ...args.map(String)], {
    env: { ...process.env, ...one },
    maxBuffer: 2 ** 28,
  });
  const [times, ...numbers] = stdout.trim().split(/\s+/);
  const [ms, processor = ms] = times!.split(":").map(Number);
  return { ms: ms!, processor: processor!, numbers: numbers.map(Number) };
}

/** The figures of a contest, or a line that says why there is none. */
export async function besides(
  name: string,
  contest: () => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  try {
    return await contest();
  } catch (fault) {
    if (!isAbsence(fault)) throw fault;
    return [{ label: name, value: "SKIPPED: not installed on this machine" }];
  }
}

/** The program is not there, or says that a package is not. */
const isAbsence = (fault: unknown): boolean =>
  fault instanceof Error &&
  (("code" in fault && fault.code === "ENOENT") ||
    /there is no package called|No module named/.test(fault.message));

/** Throws where the two did not find the same. */
export function agree(ours: readonly number[], theirs: readonly number[], tolerance: number): void {
  const off = ours.map((number, i) => Math.abs(number - theirs[i]!));
  const worst = Math.max(...off);
  if (ours.length !== theirs.length || !(worst <= tolerance))
    throw new Error(`the two do not find the same: ${ours.length} numbers, off by ${worst}`);
}
