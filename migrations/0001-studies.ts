/** Studies, the files in them as sealed columns, and what was found. */
import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table studies (
    id text primary key,
    title text not null constraint studies_title_length check (char_length(title) between 1 and 200),
    created_at timestamptz not null default now(),
    sample boolean not null,
    id_column text,
    scoring text not null default 'all items'
      constraint studies_scoring_known check (scoring in ('all items', 'all but one', 'at least 60 %')),
    codebook jsonb,
    learning_outcomes jsonb,
    plan jsonb
  )`,

  // The same file twice is one dataset; two files of one name could not be told apart by a reader.
  `create table datasets (
    id text primary key,
    study_id text not null constraint datasets_study references studies on delete cascade,
    name text not null,
    sha256 text not null constraint datasets_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    encoding text not null
      constraint datasets_encoding_known check (encoding in ('utf-8', 'utf-16le', 'utf-16be', 'windows-1252')),
    delimiter text not null,
    rows integer not null constraint datasets_rows_counted check (rows >= 0),
    confirmed boolean not null,
    issues jsonb not null,
    created_at timestamptz not null default now(),
    constraint datasets_same_file unique (study_id, sha256),
    constraint datasets_same_name unique (study_id, name)
  )`,

  `create table dataset_columns (
    dataset_id text not null references datasets on delete cascade,
    position integer not null constraint dataset_columns_position check (position > 0),
    name text not null,
    type text not null constraint dataset_columns_type_known check (type in ('int8', 'int32')),
    dictionary text not null,
    primary key (dataset_id, position)
  )`,

  // Position 0 holds the line numbers, so a chunk refers to its dataset and not to a column.
  `create table dataset_chunks (
    dataset_id text not null references datasets on delete cascade,
    position integer not null constraint dataset_chunks_position check (position >= 0),
    block integer not null constraint dataset_chunks_block check (block >= 0),
    cells bytea not null constraint dataset_chunks_size check (octet_length(cells) <= 262144),
    primary key (dataset_id, position, block)
  )`,
  // Compressing would take longer than everything else about storing.
  `alter table dataset_chunks alter cells set storage external`,

  `create table screenings (
    id text primary key,
    study_id text not null constraint screenings_study references studies on delete cascade,
    specification jsonb not null,
    state text not null default 'queued'
      constraint screenings_state_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    step text not null default '',
    done bigint not null default 0 constraint screenings_done_counted check (done >= 0),
    total bigint not null default 0 constraint screenings_total_counted check (total >= 0),
    result text,
    problem jsonb,
    created_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    constraint screenings_done_has_result check ((state = 'done') = (result is not null)),
    constraint screenings_failed_has_problem check ((state = 'failed') = (problem is not null)),
    constraint screenings_ended_has_time
      check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
  )`,
  `create index screenings_by_study on screenings (study_id, created_at desc)`,
  `create index screenings_under_way on screenings (state) where state in ('queued', 'running')`,
];
