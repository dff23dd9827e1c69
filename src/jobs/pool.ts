/** Threads that wait for work. A thread that dies, or whose work is no longer wanted, is replaced. */
import { Worker } from "node:worker_threads";
import { Problem } from "../problem.ts";
import type { Progress } from "../studies/study.ts";
import { givable } from "./share.ts";
import { errorOf, reportOf, type Order, type Report, type WorkerData } from "./messages.ts";

export interface Wanted {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: Progress | undefined;
}

interface Job extends Wanted {
  readonly order: Order;
  settle(report: { readonly output: unknown } | { readonly error: unknown }): void;
}

/** More waiting than this and a person is told to come back. */
const longestQueue = 64;

interface Threads {
  /** The module that a thread runs. */
  readonly entry?: URL;
  /** They, and the threads they start, work where nobody else wants the processor. */
  readonly background?: boolean;
}

export class Pool {
  readonly #threads: number;
  readonly #entry: URL;
  readonly #workerData: WorkerData;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  #closed = false;

  constructor(threads: number, { entry = ownEntry, background = false }: Threads = {}) {
    this.#threads = threads;
    this.#entry = entry;
    this.#workerData = { background };
  }

  run(order: Order, wanted: Wanted): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Problem("busy", "The program is shutting down."));
    if (this.#waiting.length >= longestQueue)
      return Promise.reject(
        new Problem("busy", `${longestQueue} pieces of work are waiting already.`, {
          next: "Try again in a few minutes.",
        }),
      );
    if (wanted.signal?.aborted) return Promise.reject(wanted.signal.reason as Error);
    return new Promise((resolve, reject) => {
      const onAbort = (): void => this.#drop(job);
      const settle: Job["settle"] = (end) => {
        wanted.signal?.removeEventListener("abort", onAbort);
        if ("error" in end) reject(end.error as Error);
        else resolve(end.output);
      };
      const job: Job = { ...wanted, order, settle };
      wanted.signal?.addEventListener("abort", onAbort, { once: true });
      this.#waiting.push(job);
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new Problem("busy", "The program is shutting down.");
    for (const job of this.#waiting.splice(0)) job.settle({ error });
    for (const job of this.#busy.values()) job.settle({ error });
    const workers = [...this.#idle.splice(0), ...this.#busy.keys()];
    this.#busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      if (this.#idle.length === 0 && this.#busy.size >= this.#threads) return;
      const job = this.#waiting.shift()!;
      const worker = this.#idle.pop() ?? this.#hire();
      this.#busy.set(worker, job);
      worker.ref();
      this.#hand(worker, job);
    }
  }

  #hand(worker: Worker, job: Job): void {
    try {
      worker.postMessage(job.order, [...givable(job.order.input)]);
    } catch (error) {
      this.#hear(worker, reportOf(error));
    }
  }

  #hire(): Worker {
    const worker = new Worker(this.#entry, { execArgv, workerData: this.#workerData });
    worker.on("message", (report: Report) => this.#hear(worker, report));
    worker.on("error", (error) => this.#lose(worker, error));
    worker.on("exit", () => this.#lose(worker, new Error("the thread ended")));
    return worker;
  }

  #hear(worker: Worker, report: Report): void {
    const job = this.#busy.get(worker);
    if (job === undefined) return;
    if (report.kind === "progress") {
      job.onProgress?.(report.step, report.done, report.total);
      return;
    }
    this.#busy.delete(worker);
    this.#idle.push(worker);
    worker.unref();
    job.settle(report.kind === "done" ? { output: report.output } : { error: errorOf(report) });
    this.#assign();
  }

  /** The thread died: its task is refused, the next task gets a new thread. */
  #lose(worker: Worker, cause: Error): void {
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    const place = this.#idle.indexOf(worker);
    if (place >= 0) this.#idle.splice(place, 1);
    job?.settle({ error: stopped(cause) });
    this.#assign();
  }

  /** The work is no longer wanted: leaves the queue, or the thread is ended in the middle of it. */
  #drop(job: Job): void {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) this.#waiting.splice(place, 1);
    for (const [worker, at] of this.#busy)
      if (at === job) {
        this.#busy.delete(worker);
        void worker.terminate();
      }
    job.settle({ error: job.signal?.reason });
    this.#assign();
  }
}

function stopped(cause: Error): Problem {
  const memory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
  const why = memory
    ? "it needed more memory than there is"
    : `its thread ended (${cause.message})`;
  return new Problem("work-stopped", `The work was stopped: ${why}.`, {
    next: memory
      ? "Leave columns or files out, or use a machine with more memory."
      : "Try again; if it happens again, the log of the program says more.",
  });
}

/** From the sources Node strips the types itself, and "source" makes #analysis mean the .ts files. */
const fromSources = import.meta.url.endsWith(".ts");
const ownEntry = new URL(fromSources ? "./worker.ts" : "./worker.js", import.meta.url);
const execArgv = fromSources ? ["--conditions=source"] : [];
