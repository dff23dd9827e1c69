import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateCampus, type CampusFile } from "./campus.ts";

export type CampusPaths = Readonly<Record<CampusFile | "clos.json", string>>;

/** Writes the three files of the sample campus and its learning outcomes into a folder, made if need be. */
export async function writeCampus(
  folder: string,
  options: { people?: number; seed?: number } = {},
): Promise<CampusPaths> {
  const { files, clos } = generateCampus(options);
  await mkdir(folder, { recursive: true });
  const all = [...files, { name: "clos.json" as const, text: clos }];
  await Promise.all(all.map(({ name, text }) => writeFile(join(folder, name), text)));
  return Object.fromEntries(all.map(({ name }) => [name, join(folder, name)])) as CampusPaths;
}
