/** `rank`: CSV files in, a ranked report out. No server, no database. */
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { release } from "#analysis";
import { readSourceFile } from "../intake/read.ts";
import type { Source } from "../intake/source.ts";
import { rankInParallel } from "../jobs/rank-in-parallel.ts";
import { checkReportFolder, writeReport } from "../reports/index.ts";
import { writeCodebook } from "../studies/codebook-file.ts";
import { runStudy } from "../studies/run-study.ts";
import type { Command } from "./command.ts";
import { progressTo } from "./progress.ts";
import { rankingLines } from "./ranking-lines.ts";
import { rankHelp } from "./rank-help.ts";
import { rankOptions, type RankOptions } from "./rank-options.ts";
import { issueLine } from "./refusal.ts";
import { codebookLines, heldLines, joinLines } from "./summary.ts";

export const rank: Command = {
  name: "rank",
  purpose: "rank student experiences and learning outcomes from CSV files",
  help: rankHelp,
  async run(words) {
    await rankFiles(await rankOptions(words));
  },
};

export async function rankFiles(options: RankOptions): Promise<void> {
  await checkReportFolder(options.out);
  const progress = progressTo(process.stderr);
  const sources: Source[] = [];
  for (const path of options.data) {
    const read = await readSourceFile(path, {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
      onProgress: (bytes, total) => progress.tell(`reading ${path}`, bytes, total),
    }).finally(() => progress.end());
    say(read.issues.map(issueLine));
    sources.push(read.source);
  }
  const study = await runStudy(sources, options.specification, {
    progress: progress.tell,
    rank: rankInParallel(availableParallelism()),
  });
  progress.end();
  const { assembly, screening } = study;
  say([...assembly.issues.map(issueLine), ...joinLines(assembly.join)]);
  say(codebookLines(screening.plan, assembly.codebook));
  if (options.specification.plan.covariates === undefined) say(heldLines(screening.plan));
  if (options.codebookOut !== undefined)
    await writeFile(options.codebookOut, writeCodebook(assembly.codebook));
  const files = await writeReport(options.out, study);
  say([...rankingLines(release(screening), assembly.codebook), "", `Report: ${files[0]}`]);
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
