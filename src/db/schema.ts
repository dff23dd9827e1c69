/** The tables as the migrations leave them; a test holds them against the database itself. */
import type { ColumnType, Generated } from "kysely";
import type { EvidencedOutcome } from "#analysis";
import type { CodebookOverride } from "#surveys";
import type { Issue, Source } from "../intake/source.ts";
import type { ProblemId } from "../problem.ts";
import type { PlanRequest } from "../studies/plan.ts";
import type { Specification } from "../studies/run-study.ts";
import type { ScoringRule } from "../studies/study.ts";
import type { Written } from "./json.ts";

export interface Schema {
  readonly studies: StudiesTable;
  readonly datasets: DatasetsTable;
  readonly dataset_columns: DatasetColumnsTable;
  readonly dataset_chunks: DatasetChunksTable;
  readonly screenings: ScreeningsTable;
}

interface StudiesTable {
  readonly id: Fixed<string>;
  readonly title: string;
  readonly created_at: Stamped;
  /** Made up by the program, to look around. */
  readonly sample: Fixed<boolean>;
  /** Column that names the person; null: recognised. */
  readonly id_column: string | null;
  readonly scoring: Generated<ScoringRule>;
  readonly codebook: Json<CodebookOverride> | null;
  readonly learning_outcomes: Json<readonly EvidencedOutcome[]> | null;
  readonly plan: Json<PlanRequest> | null;
}

interface DatasetsTable {
  readonly id: Fixed<string>;
  readonly study_id: Fixed<string>;
  readonly name: Fixed<string>;
  readonly sha256: Fixed<string>;
  readonly encoding: Fixed<Source["encoding"]>;
  readonly delimiter: Fixed<string>;
  readonly rows: Fixed<number>;
  /** A person has looked at it and said yes. */
  readonly confirmed: boolean;
  readonly issues: Json<readonly Issue[]>;
  readonly created_at: Stamped;
}

interface DatasetColumnsTable {
  readonly dataset_id: Fixed<string>;
  readonly position: Fixed<number>;
  readonly name: Fixed<string>;
  readonly type: Fixed<"int8" | "int32">;
  /** A JSON array, as text: jsonb cannot hold every string a cell can. */
  readonly dictionary: Fixed<string>;
}

/** 65,536 cells of one column, little-endian. Position 0: the line on which each row starts. */
interface DatasetChunksTable {
  readonly dataset_id: Fixed<string>;
  readonly position: Fixed<number>;
  readonly block: Fixed<number>;
  readonly cells: Fixed<Uint8Array>;
}

interface ScreeningsTable {
  readonly id: Fixed<string>;
  readonly study_id: Fixed<string>;
  readonly specification: Json<Specification>;
  readonly state: Generated<ScreeningState>;
  readonly step: Generated<string>;
  readonly done: Generated<number>;
  readonly total: Generated<number>;
  /** screening.json, byte for byte. */
  readonly result: string | null;
  readonly problem: Json<StoredProblem> | null;
  readonly created_at: Stamped;
  readonly finished_at: ColumnType<Date | null, never, Date>;
}

export const screeningStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type ScreeningState = (typeof screeningStates)[number];

/** A `Problem` in a row. */
export interface StoredProblem {
  readonly id: ProblemId;
  readonly detail: string;
  readonly next?: string;
  readonly issues: readonly Issue[];
}

/** Written once, then never changed. */
type Fixed<T> = ColumnType<T, T, never>;
/** Set by the database. */
type Stamped = ColumnType<Date, never, never>;
/** Written through `json()` only: the two drivers disagree about everything else. */
type Json<T> = ColumnType<T, Written<T>, Written<T>>;
