/** A file of the report of a screening. */
import { Problem } from "../../problem.ts";
import { reportFiles, type ReportFile } from "../../reports/index.ts";
import { findingOf, resultOf, type OpenScreening } from "./screening.ts";
import { sameData } from "./same-data.ts";
import { loadSources } from "./sources.ts";
import type { Reading } from "../world.ts";

/** @throws Problem where there is no such file, the screening is not done, or its files are no longer the same */
export async function reportText(
  world: Reading,
  found: OpenScreening,
  name: string,
): Promise<{ readonly text: string } & Pick<ReportFile, "name" | "mediaType">> {
  const { open, screening } = found;
  const file = reportFiles.find((each) => each.name === name);
  if (file === undefined)
    throw new Problem("not-found", "A report has no such file.", {
      next: `Its files are: ${reportFiles.map((each) => each.name).join(", ")}.`,
    });
  const { mediaType } = file;
  const text = await resultOf(world, screening);
  // What was stored is the file itself, and needs no data.
  if (name === "screening.json") return { name, mediaType, text };
  await sameData(world, found, await findingOf(world, screening));
  const sources = await loadSources(world.db, open.confirmed);
  const { specification } = screening;
  const order = { name, sources, specification, screening: text };
  return { name, mediaType, text: await world.jobs.run("render", order) };
}
