/** The main job, the same for the command line and the service: files and a specification in, findings out. */
import { rank, screen } from "#analysis";
import type { EvidencedOutcome, Plan, Screening } from "#analysis";
import type { CodebookOverride } from "#surveys";
import type { Source } from "../intake/source.ts";
import { assemble } from "./assemble.ts";
import { engine } from "./engine.ts";
import { fingerprint } from "./fingerprint.ts";
import { resolvePlan, type PlanRequest } from "./plan.ts";
import type { Assembly, Progress, ScoringRule, Study } from "./study.ts";

/** Everything a person decides. Nothing else changes a number. */
export interface Specification {
  /** Column that names the person in every file. */
  readonly id?: string;
  readonly codebook?: CodebookOverride;
  readonly scoring: ScoringRule;
  readonly plan: PlanRequest;
  readonly learningOutcomes?: readonly EvidencedOutcome[];
}

export function runStudy(
  sources: readonly Source[],
  specification: Specification,
  progress: Progress,
): Study {
  const { id, codebook, scoring } = specification;
  const assembly = assemble(sources, {
    ...(id === undefined ? {} : { id }),
    ...(codebook === undefined ? {} : { codebook }),
    scoring,
  });
  progress("files joined", 1, 1);
  const plan = resolvePlan(assembly, specification.plan, specification.learningOutcomes ?? []);
  return { assembly, screening: analyse(assembly, plan, progress) };
}

function analyse(assembly: Assembly, plan: Plan, progress: Progress): Screening {
  const { table } = assembly;
  const associations = screen(table, plan, (done, total) =>
    progress("pairs screened", done, total),
  );
  const rankings = rank(table, plan, (done, total) =>
    progress("replicates of the ranking", done, total),
  );
  return { engine, dataset: fingerprint(table, plan), plan, associations, rankings };
}
