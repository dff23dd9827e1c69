/** The joined table of a screening, made again; refused where the files are no longer the same. */
import type { Assembled } from "../../jobs/tasks/assemble.ts";
import { Problem } from "../../problem.ts";
import type { Finding } from "./finding.ts";
import type { OpenScreening } from "./screening.ts";
import { assemblyOf, keyOf, optionsOf } from "./study.ts";
import type { Reading } from "../world.ts";

/** @throws Problem "data-changed": a figure of other people must not stand beside what was found */
export async function sameData(
  world: Reading,
  { open, screening }: OpenScreening,
  { screening: { plan, dataset } }: Finding,
): Promise<Assembled> {
  if (open.confirmed.length === 0) throw changed();
  const options = optionsOf(screening.specification);
  const assembly = await assemblyOf(world, open.confirmed, options).catch((error: unknown) => {
    throw error instanceof Problem && unreadable.has(error.id) ? changed() : error;
  });
  const key = `${screening.id} ${keyOf(open.confirmed, options)}`;
  const { table } = assembly;
  const now = await world.identities.get(key, () => world.jobs.run("identify", { table, plan }));
  if (now?.sha256 !== dataset.sha256) throw changed();
  return assembly;
}

/** A file was removed that the codebook speaks of, or that the others were joined through. */
const unreadable: ReadonlySet<string> = new Set([
  "invalid-codebook",
  "unknown-column",
  "unjoinable-files",
  "unreadable-file",
]);

const changed = (): Problem =>
  new Problem("data-changed", "The files of the study are not those of this screening any more.", {
    next: "Compute the findings again from the plan.",
  });
