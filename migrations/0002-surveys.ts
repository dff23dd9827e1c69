/**
 * Instruments and their versions, waves, who is invited, and what was answered.
 *
 * Documents are text, not jsonb: an answer may hold characters that jsonb cannot. No column holds a link: only
 * hashes, and the one that finds an invitation is not the one that finds a response.
 */
import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // A file can bring what is known of its columns: those that a wave left do.
  `alter table datasets add column codebook jsonb`,

  `create table instruments (
    id text primary key,
    title text not null constraint instruments_title_length check (char_length(title) between 1 and 200),
    sample boolean not null default false,
    created_at timestamptz not null default now()
  )`,

  // number null: the draft, of which there is one at most.
  `create table instrument_versions (
    id text primary key,
    instrument_id text not null constraint instrument_versions_instrument references instruments on delete cascade,
    number integer constraint instrument_versions_number check (number > 0),
    definition text not null,
    codebook text not null,
    sha256 text not null constraint instrument_versions_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null default now(),
    published_at timestamptz,
    constraint instrument_versions_published check ((number is null) = (published_at is null)),
    constraint instrument_versions_same_number unique (instrument_id, number)
  )`,
  `create unique index instrument_versions_one_draft on instrument_versions (instrument_id) where number is null`,
  // What was fielded stays what it was, whoever asks.
  `create function keep_published_versions() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'restrict_violation', constraint = 'instrument_versions_immutable',
      message = 'a published version is never changed';
  end $$`,
  `create trigger instrument_versions_immutable before update on instrument_versions
    for each row when (old.number is not null) execute function keep_published_versions()`,

  `create table waves (
    id text primary key,
    instrument_id text not null constraint waves_instrument references instruments on delete restrict,
    version_id text not null constraint waves_version references instrument_versions on delete restrict,
    title text not null constraint waves_title_length check (char_length(title) between 1 and 200),
    anonymous boolean not null,
    opens_at timestamptz not null,
    closes_at timestamptz,
    grace_days integer not null default 7 constraint waves_grace check (grace_days between 0 and 60),
    open_link text constraint waves_open_link unique,
    sample boolean not null default false,
    created_at timestamptz not null default now(),
    constraint waves_open_before_closed check (closes_at is null or closes_at > opens_at)
  )`,

  // facts: the other columns of the roster, a JSON object of texts.
  `create table invitations (
    id text primary key,
    wave_id text not null constraint invitations_wave references waves on delete cascade,
    person_id text not null constraint invitations_person check (char_length(person_id) between 1 and 200),
    facts text not null,
    token_hash text not null constraint invitations_token unique,
    created_at timestamptz not null default now(),
    constraint invitations_same_person unique (wave_id, person_id)
  )`,

  // In an anonymous wave invitation_id is null and times are days: nothing joins an answer to a person.
  `create table responses (
    id text primary key,
    wave_id text not null constraint responses_wave references waves on delete cascade,
    invitation_id text constraint responses_invitation references invitations on delete cascade
      constraint responses_one_per_invitation unique,
    link text not null constraint responses_link_known check (link in ('personal', 'open')),
    seed integer not null,
    modules text not null,
    locale text not null,
    device text not null,
    consent_version text not null,
    consented_at timestamptz not null,
    started_at timestamptz not null,
    completed_at timestamptz,
    withdrawn_at timestamptz
  )`,
  `create index responses_by_wave on responses (wave_id)`,

  // Appended only. key: one per rendered form; digest: of what it sent, so that the same key with other answers counts.
  // replaced: the last event of the same key that sent something else, so that "yes", "no" and "yes" again are three.
  `create table answer_events (
    id bigint generated always as identity primary key,
    response_id text not null constraint answer_events_response references responses on delete cascade,
    key text not null constraint answer_events_key check (char_length(key) between 16 and 64),
    digest text not null,
    replaced bigint not null,
    section text not null,
    version_id text not null constraint answer_events_version references instrument_versions on delete restrict,
    locale text not null,
    answers text not null,
    typed text,
    seen bigint not null,
    seconds integer,
    device text not null,
    late boolean not null,
    at timestamptz not null,
    constraint answer_events_once unique (response_id, key, digest, replaced)
  )`,

  // What a wave looked like when it was taken into a study; figures given back to respondents come from here only.
  `create table snapshots (
    id text primary key,
    wave_id text not null constraint snapshots_wave references waves on delete cascade,
    study_id text constraint snapshots_study references studies on delete set null,
    dataset_id text constraint snapshots_dataset references datasets on delete set null,
    responses integer not null constraint snapshots_counted check (responses >= 0),
    comparison text not null,
    taken_at timestamptz not null default now()
  )`,
  `create index snapshots_by_wave on snapshots (wave_id, taken_at desc)`,
];
