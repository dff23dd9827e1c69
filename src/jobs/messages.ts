/** What crosses between the threads. A refusal stays a refusal: `Problem`s are taken apart and made again. */
import { Problem } from "../problem.ts";
import type { ProblemId } from "../problem.ts";
import type { Issue } from "../intake/source.ts";
import type { TaskName } from "./tasks/index.ts";

/** To the thread, once: how to work. */
export interface WorkerData {
  readonly background: boolean;
}

/** To the thread: what to do. One task at a time. */
export interface Order {
  readonly task: TaskName;
  readonly input: unknown;
}

/** From the thread: how far it is, then once how it ended. */
export type Report =
  | {
      readonly kind: "progress";
      readonly step: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "refused"; readonly problem: WrittenProblem }
  | { readonly kind: "failed"; readonly message: string; readonly stack: string | undefined };

interface WrittenProblem {
  readonly id: ProblemId;
  readonly detail: string;
  readonly next: string | undefined;
  readonly issues: readonly Issue[];
}

export function reportOf(error: unknown): Report {
  if (error instanceof Problem) {
    const { id, message: detail, next, issues } = error;
    return { kind: "refused", problem: { id, detail, next, issues } };
  }
  if (error instanceof Error) return { kind: "failed", message: error.message, stack: error.stack };
  return { kind: "failed", message: String(error), stack: undefined };
}

export function errorOf(report: Extract<Report, { kind: "refused" | "failed" }>): Error {
  if (report.kind === "refused") {
    const { id, detail, next, issues } = report.problem;
    return new Problem(id, detail, { ...(next === undefined ? {} : { next }), issues });
  }
  const error = new Error(report.message);
  if (report.stack !== undefined) error.stack = report.stack;
  return error;
}
