/** One run of the whole job in a process of its own, so that its peak memory is its own. */
import { methods, planDefaults, screen, type MethodId } from "#analysis";
import { readSourceFile } from "../../src/intake/read.ts";
import { assemble } from "../../src/studies/assemble.ts";
import { peakBytes } from "./peak-memory.ts";
import type { OwnRun } from "./whole-job.ts";

const [file = "", asked = "by level"] = process.argv.slice(2);
const method = methods.find(({ id }) => id === asked)?.id ?? "by level";
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
const ms = performance.now() - from;
const sum = associations.reduce((all, { raw }) => all + (raw.ok ? raw.value : NaN), 0);
const columnBytes = [...table.columns.values()].reduce(
  (all, { values }) => all + values.byteLength,
  0,
);
const own: OwnRun = { ms, sum, peakBytes: peakBytes(), columnBytes };
process.stdout.write(JSON.stringify(own));
