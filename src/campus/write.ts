import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asJson, generateCampus } from "./campus.ts";

/** Where the files lie. */
export interface CampusPaths {
  readonly data: readonly string[];
  readonly plan: string;
  readonly clos: string;
  readonly codebook: string;
}

/** Writes the sample campus into a folder, made if need be: three CSV files, plan.json, clos.json, codebook.json. */
export async function writeCampus(
  folder: string,
  options: { people?: number; seed?: number } = {},
): Promise<CampusPaths> {
  const { files, plan, clos, codebook } = generateCampus(options);
  await mkdir(folder, { recursive: true });
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  return {
    data: await Promise.all(files.map(({ name, text }) => write(name, text))),
    plan: await write("plan.json", asJson(plan)),
    clos: await write("clos.json", clos),
    codebook: await write("codebook.json", codebook),
  };
}
