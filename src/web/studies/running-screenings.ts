/** Screenings under way: started, told about in the database, cancelled. */
import type { Database } from "../../db/connect.ts";
import { datasetsOf, type Dataset } from "../../db/datasets.ts";
import {
  cancelScreening,
  failScreening,
  finishScreening,
  reportProgress,
  screeningsOf,
  startScreening,
} from "../../db/screenings.ts";
import type { Jobs } from "../../jobs/index.ts";
import type { Log } from "../../log.ts";
import { Problem } from "../../problem.ts";
import type { Specification } from "../../studies/run-study.ts";
import type { KeptPaces } from "./pace.ts";
import { loadSources } from "./sources.ts";

export interface RunningScreenings {
  /** @returns its id, as soon as it is noted; the work goes on. */
  start(studyId: string, specification: Specification): Promise<string>;
  cancel(id: string): Promise<void>;
  /** All of a study. */
  cancelAll(studyId: string): Promise<void>;
}

interface Needed {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly paces: KeptPaces;
}

/** Milliseconds between two notes of progress in the database. */
const pace = 500;

export function runningScreenings(needed: Needed): RunningScreenings {
  const { db } = needed;
  const running = new Map<string, Running>();
  /** What is under way, by what was asked: a button that is pressed twice asks once. */
  const asked = new Map<string, Promise<string>>();
  const begin = async (question: Omit<Screening, "id" | "stop">, forget: () => void) => {
    const id = await startScreening(db.write, question.studyId, question.specification);
    const stop = new AbortController();
    running.set(id, { stop, forget });
    void carryOut(needed, { ...question, id, stop }).finally(() => {
      running.delete(id);
      needed.paces.forget(id);
      forget();
    });
    return id;
  };
  const cancel = async (id: string): Promise<void> => {
    await cancelScreening(db.write, id);
    const under = running.get(id);
    under?.forget();
    under?.stop.abort();
  };
  return {
    async start(studyId, specification) {
      const files = (await datasetsOf(db.read, studyId)).filter(({ confirmed }) => confirmed);
      if (files.length === 0)
        throw new Problem("not-found", "The study has no files yet.", { next: "Add files first." });
      const key = JSON.stringify([studyId, files.map(({ id }) => id), specification]);
      const known = asked.get(key);
      if (known !== undefined) return known;
      const id: Promise<string> = begin({ studyId, files, specification }, () => {
        if (asked.get(key) === id) asked.delete(key);
      });
      asked.set(key, id);
      id.catch(() => asked.delete(key));
      return id;
    },
    cancel,
    async cancelAll(studyId) {
      for (const { id, state } of await screeningsOf(db.read, studyId))
        if (state === "queued" || state === "running") await cancel(id);
    },
  };
}

interface Running {
  readonly stop: AbortController;
  /** It may be asked again. */
  readonly forget: () => void;
}

interface Screening {
  readonly id: string;
  readonly studyId: string;
  readonly files: readonly Dataset[];
  readonly specification: Specification;
  readonly stop: AbortController;
}

/** Never rejects: how it ended is in the database, and what is no refusal also in the log. */
async function carryOut({ db, jobs, log, paces }: Needed, screening: Screening): Promise<void> {
  const { id, files, specification, stop } = screening;
  const progress = paced(async (step, done, total) => {
    const known = { step, done: Math.floor(done), total: Math.floor(total) };
    paces.note(id, known);
    // Ended meanwhile: cancelled from elsewhere, or its study removed.
    if (!(await reportProgress(db.write, id, known))) stop.abort();
  });
  try {
    progress.tell("reading the files", 0, 0);
    const sources = await loadSources(db, files);
    const wanted = { signal: stop.signal, onProgress: progress.tell };
    const text = await jobs.run("screen", { sources, specification }, wanted);
    await progress.end();
    await finishScreening(db.write, id, text);
  } catch (error) {
    if (stop.signal.aborted) return;
    if (!(error instanceof Problem)) log.error({ err: error, screening: id }, "a screening failed");
    await progress.end();
    await failScreening(db.write, id, asProblem(error)).catch((failure: unknown) =>
      log.error({ err: failure, screening: id }, "the end of a screening could not be noted"),
    );
  }
}

const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem("work-stopped", "The program met a fault of its own.", {
        next: "Run it again; if it happens again, tell who runs the program.",
      });

/** Notes one after the other, the newest only, at most one per pace. */
function paced(note: (step: string, done: number, total: number) => Promise<void>) {
  let latest: (() => Promise<void>) | undefined;
  let noting: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    while (latest !== undefined) {
      const next = latest;
      latest = undefined;
      await next().catch(() => {});
      if (latest !== undefined) await new Promise((resolve) => setTimeout(resolve, pace));
    }
    noting = undefined;
  };
  return {
    tell(step: string, done: number, total: number): void {
      latest = () => note(step, done, total);
      noting ??= work();
    },
    /** Nothing is noted after this. */
    async end(): Promise<void> {
      latest = undefined;
      await noting;
    },
  };
}
