/** A study: files joined per person, a codebook, a plan, and what was found. */
import type { Screening, Table } from "#analysis";
import type { Codebook } from "#surveys";
import type { Issue } from "../intake/source.ts";

/** How many answers a scale needs before it is scored. */
export const scoringRules = ["all items", "all but one", "at least 60 %"] as const;
export type ScoringRule = (typeof scoringRules)[number];

export interface JoinReport {
  /** People in at least one file. */
  readonly people: number;
  /** People in every file. */
  readonly inAll: number;
  readonly files: readonly {
    readonly name: string;
    /** "plain", "nsse" or "event log". */
    readonly format: string;
    readonly rows: number;
    readonly people: number;
    /** People of this file found in no other file (0 with a single file). */
    readonly unmatched: number;
  }[];
}

/** Files joined and read by their codebook, ready to be asked. Nothing here depends on the plan. */
export interface Assembly {
  /** One row per person, in order of first appearance over the files as given. */
  readonly table: Table;
  readonly codebook: Codebook;
  readonly join: JoinReport;
  readonly issues: readonly Issue[];
  /** Person ids exactly as in the files, by row of the table. */
  readonly ids: readonly string[];
}

export interface Study {
  readonly assembly: Assembly;
  readonly screening: Screening;
}

/** Told while long work goes on; `total` may be unknown (0). */
export type Progress = (step: string, done: number, total: number) => void;
