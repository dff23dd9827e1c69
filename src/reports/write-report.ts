import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { release } from "#analysis";
import { Problem } from "../problem.ts";
import type { Study } from "../studies/study.ts";
import { reportFiles } from "./report-files.ts";

/**
 * Writes all files or none: they are made in a folder beside and moved into place at once. An earlier report
 * is replaced; a folder that holds anything else is left alone.
 *
 * @returns the paths written
 */
export async function writeReport(folder: string, study: Study): Promise<string[]> {
  const { target, earlier } = await placeFor(folder);
  const released = release(study.screening);
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const inside = join(draft, "report");
    await mkdir(inside);
    for (const file of reportFiles)
      await writeFile(join(inside, file.name), await file.render(study, released));
    await swapIn(inside, target, earlier ? join(draft, "earlier") : undefined);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return reportFiles.map(({ name }) => join(folder, name));
}

/** Throws the Problem that writing there would end with: for before the work. */
export async function checkReportFolder(folder: string): Promise<void> {
  await placeFor(folder);
}

async function placeFor(folder: string): Promise<{ target: string; earlier: boolean }> {
  const target = await realpath(folder).catch(() => resolve(folder));
  return { target, earlier: await isEarlierReport(target, folder) };
}

/** False where nothing is there; a Problem where something else is. */
async function isEarlierReport(target: string, folder: string): Promise<boolean> {
  const there = await lstat(target).catch(() => undefined);
  if (there === undefined) return false;
  if (!there.isDirectory()) throw notAReport(folder, "it is a file");
  const names = await readdir(target);
  if (names.length === 0) return true;
  const stranger = names.find((name) => !reportFiles.some((file) => file.name === name));
  if (stranger !== undefined) throw notAReport(folder, `it holds "${stranger}"`);
  const json = await readFile(join(target, "screening.json"), "utf8").catch(() => "");
  if (!json.includes('"format": "throughline-screening/'))
    throw notAReport(folder, "it does not hold an earlier report");
  return true;
}

/** @param aside where the earlier report goes; it comes back if the new one cannot take its place */
async function swapIn(inside: string, target: string, aside: string | undefined): Promise<void> {
  // A mounted volume cannot be moved; a folder inside it can.
  if (aside !== undefined)
    await rename(target, aside).catch((error: Error) => {
      throw notAReport(target, `it cannot be moved (${error.message})`);
    });
  try {
    await rename(inside, target);
  } catch (error) {
    if (aside !== undefined) await rename(aside, target);
    throw error;
  }
}

const notAReport = (folder: string, because: string): Problem =>
  new Problem("usage", `The report cannot be written to "${folder}": ${because}.`, {
    next: "Name a folder that does not exist yet, or one that holds only an earlier report.",
  });
