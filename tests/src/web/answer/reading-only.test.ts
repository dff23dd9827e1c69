/** Mail scanners open links: looking never begins, changes or ends anything, whoever looks, however often. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../../src/db/connect.ts";
import { answerPages } from "../../../../src/web/answer/index.ts";
import { openVisitor, type Visitor } from "../visitor.ts";
import { begun, respondent } from "./respondent.ts";
import { fieldSurvey, invited } from "./survey.ts";

const tables = ["waves", "invitations", "responses", "answer_events", "snapshots"] as const;

/** Every row of every table that has to do with answers, as one hash each. */
async function contentOf({ write }: Database): Promise<Readonly<Record<string, string>>> {
  const hashes = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<object>`select * from ${sql.table(table)} order by 1`.execute(
        write,
      );
      return [table, createHash("sha256").update(JSON.stringify(rows)).digest("hex")] as const;
    }),
  );
  return Object.fromEntries(hashes);
}

describe("looking at any address for respondents", () => {
  let visitor: Visitor;
  let written = 0;
  let watching = false;
  const addresses: string[] = [];
  beforeAll(async () => {
    visitor = await openVisitor({
      around: (db) => ({
        ...db,
        get write() {
          written += watching ? 1 : 0;
          return db.write;
        },
      }),
    });
    const fielded = await fieldSurvey(visitor.db);
    const { send, open } = respondent(visitor);
    const fill = (token: string): string[] =>
      answerPages.flatMap(({ path }) =>
        ["now", "work", "end", "none"].map((section) =>
          path
            .replace(":token", token)
            .replace(":section", section)
            .replace(":slug", fielded.wave.openLink!),
        ),
      );
    const fresh = await invited(fielded);
    const under = await invited(fielded);
    await send(await begun(visitor, under), { job: "part" });
    const done = await invited(fielded);
    await begun(visitor, done);
    await send(await open(`/s/${done}/at/end`), { year: "2001" });
    await send(await open(`/s/${done}/review`));
    const gone = await invited(fielded);
    await begun(visitor, gone);
    await send(await open(`/s/${gone}/withdraw`));
    addresses.push(...new Set([fresh, under, done, gone, "unknown"].flatMap(fill)));
  });
  afterAll(() => visitor.leave());

  test.for(["GET", "HEAD"])(
    "%s changes nothing, and does not even ask to write",
    async (method) => {
      const before = await contentOf(visitor.db);
      watching = true;
      for (const address of addresses)
        for (const query of ["", "?lang=es", "?again&more&back=review", "?stopped"]) {
          const answer = await visitor.ask(address + query, { method });
          expect(answer.status, address).toBeLessThan(500);
          if (method === "HEAD") expect(await answer.text(), address).toBe("");
        }
      watching = false;
      expect(addresses.length).toBeGreaterThan(35);
      expect(written).toBe(0);
      expect(await contentOf(visitor.db)).toEqual(before);
    },
  );

  test("a post is seen by the same watch", async () => {
    watching = true;
    await visitor.send(
      addresses.find((each) => /^\/s\/[\w-]{22}$/.test(each))!,
      { "~consent": "2026-1" },
    );
    watching = false;
    expect(written).toBeGreaterThan(0);
  });

  test("the log of all this holds no link", () => {
    const lines = visitor.logged.join("\n");
    expect(lines).toContain('"path":"/s/…/withdraw"');
    for (const address of addresses) {
      const [, kind, token] = address.split("/");
      if (kind === "s" && token !== "unknown") expect(lines).not.toContain(token);
    }
  });
});
