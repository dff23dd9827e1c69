/** A thread for the tests of cancelling: it ranks with more threads of its own, far longer than any test. */
import { parentPort } from "node:worker_threads";
import { planDefaults, stream, type Column, type Plan } from "#analysis";
import type { Report } from "../../../src/jobs/messages.ts";
import { rankInParallel } from "../../../src/jobs/rank-in-parallel.ts";
import { tableOf } from "../../support/table.ts";

const people = 2_000;
const source = stream(5);
const columns = ["y", "a", "b", "c"].map((id): Column => ({
  id,
  label: id,
  level: "interval",
  values: Float64Array.from({ length: people }, () => source.uniform()),
}));
const [y, a] = columns;
for (const [i, value] of a!.values.entries()) y!.values[i]! += value;
const table = tableOf(columns);
const plan: Plan = {
  ...planDefaults,
  outcomes: ["y"],
  predictors: ["a", "b", "c"],
  replicates: 50_000_000,
};

const send = (report: Report): void => parentPort!.postMessage(report, []);

parentPort!.on("message", () => {
  const ranked = rankInParallel(2)(table, plan, (done, total) =>
    send({ kind: "progress", step: "replicates", done, total }),
  );
  void Promise.resolve(ranked).then(() => send({ kind: "done", output: null }));
});
