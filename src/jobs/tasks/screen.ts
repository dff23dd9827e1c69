/** Files and a specification → screening.json, by the same way and so with the same bytes as the command line. */
import { release } from "#analysis";
import type { Source } from "../../intake/source.ts";
import { screeningJson } from "../../reports/screening-json.ts";
import { runStudy, type Specification } from "../../studies/run-study.ts";
import type { Progress } from "../../studies/study.ts";

export interface Question {
  readonly sources: readonly Source[];
  readonly specification: Specification;
}

export function screen({ sources, specification }: Question, progress: Progress): string {
  const study = runStudy(sources, specification, progress);
  return screeningJson(study, release(study.screening));
}
