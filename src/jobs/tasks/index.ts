/**
 * The table of tasks: what a thread can be asked to do. Each is loaded by the thread that first does it. To add
 * one: a file beside this that exports a function of (input, progress), and a line here.
 */
import type { Progress } from "../../studies/study.ts";

/** Long work must not keep a person waiting in front of a page. */
export type Lane = "short" | "long";

export const tasks = {
  "read file": { lane: "short", load: async () => (await import("./read-file.ts")).readFile },
  preview: { lane: "short", load: async () => (await import("./preview.ts")).preview },
  identify: { lane: "short", load: async () => (await import("./identify.ts")).identify },
  assemble: { lane: "short", load: async () => (await import("./assemble.ts")).assembleStudy },
  draw: { lane: "short", load: async () => (await import("./draw.ts")).draw },
  describe: { lane: "short", load: async () => (await import("./describe.ts")).describe },
  render: { lane: "short", load: async () => (await import("./render.ts")).render },
  collect: { lane: "short", load: async () => (await import("./collect.ts")).collect },
  "give out": { lane: "short", load: async () => (await import("./give-out.ts")).giveOut },
  "make sample": { lane: "short", load: async () => (await import("./make-sample.ts")).makeSample },
  replicate: {
    lane: "long",
    load: async () => (await import("./replicate.ts")).drawReplicates,
  },
  screen: { lane: "long", load: async () => (await import("./screen.ts")).screen },
} as const satisfies Record<string, { lane: Lane; load(): Promise<unknown> }>;

export type TaskName = keyof typeof tasks;

type Task<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]["load"]>>;
export type Input<Name extends TaskName> = Parameters<Task<Name>>[0];
export type Output<Name extends TaskName> = Awaited<ReturnType<Task<Name>>>;

/** Any of them, as the thread sees it. */
export type AnyTask = (input: unknown, progress: Progress) => unknown;
