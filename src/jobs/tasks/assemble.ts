/** Files and a codebook → one table of people, in shared memory, with what was decided about every variable. */
import type { Fingerprint, Plan } from "#analysis";
import type { CodebookOverride } from "#surveys";
import type { Source } from "../../intake/source.ts";
import { assemble } from "../../studies/assemble.ts";
import { columnsOf, fingerprint } from "../../studies/fingerprint.ts";
import type { Assembly, ScoringRule } from "../../studies/study.ts";
import { share } from "../share.ts";

export interface ReadingOptions {
  /** Column that names the person in every file. */
  readonly id?: string;
  readonly codebook?: CodebookOverride;
  readonly scoring?: ScoringRule;
}

export interface Files extends ReadingOptions {
  readonly sources: readonly Source[];
}

/** Without the ids of people: no page needs them, and they would be the largest part. */
export type Assembled = Omit<Assembly, "ids"> & {
  /** Of what the plan reads; null without a plan, or where a variable of it is gone. */
  readonly fingerprint: Fingerprint | null;
};

export function assembleStudy({
  sources,
  plan,
  ...options
}: Files & { readonly plan?: Plan }): Assembled {
  const { table, codebook, join, issues } = assemble(sources, options);
  const whole = plan !== undefined && columnsOf(plan).every((id) => table.columns.has(id));
  const known = whole ? fingerprint(table, plan) : null;
  return { table: share(table), codebook, join, issues, fingerprint: known };
}
