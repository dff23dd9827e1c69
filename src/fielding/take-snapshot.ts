/** A wave, as it is now, becomes a file of a study: the same way on from there as any other file. */
import { looksLikeIdentifier } from "#surveys";
import type { Database, Read } from "../db/connect.ts";
import { columnNames, datasetsOf, removeDataset, storeDataset } from "../db/datasets.ts";
import { addSnapshot, snapshotsOf } from "../db/snapshots.ts";
import { findStudy, type StudyRecord } from "../db/studies.ts";
import { findWave, type Wave } from "../db/waves.ts";
import type { Jobs } from "../jobs/index.ts";
import { Problem } from "../problem.ts";
import { sameColumn } from "../studies/join/id-column.ts";
import { collectWave } from "./collect.ts";

interface Needed {
  readonly db: Database;
  readonly jobs: Jobs;
}

export interface Taken {
  readonly datasetId: string;
  readonly responses: number;
}

/**
 * An earlier file of the same wave leaves the study: its answers are in the new one.
 * @throws Problem where there is no such wave or study, or nothing was answered yet
 */
export async function takeSnapshot(
  { db, jobs }: Needed,
  {
    waveId,
    studyId,
    now,
  }: { readonly waveId: string; readonly studyId: string; readonly now: Date },
): Promise<Taken> {
  const wave = await findWave(db.read, waveId);
  const study = await findStudy(db.read, studyId);
  if (wave === undefined || study === undefined)
    throw new Problem("not-found", `There is no such ${wave === undefined ? "wave" : "study"}.`, {
      next: "Choose one from the list.",
    });
  const collected = await collectWave(db.read, wave);
  const responses = collected.responses.length;
  if (responses === 0)
    throw new Problem("nothing-answered", "Nobody has sent a page of this wave yet.", {
      next: "Take the wave into a study when there are answers.",
    });
  const person = await personColumn(db.read, study);
  const { source, issues, scales } = await jobs.run("collect", {
    wave: collected,
    person,
    name: fileName(wave, now),
  });
  const datasetId = await storeDataset(db, studyId, source, issues, { confirmed: true });
  for (const before of await snapshotsOf(db.read, waveId))
    if (before.studyId === studyId && before.datasetId !== null && before.datasetId !== datasetId)
      await removeDataset(db.write, before.datasetId);
  const comparison = JSON.stringify(scales);
  await addSnapshot(db.write, { waveId, studyId, datasetId, responses, comparison });
  return { datasetId, responses };
}

/** The column by which the study joins its files, so that the new one joins without being asked. */
async function personColumn(read: Read, { id, idColumn }: StudyRecord): Promise<string> {
  if (idColumn !== null) return idColumn;
  const [first = [], ...others] = await Promise.all(
    (await datasetsOf(read, id)).map((dataset) => columnNames(read, dataset.id)),
  );
  const common = first.filter((name) =>
    others.every((names) => names.some((other) => sameColumn(name, other))),
  );
  return common.find(looksLikeIdentifier) ?? "person_id";
}

/** To the minute: taken twice, two names. */
const fileName = ({ title }: Wave, now: Date): string =>
  `${title} ${now.toISOString().slice(0, 19).replace("T", " ").replaceAll(":", ".")}.csv`;
