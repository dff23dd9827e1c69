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
  readonly instruments: InstrumentsTable;
  readonly instrument_versions: InstrumentVersionsTable;
  readonly waves: WavesTable;
  readonly invitations: InvitationsTable;
  readonly responses: ResponsesTable;
  readonly answer_events: AnswerEventsTable;
  readonly snapshots: SnapshotsTable;
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
  /** What the file says of its own columns. */
  readonly codebook: Json<CodebookOverride> | null;
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

interface InstrumentsTable {
  readonly id: Fixed<string>;
  readonly title: string;
  readonly sample: Generated<boolean>;
  readonly created_at: Stamped;
}

interface InstrumentVersionsTable {
  readonly id: Fixed<string>;
  readonly instrument_id: Fixed<string>;
  /** null: the draft. */
  readonly number: number | null;
  /** SurveyJS JSON. */
  readonly definition: string;
  readonly codebook: string;
  /** Of definition and codebook. */
  readonly sha256: string;
  readonly created_at: Stamped;
  readonly published_at: Date | null;
}

interface WavesTable {
  readonly id: Fixed<string>;
  readonly instrument_id: Fixed<string>;
  /** The version that is shown now. */
  readonly version_id: string;
  readonly title: string;
  readonly anonymous: Fixed<boolean>;
  readonly opens_at: Date;
  readonly closes_at: Date | null;
  /** Days after the end in which those inside may finish. */
  readonly grace_days: Generated<number>;
  /** The last part of the address that anybody may use; null: personal links only. */
  readonly open_link: string | null;
  readonly sample: Generated<boolean>;
  readonly created_at: Stamped;
}

interface InvitationsTable {
  readonly id: Fixed<string>;
  readonly wave_id: Fixed<string>;
  readonly person_id: Fixed<string>;
  /** The other columns of the roster: a JSON object of texts. */
  readonly facts: string;
  readonly token_hash: Fixed<string>;
  readonly created_at: Stamped;
}

interface ResponsesTable {
  /** A hash of the token, another than that of the invitation. */
  readonly id: Fixed<string>;
  readonly wave_id: Fixed<string>;
  /** null: an open link, or an anonymous wave. */
  readonly invitation_id: Fixed<string | null>;
  readonly link: Fixed<"personal" | "open">;
  readonly seed: Fixed<number>;
  /** A JSON array of ids. */
  readonly modules: Fixed<string>;
  readonly locale: string;
  readonly device: Fixed<Device>;
  readonly consent_version: Fixed<string>;
  readonly consented_at: Fixed<Date>;
  readonly started_at: Fixed<Date>;
  readonly completed_at: Date | null;
  readonly withdrawn_at: Date | null;
}

/** Appended only. */
interface AnswerEventsTable {
  readonly id: ColumnType<number, never, never>;
  readonly response_id: Fixed<string>;
  /** One per rendered form. */
  readonly key: Fixed<string>;
  /** Of what the form sent. */
  readonly digest: Fixed<string>;
  /** The last event of the same key that sent something else; 0: none. */
  readonly replaced: Fixed<number>;
  readonly section: Fixed<string>;
  readonly version_id: Fixed<string>;
  readonly locale: Fixed<string>;
  /** A JSON object over the items that were asked; null: left blank. */
  readonly answers: Fixed<string>;
  /** What was typed and could not be used, by item and suffix; null: nothing. */
  readonly typed: Fixed<string | null>;
  /** The last event that the form knew of; 0: none. What it left as it was is no write. */
  readonly seen: Fixed<number>;
  /** From showing to sending. */
  readonly seconds: Fixed<number | null>;
  readonly device: Fixed<Device>;
  /** After the wave was closed. */
  readonly late: Fixed<boolean>;
  readonly at: Fixed<Date>;
}

interface SnapshotsTable {
  readonly id: Fixed<string>;
  readonly wave_id: Fixed<string>;
  readonly study_id: string | null;
  readonly dataset_id: string | null;
  readonly responses: Fixed<number>;
  /** Released figures of the scales, as JSON. */
  readonly comparison: Fixed<string>;
  readonly taken_at: Stamped;
}

export const devices = ["phone", "tablet", "desktop", "unknown"] as const;
export type Device = (typeof devices)[number];

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
