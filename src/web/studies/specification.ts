/** A study as the command line would be asked it: the same words, so the same bytes. */
import type { StudyRecord } from "../../db/studies.ts";
import { Problem } from "../../problem.ts";
import type { Specification } from "../../studies/run-study.ts";

export function specificationOf(study: StudyRecord): Specification {
  const { idColumn, codebook, scoring, plan, learningOutcomes } = study;
  if (plan === null)
    throw new Problem("invalid-plan", "The study has no plan yet.", { next: "Save a plan first." });
  return {
    ...(idColumn === null ? {} : { id: idColumn }),
    ...(codebook === null ? {} : { codebook }),
    ...(learningOutcomes === null ? {} : { learningOutcomes }),
    scoring,
    plan,
  };
}
