/** The main job, the same for the command line and the service: files and a specification in, findings out. */
import { rank, screen, weightingOf } from "#analysis";
import type { EvidencedOutcome, Plan, Ranking, Screening, Table, Unranked } from "#analysis";
import type { CodebookOverride } from "#surveys";
import type { Source } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import { assemble } from "./assemble.ts";
import { engine } from "./engine.ts";
import { fingerprint } from "./fingerprint.ts";
import { hashOfPlan } from "./hash-of-plan.ts";
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

/** Ranks a table as a plan says, here or with the help of other threads: always to the same bytes. */
export type Ranker = (
  table: Table,
  plan: Plan,
  onProgress: (done: number, total: number) => void,
) => readonly (Ranking | Unranked)[] | Promise<readonly (Ranking | Unranked)[]>;

export interface Running {
  readonly progress?: Progress;
  /** Absent: here. */
  readonly rank?: Ranker;
}

export async function runStudy(
  sources: readonly Source[],
  specification: Specification,
  { progress = () => {}, rank: ranker = rank }: Running = {},
): Promise<Study> {
  const { id, codebook, scoring } = specification;
  const assembly = assemble(sources, {
    ...(id === undefined ? {} : { id }),
    ...(codebook === undefined ? {} : { codebook }),
    scoring,
  });
  progress("files joined", 1, 1);
  const plan = resolvePlan(assembly, specification.plan, specification.learningOutcomes ?? []);
  return { assembly, screening: await analyse(assembly, plan, { progress, rank: ranker }) };
}

async function analyse(
  { table }: Assembly,
  plan: Plan,
  { progress, rank: ranker }: Required<Running>,
): Promise<Screening> {
  const weighting = weightingOf(table, plan);
  if (!weighting.ok)
    throw new Problem("invalid-plan", weighting.message, {
      next: "Change what the plan says of how people were drawn and weighed, or leave it out.",
    });
  const associations = screen(table, plan, (done, total) =>
    progress("pairs screened", done, total),
  );
  const rankings = await ranker(table, plan, (done, total) =>
    progress("replicates of the ranking", done, total),
  );
  return {
    engine,
    dataset: fingerprint(table, plan),
    plan,
    planSha256: hashOfPlan(plan),
    weighting: weighting.report,
    associations,
    rankings,
  };
}
