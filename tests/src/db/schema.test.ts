import { sql } from "kysely";
import type { Selectable } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import type { Schema } from "../../../src/db/schema.ts";
import { eachDatabase } from "../../support/database.ts";

/** What a type of the program is called in the database: the compiler holds the table below against `Schema`. */
type Stored<T> = null extends T ? `${Plain<NonNullable<T>>} or null` : Plain<T>;
type Plain<T> = [T] extends [string]
  ? "text"
  : [T] extends [number]
    ? "integer" | "bigint"
    : [T] extends [boolean]
      ? "boolean"
      : [T] extends [Date]
        ? "timestamp with time zone"
        : [T] extends [Uint8Array]
          ? "bytea"
          : "jsonb";

const expected: {
  readonly [Table in keyof Schema]: {
    readonly [Column in keyof Selectable<Schema[Table]>]-?: Stored<
      Selectable<Schema[Table]>[Column]
    >;
  };
} = {
  studies: {
    id: "text",
    title: "text",
    created_at: "timestamp with time zone",
    sample: "boolean",
    id_column: "text or null",
    scoring: "text",
    codebook: "jsonb or null",
    learning_outcomes: "jsonb or null",
    plan: "jsonb or null",
  },
  datasets: {
    id: "text",
    study_id: "text",
    name: "text",
    sha256: "text",
    encoding: "text",
    delimiter: "text",
    rows: "integer",
    confirmed: "boolean",
    issues: "jsonb",
    created_at: "timestamp with time zone",
    codebook: "jsonb or null",
  },
  dataset_columns: {
    dataset_id: "text",
    position: "integer",
    name: "text",
    type: "text",
    dictionary: "text",
  },
  dataset_chunks: { dataset_id: "text", position: "integer", block: "integer", cells: "bytea" },
  screenings: {
    id: "text",
    study_id: "text",
    specification: "jsonb",
    state: "text",
    step: "text",
    done: "bigint",
    total: "bigint",
    result: "text or null",
    problem: "jsonb or null",
    created_at: "timestamp with time zone",
    finished_at: "timestamp with time zone or null",
  },
  instruments: {
    id: "text",
    title: "text",
    sample: "boolean",
    created_at: "timestamp with time zone",
  },
  instrument_versions: {
    id: "text",
    instrument_id: "text",
    number: "integer or null",
    definition: "text",
    codebook: "text",
    sha256: "text",
    created_at: "timestamp with time zone",
    published_at: "timestamp with time zone or null",
  },
  waves: {
    id: "text",
    instrument_id: "text",
    version_id: "text",
    title: "text",
    anonymous: "boolean",
    opens_at: "timestamp with time zone",
    closes_at: "timestamp with time zone or null",
    grace_days: "integer",
    open_link: "text or null",
    sample: "boolean",
    created_at: "timestamp with time zone",
  },
  invitations: {
    id: "text",
    wave_id: "text",
    person_id: "text",
    facts: "text",
    token_hash: "text",
    created_at: "timestamp with time zone",
  },
  responses: {
    id: "text",
    wave_id: "text",
    invitation_id: "text or null",
    link: "text",
    seed: "integer",
    modules: "text",
    locale: "text",
    device: "text",
    consent_version: "text",
    consented_at: "timestamp with time zone",
    started_at: "timestamp with time zone",
    completed_at: "timestamp with time zone or null",
    withdrawn_at: "timestamp with time zone or null",
  },
  answer_events: {
    id: "bigint",
    response_id: "text",
    key: "text",
    digest: "text",
    replaced: "bigint",
    section: "text",
    version_id: "text",
    locale: "text",
    answers: "text",
    typed: "text or null",
    seen: "bigint",
    seconds: "integer or null",
    device: "text",
    late: "boolean",
    at: "timestamp with time zone",
  },
  snapshots: {
    id: "text",
    wave_id: "text",
    study_id: "text or null",
    dataset_id: "text or null",
    responses: "integer",
    comparison: "text",
    taken_at: "timestamp with time zone",
  },
};

describe("the schema", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("is what the program's types say", async () => {
      const { rows } = await sql<{ table: string; column: string; type: string }>`
        select table_name as table, column_name as column,
               data_type || case is_nullable when 'YES' then ' or null' else '' end as type
        from information_schema.columns
        where table_schema = 'public' and table_name not like 'kysely%'`.execute(db.write);
      const found: Record<string, Record<string, string>> = {};
      for (const { table, column, type } of rows) (found[table] ??= {})[column] = type;
      expect(found).toEqual(expected);
    });

    it("keeps the cells of files uncompressed, apart from their rows", async () => {
      const { rows } = await sql`
        select attstorage::text from pg_attribute
        where attrelid = 'dataset_chunks'::regclass and attname = 'cells'`.execute(db.write);
      expect(rows).toEqual([{ attstorage: "e" }]);
    });
  });
});
