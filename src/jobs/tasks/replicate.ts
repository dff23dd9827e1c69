/** Some replicates of one ranking. */
import { replicate, type Plan, type Replicates, type Table } from "#analysis";
import type { Progress } from "../../studies/study.ts";

export interface Portion {
  readonly ranking: number;
  /** Replicates from this one to, without, that one. */
  readonly from: number;
  readonly to: number;
}

export interface Replicating {
  readonly table: Table;
  readonly plan: Plan;
  readonly portion: Portion;
}

export const drawReplicates = (
  { table, plan, portion }: Replicating,
  progress: Progress,
): Replicates =>
  replicate(table, plan, {
    ...portion,
    onReplicate: (done) => progress("replicates of the ranking", done, portion.to - portion.from),
  });
