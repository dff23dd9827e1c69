import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { migrations } from "../../migrations/index.ts";
import { connect } from "../../src/db/connect.ts";
import { migrate } from "../../src/db/migrate.ts";
import { eachDatabase } from "../support/database.ts";

const steps = Object.keys(migrations);

describe("the migrations", () => {
  it("are numbered one by one", () => {
    expect(steps.map((name) => Number(name.slice(0, 4)))).toEqual(steps.map((_, at) => at + 1));
  });

  eachDatabase((kind) => {
    it("have nothing left to do the second time", async () => {
      const db = await kind.open();
      expect(await migrate(db.write)).toEqual([]);
      await db.close();
    });

    it("run once when four start at the same time", async () => {
      const { config, remove } = await kind.place();
      const db = await connect(config);
      await sql`drop schema public cascade`.execute(db.write);
      await sql`create schema public`.execute(db.write);
      const taken =
        kind.kind === "embedded"
          ? await Promise.all([1, 2, 3, 4].map(() => migrate(db.write)))
          : await Promise.all([1, 2, 3, 4].map(() => migrateElsewhere(config.databaseUrl!)));
      expect(taken.toSorted((a, b) => b.length - a.length)).toEqual([steps, [], [], []]);
      expect(await sql`select * from studies`.execute(db.read as never)).toMatchObject({
        rows: [],
      });
      await db.close();
      await remove();
    });

    it("leave a database alone that a newer program has migrated", async () => {
      const db = await kind.open();
      await sql`insert into kysely_migration values ('9999-later', now()::text)`.execute(db.write);
      await expect(migrate(db.write)).rejects.toMatchObject({
        id: "newer-database",
        message: expect.stringContaining("9999-later"),
      });
      await db.close();
    });

    it("are done whole or not at all", async () => {
      const db = await kind.open();
      await sql`drop table screenings`.execute(db.write);
      await sql`delete from kysely_migration`.execute(db.write);
      await expect(migrate(db.write)).rejects.toThrow(/already exists/);
      const { rows } = await sql`select to_regclass('screenings')::text as found`.execute(db.write);
      expect(rows).toEqual([{ found: null }]);
      await db.close();
    });
  });
});

const migrator = fileURLToPath(new URL("migrator.ts", import.meta.url));

async function migrateElsewhere(databaseUrl: string): Promise<string[]> {
  const child = spawn(process.execPath, ["--conditions=source", migrator, databaseUrl], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await new Promise((resolve) => child.once("close", resolve));
  return JSON.parse(output) as string[];
}
