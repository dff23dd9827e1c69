/** One screening as its pages need it. */
import { findScreening, screeningResult, type ScreeningRecord } from "../../db/screenings.ts";
import type { ChartOrder, Drawn } from "../../jobs/tasks/draw.ts";
import { Problem } from "../../problem.ts";
import { readFinding, type Finding } from "./finding.ts";
import { openStudy, type OpenStudy } from "./study.ts";
import type { Reading } from "../world.ts";

interface Named {
  readonly study: string;
  readonly screening: string;
}

export interface OpenScreening {
  readonly open: OpenStudy;
  readonly screening: ScreeningRecord;
}

/** @throws Problem "not-found", also where the screening is of another study */
export async function openScreening(
  world: Pick<Reading, "db">,
  names: Named,
): Promise<OpenScreening> {
  const open = await openStudy(world, names.study);
  const screening = await findScreening(world.db.read, names.screening);
  if (screening === undefined || screening.studyId !== open.study.id)
    throw new Problem("not-found", "There is no such screening in this study.", {
      next: "Compute the findings from the plan.",
    });
  return { open, screening };
}

/** screening.json, byte for byte. @throws Problem "not-found" while it is not done */
export async function resultOf(
  { db }: Pick<Reading, "db">,
  { id }: ScreeningRecord,
): Promise<string> {
  const text = await screeningResult(db.read, id);
  if (text === undefined)
    throw new Problem("not-found", "The screening is not done, so nothing is found yet.", {
      next: "Wait for it, or compute the findings again.",
    });
  return text;
}

/** A screening that is done never changes, so what was read of it is kept. */
export const findingOf = (world: Reading, screening: ScreeningRecord): Promise<Finding> =>
  world.findings.get(screening.id, async () => readFinding(await resultOf(world, screening)));

/** A chart of a screening; the same one is drawn once. */
export const drawn = (
  world: Reading,
  { id }: ScreeningRecord,
  { key, order }: { readonly key: readonly unknown[]; readonly order: ChartOrder },
): Promise<Drawn | null> =>
  world.drawings.get(JSON.stringify([id, order.chart, key]), () => world.jobs.run("draw", order));
