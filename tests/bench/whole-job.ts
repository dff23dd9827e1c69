/**
 * From a CSV file to every association with interval, p, Holm and Benjamini-Hochberg (no ranking),
 * against R: data.table::fread, then the same pairs, timed inside R. Both must find the same coefficients.
 */
import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stream } from "#analysis";
import { alternate, median, type Figure } from "./alternate.ts";

const run = promisify(execFile);
const targets = { ratio: 5, megabytes: 400 };
const outcomes = 49;
const predictors = 100;

export const wholeJobBench = {
  name: `CSV file to ${outcomes * predictors} associations, of ${outcomes + predictors + 1} columns`,
  async run(): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), "whole-job-"));
    try {
      const figures: Figure[] = [];
      for (const people of [6_000, 200_000]) {
        const file = join(folder, `${people}.csv`);
        await writePeople(file, people);
        figures.push(...(await contest(file, people)));
      }
      return figures;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** What one run of either side reports. */
interface Run {
  readonly ms: number;
  /** Of all coefficients; R and we must agree. */
  readonly sum: number;
}
export interface OwnRun extends Run {
  /** The same job again in the same process, as the service does it: R's code is compiled beforehand, ours by then. */
  readonly again: number[];
  readonly peakBytes: number;
  readonly columnBytes: number;
}

async function contest(file: string, people: number): Promise<Figure[]> {
  const about = (what: string, value: string): Figure => ({ label: `${people}: ${what}`, value });
  const times = people < 30_000 ? 12 : 3;
  const own: OwnRun[] = [];
  const figures: Figure[] = [];
  for (const [name, call] of Object.entries(peers)) {
    const from = own.length;
    const { ours, peer } = await alternate(
      async () => own[own.push(await ownRun(file, "pearson", times)) - 1]!.ms,
      async () => agreed(await peerRun(file, call), own.at(-1)!),
    );
    const again = median(own.slice(from).map((one) => median(one.again)));
    figures.push(
      about(name, `${peer.toFixed(0)} ms`),
      about("ours, first job of a process", `${ours.toFixed(0)} ms`),
      about("ratio", `${(peer / ours).toFixed(1)} x, target ${targets.ratio}`),
      about("ours, in a running process", `${again.toFixed(0)} ms`),
      about("ratio", `${(peer / again).toFixed(1)} x, target ${targets.ratio}`),
    );
  }
  const { ms } = await ownRun(file, "by level", 1);
  const extra = Math.max(...own.map((one) => one.peakBytes - one.columnBytes)) / 2 ** 20;
  return [
    ...figures,
    about("ours, coefficient by level", `${ms.toFixed(0)} ms`),
    about("peak memory beyond columns", `${extra.toFixed(0)} MB, target ${targets.megabytes}`),
  ];
}

async function ownRun(file: string, method: string, times: number): Promise<OwnRun> {
  const child = fileURLToPath(new URL("./whole-job-child.js", import.meta.url));
  const { stdout } = await run(process.execPath, [child, file, method, String(times)]);
  return JSON.parse(stdout) as OwnRun;
}

async function peerRun(file: string, call: string): Promise<Run> {
  const { stdout } = await run("Rscript", ["-e", script(call), file]);
  const [ms, sum] = stdout.trim().split(" ").map(Number) as [number, number];
  return { ms, sum };
}

function agreed(peer: Run, own: Run): number {
  const off = Math.abs(own.sum - peer.sum);
  if (!(off < 1e-6)) throw new Error(`the sums of r differ by ${off}`);
  return peer.ms;
}

/** The first gives coefficients only; the second also p, Holm and intervals, as we do. */
const peers = {
  "R fread + cor": 'cor(x, y, use = "pairwise")',
  "R fread + corr.test": 'psych::corr.test(x, y, use = "pairwise", adjust = "holm")$r',
};

const script = (call: string) => `
  file <- commandArgs(TRUE)[1]
  library(data.table)
  invisible(loadNamespace("psych"))
  setDTthreads(1)
  from <- proc.time()[["elapsed"]]
  people <- fread(file)
  x <- as.matrix(people[, paste0("x", seq_len(${predictors})), with = FALSE])
  y <- as.matrix(people[, paste0("y", seq_len(${outcomes})), with = FALSE])
  r <- ${call}
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
