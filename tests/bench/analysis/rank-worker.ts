import { parentPort, workerData } from "node:worker_threads";
import type { Column } from "#analysis";
import { replicated, type Portion } from "./ranks.ts";

const columns = workerData as readonly Column[];
parentPort!.on("message", (portion: Portion) => {
  parentPort!.postMessage(replicated(columns, portion), []);
});
