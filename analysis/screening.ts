/** Everything a plan found in a table, with what is needed to find it again. */
import type { Association } from "./association.ts";
import type { Plan } from "./plan.ts";
import type { Ranking, Unranked } from "./ranking.ts";
import type { WeightingReport } from "./weights/weighting-report.ts";

/** Which numbers were analysed: a SHA-256 over ids, levels and values of every column of the plan. */
export interface Fingerprint {
  readonly people: number;
  readonly sha256: string;
}

export interface Screening {
  /** Name and version of the program, as in package.json. */
  readonly engine: string;
  readonly dataset: Fingerprint;
  readonly plan: Plan;
  /** SHA-256 of the plan: equal ones asked the same question. */
  readonly planSha256: string;
  /** Null where everybody counts once. */
  readonly weighting: WeightingReport | null;
  readonly associations: readonly Association[];
  readonly rankings: readonly (Ranking | Unranked)[];
}
