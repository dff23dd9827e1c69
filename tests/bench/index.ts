/** `npm run bench [name...] [--minutes 5]`: every speed as a ratio to a peer run beside it, on this machine, now. */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import type { Bench } from "./alternate.ts";
import { analysisBenches } from "./analysis/index.ts";
import { csvBench } from "./csv.ts";
import { importBench } from "./import.ts";
import { rankingBench } from "./pipeline/ranking.ts";
import { answersBench } from "./service/answers.ts";
import { healthBench } from "./service/health.ts";
import { engineBench } from "./surveys/engine.ts";
import { wholeJobBench } from "./whole-job.ts";

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "5" } },
});
const benches: Readonly<Record<string, Bench>> = {
  csv: csvBench,
  import: importBench,
  "whole-job": wholeJobBench,
  ...analysisBenches,
  "analysis/pipeline": rankingBench,
  "service/health": healthBench,
  "service/answers": answersBench(Number(values.minutes)),
  "surveys/engine": engineBench,
};

/** A name, or that of a family: "analysis" asks for "analysis/ranks" and its kin. */
const isAskedBy = (key: string) => (name: string) => key === name || key.startsWith(`${name}/`);
const keys = Object.keys(benches);
const unknown = asked.filter((name) => !keys.some((key) => isAskedBy(key)(name)));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are: ${keys.join(", ")}`);
  process.exit(2);
}
const wanted = keys.filter((key) => asked.length === 0 || asked.some(isAskedBy(key)));
for (const key of wanted) {
  if (wanted.length > 1) {
    alone(key);
    continue;
  }
  const { name, run } = benches[key]!;
  console.log(`\n${name} (${key})`);
  for (const { label, value } of await run()) console.log(`  ${label.padEnd(36)} ${value}`);
}

/** In a process of its own: a bench leaves compiled code and memory that are not the next one's. */
function alone(key: string): void {
  const again = [...process.execArgv, process.argv[1]!, key, "--minutes", values.minutes];
  const { status } = spawnSync(process.execPath, again, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
