import { describe, expect, it } from "vitest";
import { sql } from "kysely";
import { connect } from "../../../../src/db/connect.ts";
import { socketAddress } from "../../../../src/db/postgresql/address.ts";
import { databases } from "../../../support/database.ts";

const postgresql = databases.find(({ kind }) => kind === "postgresql")!;

describe("an address of PostgreSQL", () => {
  it.each([
    ["postgresql:///alumni?host=/run/pg&user=me", "/run/pg", 5432, "alumni", "me"],
    ["postgres://me:s%40x@%2Frun%2Fpg:5433/alumni%20two", "/run/pg", 5433, "alumni two", "me"],
  ])("%s names a socket", (address, host, port, database, username) => {
    expect(socketAddress(address)).toMatchObject({ host, port, database, username });
  });

  it("keeps the password to the letter", () => {
    expect(socketAddress("postgres://me:s%40%2Fx@%2Frun%2Fpg/a")?.password).toBe("s@/x");
  });

  it.each(["postgres://me:x@db.example.edu:5432/alumni", "postgres://localhost/alumni"])(
    "%s names a machine",
    (address) => {
      expect(socketAddress(address)).toBeUndefined();
    },
  );
});

describe("PostgreSQL", () => {
  it("that does not answer is a refusal in words", async () => {
    const databaseUrl = "postgres://nobody:secret@127.0.0.1:1/none";
    const refused = connect({ databaseUrl, dataFolder: "" });
    await expect(refused).rejects.toMatchObject({
      id: "database-unavailable",
      message: expect.not.stringContaining("secret"),
    });
  });

  it.skipIf(postgresql.missing !== undefined)("that lacks the database says so", async () => {
    const { config, remove } = await postgresql.place();
    const databaseUrl = config.databaseUrl!.replace(/throughline_\w+/, "nothing_of_this_name");
    await expect(connect({ databaseUrl, dataFolder: "" })).rejects.toMatchObject({
      id: "configuration",
      message: expect.stringContaining("3D000"),
    });
    await remove();
  });

  it.skipIf(postgresql.missing !== undefined)("ends what takes too long", async () => {
    const db = await postgresql.open();
    const setting = sql<{ s: string; i: string }>`
      select current_setting('statement_timeout') as s,
             current_setting('idle_in_transaction_session_timeout') as i`;
    expect((await setting.execute(db.write)).rows).toEqual([{ s: "30s", i: "30s" }]);
    const hurried = db.write.transaction().execute(async (within) => {
      await sql`set local statement_timeout = 20`.execute(within);
      await sql`select pg_sleep(5)`.execute(within);
    });
    await expect(hurried).rejects.toMatchObject({ id: "busy" });
    await db.close();
  });
});
