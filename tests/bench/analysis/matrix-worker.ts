import { parentPort, workerData } from "node:worker_threads";
import { correlationMatrix, type Column, type MatrixOptions } from "#analysis";

const columns = workerData as readonly Column[];
parentPort!.on("message", (part: NonNullable<MatrixOptions["part"]>) => {
  parentPort!.postMessage(correlationMatrix(columns, { part }), []);
});
