import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import { invitationsOf } from "../../../src/db/invitations.ts";
import { completeResponse, withdrawResponse } from "../../../src/fielding/finish.ts";
import { linksOf } from "../../../src/fielding/links.ts";
import { recordPage } from "../../../src/fielding/record.ts";
import { hashesOf } from "../../../src/fielding/token.ts";
import type { Wave } from "../../../src/db/waves.ts";
import { eachDatabase } from "../../support/database.ts";
import { inviteAll, moment, page, people, secret, smallWave, start } from "./small-wave.ts";

const answerTables = ["responses", "answer_events"] as const;
type AnswerTable = (typeof answerTables)[number];
const ids = Array.from({ length: 12 }, (_, person) => `alum-${100 + person}`);

describe("an anonymous wave, when everybody has done something", () => {
  eachDatabase((kind) => {
    let db: Database;
    let wave: Wave;
    let tokens: readonly string[];
    let before: readonly unknown[];

    beforeAll(async () => {
      db = await kind.open();
      wave = await smallWave(db, { anonymous: true, closesAt: moment("03-20T00:00:00") });
      const { links } = await inviteAll(db, wave, people(...ids));
      tokens = links.map(({ token }) => token);
      before = await invitations();
      for (const [person, token] of tokens.entries()) await visitAs(person, token);
    });
    afterAll(() => db.close());

    /** Some only start, some stop, some finish, some withdraw; at all hours, some late. */
    async function visitAs(person: number, token: string): Promise<void> {
      const at = new Date(moment("03-18T00:00:00").getTime() + person * 3_456_789);
      const visit = await start(db, token, { at });
      if (person % 4 === 0) return;
      const late = new Date(at.getTime() + 86_400_000 * 3);
      await recordPage(db.write, page(visit, { at, answers: { job: `job ${person}` } }));
      await recordPage(db.write, page(visit, { at: late, section: "end" }));
      if (person % 4 >= 2) await completeResponse(db.write, { ...visit, at: late });
      if (person % 4 === 3) await withdrawResponse(db.write, { ...visit, at: late });
    }

    /** Rows as the database has them, with the transaction that wrote each. */
    const rowsOf = async (table: AnswerTable | "invitations"): Promise<readonly Row[]> =>
      (
        await sql<{ row: string; by: string }>`
          select to_jsonb(t)::text as row, t.xmin::text as by from ${sql.table(table)} t
          order by 1`.execute(db.write)
      ).rows.map(({ row, by }) => ({ by, columns: JSON.parse(row) as Row["columns"] }));
    const invitations = () => rowsOf("invitations");

    interface Row {
      readonly by: string;
      readonly columns: Readonly<Record<string, unknown>>;
    }

    it("leaves the invitations as they were, down to the transaction that wrote them", async () => {
      expect(await invitations()).toEqual(before);
      expect(before).toHaveLength(ids.length);
    });

    it("has no value of an invitation in any column of the answers, but for the wave's id", async () => {
      const known = new Set(
        (await invitations()).flatMap(({ columns }) => Object.values(columns).flatMap(partsOf)),
      );
      known.delete(wave.id);
      expect([...known]).toEqual(expect.arrayContaining(["alum-100", "Law", "2021"]));
      let compared = 0;
      for (const table of answerTables)
        for (const { columns } of await rowsOf(table))
          for (const value of Object.values(columns).flatMap(partsOf)) {
            expect(known.has(value), `${table}: ${value}`).toBe(false);
            compared++;
          }
      expect(compared).toBeGreaterThan(200);
    });

    it("was written to by other transactions than those that invited", async () => {
      const inviting = new Set((await invitations()).map(({ by }) => by));
      for (const table of answerTables)
        for (const { by } of await rowsOf(table)) expect(inviting.has(by)).toBe(false);
    });

    it("knows whole days only", async () => {
      let times = 0;
      for (const table of answerTables)
        for (const { columns } of await rowsOf(table))
          for (const value of Object.values(columns))
            if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) {
              expect(new Date(value).getTime() % 86_400_000, value).toBe(0);
              times++;
            }
      expect(times).toBeGreaterThan(40);
    });

    it("gives its links out once", async () => {
      await expect(linksOf(db.read, { wave, secret })).rejects.toMatchObject({ id: "not-found" });
      const again = await inviteAll(db, wave, people(...ids));
      expect(again).toEqual({ added: 0, unchanged: ids.length, links: [] });
    });

    it("finds a person's answers by their link alone", async () => {
      const stored = await invitationsOf(db.read, wave.id);
      for (const token of tokens) {
        const { invitation, response } = hashesOf(token);
        expect(stored.filter(({ tokenHash }) => tokenHash === invitation)).toHaveLength(1);
        expect(stored.filter(({ tokenHash }) => tokenHash === response)).toEqual([]);
      }
    });
  });
});

/** A value, and what is inside it where it is a JSON text. Yes, no and nothing join nobody. */
function partsOf(value: unknown): string[] {
  if (typeof value === "number") return value > 100 ? [String(value)] : [];
  if (typeof value !== "string" || value === "") return [];
  const inside = /^[[{]/.test(value) ? Object.values(JSON.parse(value) as object) : [];
  return [value, ...inside.flatMap(partsOf)];
}
