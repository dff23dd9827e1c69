/** From an upload to datasets that wait for a person's yes: receive, read in a thread, store. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { datasetsOf, removeDataset, storeDataset } from "../../db/datasets.ts";
import { listStudies } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import { receiveBody, receiveForm, type Received } from "./receive.ts";
import type { Writing } from "../world.ts";

type Needed = Pick<Writing, "db" | "jobs" | "config" | "uploads">;

export interface Uploaded {
  readonly name: string;
  /** Of the dataset; for the same file once more, the one it is already. */
  readonly id: string;
  readonly alreadyThere: boolean;
}

export interface Refused {
  readonly name: string;
  readonly problem: Problem;
}

/** All files of a form. A file that cannot be read keeps none of the others out. */
export async function uploadForm(
  needed: Needed,
  studyId: string,
  request: Request,
): Promise<{ readonly stored: readonly Uploaded[]; readonly refused: readonly Refused[] }> {
  return inFolder(needed.uploads, async (folder) => {
    const files = await receiveForm(request, folder, needed.config.uploadLimit);
    const stored: Uploaded[] = [];
    const refused: Refused[] = [];
    for (const file of files)
      try {
        stored.push(await store(needed, studyId, file, { confirmed: false }));
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        refused.push({ name: file.name, problem });
      }
    return { stored, refused };
  });
}

/** One file as the body, from a program: it has been looked at there. */
export async function uploadBody(
  needed: Needed,
  studyId: string,
  { request, name }: { readonly request: Request; readonly name: string },
): Promise<Uploaded> {
  return inFolder(needed.uploads, async (folder) => {
    const path = join(folder, "0.csv");
    const file = await receiveBody(request, { path, name, limit: needed.config.uploadLimit });
    return store(needed, studyId, file, { confirmed: true });
  });
}

/** At start-up: what nobody said yes to before the program stopped, and what was on its way in. */
export async function forgetUnconfirmed({
  db,
  uploads,
}: Pick<Writing, "db" | "uploads">): Promise<void> {
  await rm(uploads, { recursive: true, force: true });
  for (const study of await listStudies(db.read))
    for (const { id, confirmed } of await datasetsOf(db.read, study.id))
      if (!confirmed) await removeDataset(db.write, id);
}

async function store(
  { db, jobs }: Needed,
  studyId: string,
  { path, name, sha256 }: Received,
  { confirmed }: { readonly confirmed: boolean },
): Promise<Uploaded> {
  const same = (await datasetsOf(db.read, studyId)).find((each) => each.sha256 === sha256);
  if (same !== undefined) return { name, id: same.id, alreadyThere: true };
  const { source, issues } = await jobs.run("read file", { path, name });
  const id = await storeDataset(db, studyId, source, issues, { confirmed });
  return { name, id, alreadyThere: false };
}

async function inFolder<T>(uploads: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(uploads, "in-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
