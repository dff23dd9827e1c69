/** The thread's side: takes an order, does it, reports. */
import { parentPort, workerData } from "node:worker_threads";
import type { Progress } from "../studies/study.ts";
import { reportOf, type Order, type Report, type WorkerData } from "./messages.ts";
import { stepBack } from "./processors.ts";
import { tasks, type AnyTask } from "./tasks/index.ts";

/** Milliseconds between two reports of progress: a page is never read faster. */
const pace = 100;

const report = (message: Report): void => parentPort!.postMessage(message, []);

if ((workerData as WorkerData).background) stepBack();

parentPort!.on("message", (order: Order) => {
  void carryOut(order);
});

async function carryOut({ task, input }: Order): Promise<void> {
  try {
    const run = (await tasks[task].load()) as AnyTask;
    report({ kind: "done", output: await run(input, paced()) });
  } catch (error) {
    report(reportOf(error));
  }
}

/** Passes on every new step at once, and within a step one report per pace, and the last. */
function paced(): Progress {
  let said = { step: "", at: 0 };
  return (step, done, total) => {
    const now = performance.now();
    if (step === said.step && done < total && now - said.at < pace) return;
    said = { step, at: now };
    report({ kind: "progress", step, done, total });
  };
}
