/** A study as most pages need it: what was decided, its files, and where one can go from here. */
import { createHash } from "node:crypto";
import { datasetsOf, type Dataset } from "../../db/datasets.ts";
import { latestScreening, type ScreeningRecord } from "../../db/screenings.ts";
import { findStudy, type StudyRecord } from "../../db/studies.ts";
import type { Assembled, ReadingOptions } from "../../jobs/tasks/assemble.ts";
import { Problem } from "../../problem.ts";
import type { Specification } from "../../studies/run-study.ts";
import type { Place, Step } from "../page.ts";
import { loadSources } from "./sources.ts";
import type { Reading } from "../world.ts";

export interface OpenStudy {
  readonly study: StudyRecord;
  /** Files a person has said yes to. */
  readonly confirmed: readonly Dataset[];
  /** Files a person has yet to look at. */
  readonly unconfirmed: readonly Dataset[];
  /** The newest screening that is done. */
  readonly latest: ScreeningRecord | undefined;
}

/** @throws Problem "not-found" */
export async function openStudy({ db }: Pick<Reading, "db">, id: string): Promise<OpenStudy> {
  const study = await findStudy(db.read, id);
  if (study === undefined)
    throw new Problem("not-found", "There is no such study.", {
      next: "Choose one from the list.",
    });
  const datasets = await datasetsOf(db.read, id);
  return {
    study,
    confirmed: datasets.filter(({ confirmed }) => confirmed),
    unconfirmed: datasets.filter(({ confirmed }) => !confirmed),
    latest: await latestScreening(db.read, id, "done"),
  };
}

export const addressOfStudy = (id: string): string => `/studies/${encodeURIComponent(id)}`;

export const addressOfScreening = ({ id, studyId }: ScreeningRecord): string =>
  `${addressOfStudy(studyId)}/screenings/${encodeURIComponent(id)}`;

/** @param screening the one that is looked at, rather than the newest. */
export function placeIn(
  { study, confirmed, latest }: OpenStudy,
  step: Step,
  screening: ScreeningRecord | undefined = latest,
): Place {
  const { id, title } = study;
  const here = addressOfStudy(id);
  const found = screening?.state === "done" ? addressOfScreening(screening) : undefined;
  return {
    step,
    study: { id, name: title },
    addresses: {
      files: `${here}/files`,
      ...(confirmed.length === 0 ? {} : { data: `${here}/data`, plan: `${here}/plan` }),
      ...(found === undefined
        ? {}
        : { findings: `${found}/findings`, download: `${found}/download` }),
    },
  };
}

type Decisions = Pick<StudyRecord, "idColumn" | "codebook" | "scoring">;

/** How the files are to be read and joined. */
export const readingOptions = ({ idColumn, codebook, scoring }: Decisions): ReadingOptions => ({
  ...(idColumn === null ? {} : { id: idColumn }),
  ...(codebook === null ? {} : { codebook }),
  scoring,
});

/** Names files and how they are read: the same key, the same table. */
export const keyOf = (files: readonly Dataset[], options: ReadingOptions): string =>
  createHash("sha256")
    .update(JSON.stringify([files.map(({ id }) => id), options]))
    .digest("hex");

/** The joined table, codebook and report. @throws Problem where there is no file, or they cannot be joined */
export async function assemblyOf(
  world: Reading,
  files: readonly Dataset[],
  options: ReadingOptions,
): Promise<Assembled> {
  if (files.length === 0)
    throw new Problem("not-found", "The study has no files yet.", { next: "Add files first." });
  return world.assemblies.get(keyOf(files, options), async () => {
    const sources = await loadSources(world.db, files);
    return world.jobs.run("assemble", { sources, ...options });
  });
}

export const assemblyOfStudy = (
  world: Reading,
  { study, confirmed }: OpenStudy,
): Promise<Assembled> => assemblyOf(world, confirmed, readingOptions(study));

/** The same from what a screening was asked. */
export const optionsOf = ({ id, codebook, scoring }: Specification): ReadingOptions => ({
  ...(id === undefined ? {} : { id }),
  ...(codebook === undefined ? {} : { codebook }),
  scoring,
});
