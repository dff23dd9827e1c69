/** The files of a study, from the database to a thread. */
import type { Database } from "../../db/connect.ts";
import { loadSource, type Dataset } from "../../db/datasets.ts";
import type { Source } from "../../intake/source.ts";

export async function loadSources(
  db: Pick<Database, "read">,
  datasets: readonly Dataset[],
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { id } of datasets) sources.push(await loadSource(db, id));
  return sources;
}
