/**
 * From a CSV file to every association with interval, p, Holm and Benjamini-Hochberg (no ranking),
 * against R: data.table::fread, then cor(use = "pairwise") over the same pairs, timed inside R. The peer
 * gives coefficients only. Both must find the same coefficients.
 */
import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stream } from "#analysis";
import { alternate } from "./alternate.ts";

const run = promisify(execFile);
const targets = { ratio: 5, megabytes: 400 };
const outcomes = 49;
const predictors = 100;

export async function wholeJobBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "whole-job-"));
  try {
    for (const people of [6_000, 200_000]) {
      const file = join(folder, `${people}.csv`);
      await writePeople(file, people);
      await contest(file, people);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What one run of either side reports. */
interface Run {
  readonly ms: number;
  /** Of all coefficients; R and we must agree. */
  readonly sum: number;
}
export interface OwnRun extends Run {
  readonly peakBytes: number;
  readonly columnBytes: number;
}

async function contest(file: string, people: number): Promise<void> {
  const own: OwnRun[] = [];
  const peers: Run[] = [];
  const job = async (method: string) => {
    const child = fileURLToPath(new URL("./whole-job-child.js", import.meta.url));
    const { stdout } = await run(process.execPath, [child, file, method]);
    return JSON.parse(stdout) as OwnRun;
  };
  const { ours, peer, ratio } = await alternate(
    async () => own[own.push(await job("pearson")) - 1]!.ms,
    async () => peers[peers.push(await peerRun(file)) - 1]!.ms,
  );
  const off = Math.abs(own[0]!.sum - peers[0]!.sum);
  if (off > 1e-6) throw new Error(`the sums of r differ by ${off}`);
  const byLevel = await job("by level");
  const extra = Math.max(...own.map((one) => one.peakBytes - one.columnBytes)) / 2 ** 20;
  console.log(
    [
      `whole job, ${people} people x ${outcomes + predictors + 1} columns, ${outcomes * predictors} pairs`,
      `  ${ratio.toFixed(1)} x R fread + cor (target ${targets.ratio}): ${ours.toFixed(0)} ms against ${peer.toFixed(0)} ms`,
      `  ${(peer / byLevel.ms).toFixed(1)} x with the coefficient chosen by level: ${byLevel.ms.toFixed(0)} ms`,
      `  ${extra.toFixed(0)} MB peak memory beyond the columns (target ${targets.megabytes})`,
    ].join("\n"),
  );
}

async function peerRun(file: string): Promise<Run> {
  const { stdout } = await run("Rscript", ["-e", peer, file]);
  const [ms, sum] = stdout.trim().split(" ").map(Number) as [number, number];
  return { ms, sum };
}

const peer = `
  file <- commandArgs(TRUE)[1]
  library(data.table)
  setDTthreads(1)
  from <- proc.time()[["elapsed"]]
  people <- fread(file)
  x <- as.matrix(people[, paste0("x", seq_len(${predictors})), with = FALSE])
  y <- as.matrix(people[, paste0("y", seq_len(${outcomes})), with = FALSE])
  r <- cor(x, y, use = "pairwise")
  cat(1000 * (proc.time()[["elapsed"]] - from), format(sum(r), digits = 15))
`;

/** Survey items of 2 to 7 levels with a common trait, 8 % of them empty, behind an id. */
async function writePeople(file: string, people: number): Promise<void> {
  const names = [
    ...Array.from({ length: predictors }, (_, i) => `x${i + 1}`),
    ...Array.from({ length: outcomes }, (_, i) => `y${i + 1}`),
  ];
  const levels = names.map((_, i) => [2, 4, 4, 4, 5, 7][i % 6]!);
  const out = await open(file, "w");
  await out.write(`id,${names.join(",")}\n`);
  const { uniform } = stream(1);
  let lines: string[] = [];
  for (let person = 0; person < people; person++) {
    const trait = uniform();
    const cells = levels.map((count) =>
      uniform() < 0.08 ? "" : 1 + Math.floor(count * (0.25 * trait + 0.75 * uniform())),
    );
    lines.push(`P${String(person).padStart(7, "0")},${cells.join(",")}\n`);
    if (lines.length === 2000 || person === people - 1) {
      await out.write(lines.join(""));
      lines = [];
    }
  }
  await out.close();
}
