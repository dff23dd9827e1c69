/** Files and a codebook → one table of people, in shared memory, with what was decided about every variable. */
import type { CodebookOverride } from "#surveys";
import type { Source } from "../../intake/source.ts";
import { assemble } from "../../studies/assemble.ts";
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
export type Assembled = Omit<Assembly, "ids">;

export function assembleStudy({ sources, ...options }: Files): Assembled {
  const { table, codebook, join, issues } = assemble(sources, options);
  return { table: share(table), codebook, join, issues };
}
