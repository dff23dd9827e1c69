import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import { createStudy, findStudy, listStudies } from "../../../src/db/studies.ts";
import { eachDatabase } from "../../support/database.ts";

const readOnly = { code: "25006" };

describe("the reading handle", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("sees what was written", async () => {
      const id = await createStudy(db.write, { title: "Seen" });
      expect((await findStudy(db.read, id))?.title).toBe("Seen");
    });

    it("cannot write: it does not compile", () => {
      const attempts = (): void => {
        // @ts-expect-error a reading handle has no insertInto
        void db.read.insertInto("studies").values({ id: "x", title: "x", sample: false }).execute();
        // @ts-expect-error a reading handle has no updateTable
        void db.read.updateTable("studies").set({ title: "x" }).execute();
        // @ts-expect-error a reading handle has no deleteFrom
        void db.read.deleteFrom("studies").execute();
        // @ts-expect-error what writes does not take a reading handle
        void createStudy(db.read, { title: "x" });
      };
      expect(attempts).toBeTypeOf("function");
    });

    it("cannot write: the database refuses, alone and within a transaction", async () => {
      const before = await listStudies(db.read);
      const handle = db.read as never;
      const insert = sql`insert into studies (id, title, sample) values ('x', 'x', false)`;
      await expect(insert.execute(handle)).rejects.toMatchObject(readOnly);
      await expect(sql`create table sly (a int)`.execute(handle)).rejects.toMatchObject(readOnly);
      await expect(sql`delete from studies`.execute(handle)).rejects.toMatchObject(readOnly);
      const within = db.read.transaction().execute((inner) => insert.execute(inner as never));
      await expect(within).rejects.toMatchObject(readOnly);
      expect(await listStudies(db.read)).toEqual(before);
      await createStudy(db.write, { title: "Writing goes on" });
    });
  });
});
