import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/connect.ts";
import { json } from "../../../src/db/json.ts";
import { eachDatabase } from "../../support/database.ts";

describe("values", () => {
  eachDatabase((kind) => {
    let db: Database;
    beforeAll(async () => {
      db = await kind.open();
    });
    afterAll(() => db.close());

    const value = async (expression: ReturnType<typeof sql>) => {
      const { rows } = await sql<{ v: unknown }>`select ${expression} as v`.execute(db.write);
      return rows[0]?.v;
    };

    it("a count and a sum are numbers", async () => {
      expect(await value(sql`(select count(*) from generate_series(1, 3))`)).toBe(3);
      expect(await value(sql`(select sum(n) from generate_series(1, 3) n)`)).toBe(6);
      expect(await value(sql`9007199254740991::bigint`)).toBe(9_007_199_254_740_991);
    });

    it("a whole number that would lose digits is refused", async () => {
      await expect(value(sql`9007199254740993::bigint`)).rejects.toThrow("9007199254740993");
    });

    it("a day is its text, a moment is a Date", async () => {
      expect(await value(sql`date '2024-03-31'`)).toBe("2024-03-31");
      expect(await value(sql`timestamptz '2024-03-31 02:30:00+00'`)).toEqual(
        new Date("2024-03-31T02:30:00Z"),
      );
    });

    it("bytes are bytes, all of them, of any length", async () => {
      for (const length of [0, 1, 300, 70_000]) {
        const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
        const back = await value(sql`${bytes}::bytea`);
        expect(back).toBeInstanceOf(Uint8Array);
        expect(Buffer.from(back as Uint8Array).equals(bytes)).toBe(true);
      }
    });

    it("a part of a larger buffer is that part", async () => {
      const part = Uint8Array.of(1, 2, 3, 4, 5).subarray(1, 4);
      expect([...((await value(sql`${part}::bytea`)) as Uint8Array)]).toEqual([2, 3, 4]);
    });

    it.each([[{ a: [1, null, "x"] }], [["x"]], [[]], ["text"], ['{"a":1}'], [true], [0], [null]])(
      "json stays what it was: %j",
      async (given) => {
        expect(await value(json(given))).toEqual(given);
      },
    );

    it("an error has the code of PostgreSQL", async () => {
      const wrong = sql`insert into studies (id, title, sample, scoring) values ('x', 'y', true, 'z')`;
      await expect(wrong.execute(db.write)).rejects.toMatchObject({ code: "23514" });
    });
  });
});
