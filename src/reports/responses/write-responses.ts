/** The answers of a wave as files in a folder. */
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { WaveSheet } from "../../fielding/sheet-of-wave.ts";
import { Problem } from "../../problem.ts";
import { responseFiles } from "./response-files.ts";

/**
 * All files or none: they are made beside the folder and moved into place at once. Nothing is ever overwritten.
 * @returns the paths written
 */
export async function writeResponses(folder: string, sheet: WaveSheet): Promise<string[]> {
  await checkFolder(folder);
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const { name, render } of responseFiles)
      await writeFile(join(draft, name), render(sheet), { mode: 0o600 });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return responseFiles.map(({ name }) => join(folder, name));
}

/** @throws Problem unless the folder is new or empty: for before the work */
export async function checkFolder(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new Problem("usage", `The answers cannot be written to "${folder}".`, {
      next: "Name a folder that does not exist yet.",
    });
  });
  if (there.length > 0)
    throw new Problem("usage", `"${folder}" is not empty, and nothing in it is overwritten.`, {
      next: "Name a folder that does not exist yet, or an empty one.",
    });
}
