/** Brings the tables to the newest form. Safe to run from several processes at once: one works, the others wait. */
import { Migrator } from "kysely/migration";
import { migrations } from "../../migrations/index.ts";
import { Problem } from "../problem.ts";
import type { Write } from "./connect.ts";

/** @returns the names of the steps that were taken. */
export async function migrate(write: Write): Promise<string[]> {
  const migrator = new Migrator({
    db: write,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw await explained(write, error);
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Steps this program does not know come from a newer one; to work on would be to guess. */
async function explained(write: Write, error: unknown): Promise<unknown> {
  const taken = await write
    .$extendTables<{ kysely_migration: { name: string } }>()
    .selectFrom("kysely_migration")
    .select("name")
    .execute()
    .catch(() => []);
  const unknown = taken.filter(({ name }) => !(name in migrations));
  if (unknown.length === 0) return error;
  return new Problem(
    "newer-database",
    `The database has the step ${unknown.map(({ name }) => name).join(", ")}, which this version does not know.`,
    { next: "Use the version of Throughline that last used this database, or a newer one." },
  );
}
