/** The whole job in a process of its own, so that its peak memory is its own; asked for, some times more. */
import { methods, planDefaults, screen, type MethodId } from "#analysis";
import { readSourceFile } from "../../src/intake/read.ts";
import { assemble } from "../../src/studies/assemble.ts";
import { peakBytes } from "./peak-memory.ts";
import type { OwnRun } from "./whole-job.ts";

const [file = "", asked = "by level", times = "1"] = process.argv.slice(2);
const method = methods.find(({ id }) => id === asked)?.id ?? "by level";

async function wholeJob() {
  const from = performance.now();
  const { source } = await readSourceFile(file);
  const { table } = assemble([source], { id: "id" });
  const named = (letter: string) => [...table.columns.keys()].filter((id) => id.startsWith(letter));
  const associations = screen(table, {
    ...planDefaults,
    outcomes: named("y"),
    predictors: named("x"),
    method: method as MethodId,
  });
  return { ms: performance.now() - from, table, associations };
}

const { ms, table, associations } = await wholeJob();
const own: OwnRun = {
  ms,
  again: [],
  sum: associations.reduce((all, { raw }) => all + (raw.ok ? raw.value : NaN), 0),
  peakBytes: peakBytes(),
  columnBytes: [...table.columns.values()].reduce((all, { values }) => all + values.byteLength, 0),
};
for (let time = 1; time < Number(times); time++) own.again.push((await wholeJob()).ms);
process.stdout.write(JSON.stringify(own));
