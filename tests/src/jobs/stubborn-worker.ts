/** A thread for the tests of the pool: it dies, hangs, refuses or answers as told. */
import { parentPort, threadId } from "node:worker_threads";
import { Problem } from "../../../src/problem.ts";
import { reportOf, type Report } from "../../../src/jobs/messages.ts";

type Behaviour = "answer" | "die" | "hang" | "refuse" | "fail" | "report";

const send = (report: Report): void => parentPort!.postMessage(report, []);

const behaviours: Readonly<Record<Behaviour, () => unknown>> = {
  answer: () => threadId,
  die: () => process.exit(7),
  hang: () => {
    for (;;);
  },
  refuse: () => {
    const issue = {
      severity: "error",
      file: "a.csv",
      line: 3,
      code: "ragged",
      text: "Short.",
    } as const;
    throw new Problem("unreadable-file", "a.csv is ragged.", { next: "Mend it.", issues: [issue] });
  },
  fail: () => {
    throw new TypeError("a fault inside");
  },
  report: () => {
    for (let done = 0; done <= 3; done++)
      send({ kind: "progress", step: "counting", done, total: 3 });
    return "counted";
  },
};

/** Counts without end where it is given something to count in. */
function count(clicks: Int32Array): never {
  for (;;) Atomics.add(clicks, 0, 1);
}

parentPort!.on("message", ({ input }: { input: Behaviour | Int32Array }) => {
  try {
    const output = typeof input === "string" ? behaviours[input]() : count(input);
    send({ kind: "done", output });
  } catch (error) {
    send(reportOf(error));
  }
});
