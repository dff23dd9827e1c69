import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import type { Database } from "../../../src/db/connect.ts";
import { linksCsv, linksOf } from "../../../src/fielding/links.ts";
import { findVisit } from "../../../src/fielding/visit.ts";
import { eachDatabase } from "../../support/database.ts";
import { inviteAll, people, secret, smallWave } from "./small-wave.ts";

describe("links", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    it("can be made again, the same for everybody, and lead to their person", async () => {
      const wave = await smallWave(db);
      const first = await inviteAll(db, wave, people("7", "8"));
      const second = await inviteAll(db, wave, people("8", "9"));
      expect([first.added, second.added, second.unchanged]).toEqual([2, 1, 1]);
      const links = await linksOf(db.read, { wave, secret });
      expect(links).toEqual([...first.links, ...second.links]);
      for (const { token, personId } of links)
        expect((await findVisit(db.read, token))!.invitation).toMatchObject({ personId });
    });

    it("are never in the database, nor in its hashes", async () => {
      const wave = await smallWave(db);
      const { links } = await inviteAll(db, wave, people("7", "8"));
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from invitations t`.execute(db.write);
      for (const { token } of links) for (const { row } of rows) expect(row).not.toContain(token);
    });

    it("are not made with another secret: they would lead nowhere", async () => {
      const wave = await smallWave(db);
      await inviteAll(db, wave, people("7"));
      await expect(linksOf(db.read, { wave, secret: "another" })).rejects.toMatchObject({
        id: "configuration",
        next: expect.stringContaining("several processes"),
      });
    });
  });

  it("are a file for a mail merge, in which no cell is a formula", () => {
    const links = [
      { personId: "=1+1", facts: { name: "Ada, Countess", "": "x" }, token: "abc" },
      { personId: "7", facts: { cohort: "2021" }, token: "def" },
    ];
    expect(linksCsv(links, "https://surveys.example.edu")).toBe(
      "person_id,name,,cohort,link\n" +
        `'=1+1,"Ada, Countess",x,,https://surveys.example.edu/s/abc\n` +
        "7,,,2021,https://surveys.example.edu/s/def\n",
    );
  });
});
