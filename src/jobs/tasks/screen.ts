/** Files and a specification → screening.json, by the same way and so with the same bytes as the command line. */
import { release } from "#analysis";
import type { Source } from "../../intake/source.ts";
import { screeningJson } from "../../reports/screening-json.ts";
import { runStudy, type Specification } from "../../studies/run-study.ts";
import type { Progress } from "../../studies/study.ts";
import { spareProcessors } from "../processors.ts";
import { rankInParallel } from "../rank-in-parallel.ts";

export interface Question {
  readonly sources: readonly Source[];
  readonly specification: Specification;
}

export async function screen(
  { sources, specification }: Question,
  progress: Progress,
): Promise<string> {
  const study = await runStudy(sources, specification, {
    progress,
    rank: rankInParallel(spareProcessors),
  });
  return screeningJson(study, release(study.screening));
}
