/** What waves looked like when they were taken into studies. */
import { randomUUID } from "node:crypto";
import type { Read, Write } from "./connect.ts";

export interface Snapshot {
  readonly id: string;
  readonly waveId: string;
  /** null: the study, or the file in it, is gone. */
  readonly studyId: string | null;
  readonly datasetId: string | null;
  readonly responses: number;
  /** Released figures, as JSON. */
  readonly comparison: string;
  readonly takenAt: Date;
}

export type NewSnapshot = Omit<Snapshot, "id" | "takenAt">;

export async function addSnapshot(write: Write, snapshot: NewSnapshot): Promise<void> {
  await write
    .insertInto("snapshots")
    .values({
      id: randomUUID(),
      wave_id: snapshot.waveId,
      study_id: snapshot.studyId,
      dataset_id: snapshot.datasetId,
      responses: snapshot.responses,
      comparison: snapshot.comparison,
    })
    .execute();
}

/** Newest first. */
export async function snapshotsOf(read: Read, waveId: string): Promise<Snapshot[]> {
  return read
    .selectFrom("snapshots")
    .select(["id", "wave_id as waveId", "study_id as studyId", "dataset_id as datasetId"])
    .select(["responses", "comparison", "taken_at as takenAt"])
    .where("wave_id", "=", waveId)
    .orderBy("taken_at", "desc")
    .orderBy("id")
    .execute();
}
