/** Screenings of a study: what was asked, how far it is, what was found. Once ended, a screening stays as it is. */
import { randomUUID } from "node:crypto";
import { sql, type UpdateObject } from "kysely";
import { Problem } from "../problem.ts";
import type { Specification } from "../studies/run-study.ts";
import type { Read, Write } from "./connect.ts";
import { json } from "./json.ts";
import type { Schema, ScreeningState, StoredProblem } from "./schema.ts";

export interface ScreeningRecord {
  readonly id: string;
  readonly studyId: string;
  readonly specification: Specification;
  readonly state: ScreeningState;
  readonly step: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  /** Of a failed one. */
  readonly problem: StoredProblem | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** Queued, until its first progress. @returns its id. */
export async function startScreening(
  write: Write,
  studyId: string,
  specification: Specification,
): Promise<string> {
  const id = randomUUID();
  await write
    .insertInto("screenings")
    .values({ id, study_id: studyId, specification: json(specification) })
    .execute();
  return id;
}

/** @returns false when it has ended meanwhile: cancelled, or its study removed. */
export async function reportProgress(
  write: Write,
  id: string,
  progress: { readonly step: string; readonly done: number; readonly total: number },
): Promise<boolean> {
  return change(write, id, { state: "running", ...progress });
}

/** @param result screening.json, byte for byte. */
export async function finishScreening(write: Write, id: string, result: string): Promise<boolean> {
  return change(write, id, { state: "done", result, finished_at: now });
}

export async function failScreening(write: Write, id: string, error: Problem): Promise<boolean> {
  return change(write, id, { state: "failed", problem: json(stored(error)), finished_at: now });
}

export async function cancelScreening(write: Write, id: string): Promise<boolean> {
  return change(write, id, { state: "cancelled", finished_at: now });
}

/** Newest first. */
export async function screeningsOf(read: Read, studyId: string): Promise<ScreeningRecord[]> {
  return records(read).where("study_id", "=", studyId).execute();
}

/** The newest of a study, or the newest in one state. */
export async function latestScreening(
  read: Read,
  studyId: string,
  state?: ScreeningState,
): Promise<ScreeningRecord | undefined> {
  return records(read)
    .where("study_id", "=", studyId)
    .$if(state !== undefined, (query) => query.where("state", "=", state!))
    .limit(1)
    .executeTakeFirst();
}

export async function findScreening(read: Read, id: string): Promise<ScreeningRecord | undefined> {
  return records(read).where("id", "=", id).executeTakeFirst();
}

/** screening.json, byte for byte; undefined where it is not done. */
export async function screeningResult(read: Read, id: string): Promise<string | undefined> {
  const row = await read
    .selectFrom("screenings")
    .select("result")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.result ?? undefined;
}

/**
 * At start-up: whatever is under way belonged to a process that is gone. So one process at a time runs screenings.
 * @returns how many there were.
 */
export async function interruptedScreenings(write: Write): Promise<number> {
  const problem = stored(
    new Problem("work-stopped", "The program stopped while the screening ran.", {
      next: "Run it again: nothing else was lost.",
    }),
  );
  const { numUpdatedRows } = await write
    .updateTable("screenings")
    .set({ state: "failed", problem: json(problem), finished_at: now })
    .where("state", "in", underWay)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

const underWay: readonly ScreeningState[] = ["queued", "running"];
const now = sql<Date>`clock_timestamp()`;

const stored = ({ id, message, next, issues }: Problem): StoredProblem => ({
  id,
  detail: message,
  ...(next === undefined ? {} : { next }),
  issues,
});

function records(read: Read) {
  return read
    .selectFrom("screenings")
    .select(["id", "study_id as studyId", "specification", "state", "step", "done", "total"])
    .select(["problem", "created_at as createdAt", "finished_at as finishedAt"])
    .orderBy("created_at", "desc")
    .orderBy("id");
}

/** Only what is still under way can change. */
async function change(
  write: Write,
  id: string,
  to: UpdateObject<Schema, "screenings">,
): Promise<boolean> {
  const { numUpdatedRows } = await write
    .updateTable("screenings")
    .set(to)
    .where("id", "=", id)
    .where("state", "in", underWay)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
