import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmDataset,
  datasetsOf,
  loadSource,
  removeDataset,
  storeDataset,
} from "../../../src/db/datasets.ts";
import type { Database } from "../../../src/db/connect.ts";
import { createStudy, removeStudy } from "../../../src/db/studies.ts";
import { dictionaryBase, type Issue, type Source } from "../../../src/intake/source.ts";
import { Problem } from "../../../src/problem.ts";
import { eachDatabase } from "../../support/database.ts";
import { sealedOf, sourceOf } from "./sources.ts";

const sure = { confirmed: true };

describe("a stored file", () => {
  eachDatabase((kind) => {
    let db: Database;
    let study: string;
    beforeAll(async () => {
      db = await kind.open();
      study = await createStudy(db.write, { title: "Alumni" });
    });
    afterAll(() => db.close());

    const count = async (table: "datasets" | "dataset_columns" | "dataset_chunks") => {
      const { n } = await db.read
        .selectFrom(table)
        .select((each) => each.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return n;
    };
    const everything = () =>
      Promise.all([count("datasets"), count("dataset_columns"), count("dataset_chunks")]);

    it("comes back to the letter, over several chunks", async () => {
      const source = sourceOf("two and a bit.csv", { rows: 2 * 65_536 + 5, columns: 9 });
      const id = await storeDataset(db, study, source, [], sure);
      expect(await loadSource(db, id)).toStrictEqual(source);
    });

    it.each(edges)("comes back to the letter: %s", async (_, source) => {
      const id = await storeDataset(db, study, source, [], sure);
      expect(await loadSource(db, id)).toStrictEqual(source);
    });

    it("comes back to the letter, whatever is in it", async () => {
      await fc.assert(
        fc.asyncProperty(anySource, async (source) => {
          const id = await storeDataset(db, study, source, [], sure);
          expect(await loadSource(db, id)).toStrictEqual(source);
          await removeDataset(db.write, id);
        }),
        { numRuns: 30 },
      );
    });

    it("is stored once, however often it is sent, and keeps what it was", async () => {
      const source = sourceOf("same.csv");
      const issue: Issue = {
        severity: "warning",
        file: "same.csv",
        line: 2,
        column: "id",
        code: "odd",
        text: "Two “ids” are one.",
      };
      const first = await storeDataset(db, study, source, [issue], { confirmed: false });
      const before = await everything();
      const again = await Promise.all(
        [1, 2, 3].map((copy) =>
          storeDataset(db, study, { ...source, name: `copy ${copy}.csv` }, [], sure),
        ),
      );
      expect(again).toEqual([first, first, first]);
      expect(await everything()).toEqual(before);
      const listed = (await datasetsOf(db.read, study)).find(({ id }) => id === first);
      expect(listed).toMatchObject({
        name: "same.csv",
        rows: 3,
        columns: 2,
        confirmed: false,
        issues: [issue],
      });
      await confirmDataset(db.write, first);
      const confirmed = (await datasetsOf(db.read, study)).find(({ id }) => id === first);
      expect(confirmed?.confirmed).toBe(true);
    });

    it("that was sent several times at once is one, whoever is first", async () => {
      for (let round = 0; round < 25; round++) {
        const source = sourceOf(`round ${round}.csv`);
        const sent = [1, 2, 3, 4].map(() => storeDataset(db, study, source, [], sure));
        expect(new Set(await Promise.all(sent)).size).toBe(1);
      }
      const source = sourceOf("at once.csv", { rows: 70_000, columns: 20 });
      const ids = await Promise.all(
        [1, 2, 3, 4].map(() => storeDataset(db, study, source, [], sure)),
      );
      expect(new Set(ids).size).toBe(1);
      expect(await loadSource(db, ids[0]!)).toStrictEqual(source);
    });

    it("is not replaced by another of the same name", async () => {
      await storeDataset(db, study, sourceOf("name.csv"), [], sure);
      const before = await everything();
      const other = storeDataset(db, study, sourceOf("name.csv", { seed: 2 }), [], sure);
      await expect(other).rejects.toMatchObject({ id: "already-there" });
      expect(await everything()).toEqual(before);
    });

    it("leaves nothing when storing fails half-way", async () => {
      const before = await everything();
      const good = sourceOf("half.csv", { rows: 100_000, columns: 80 });
      const broken = {
        ...good,
        columns: good.columns.with(79, { ...good.columns[79]!, cells: new Int8Array(99_999) }),
      };
      await expect(storeDataset(db, study, broken, [], sure)).rejects.toThrow(RangeError);
      expect(await everything()).toEqual(before);
      const id = await storeDataset(db, study, good, [], sure);
      const { columns } = await loadSource(db, id);
      expect(columns.map(({ position }) => position)).toEqual(good.columns.map((_, at) => at + 1));
      for (const [at, { cells }] of columns.entries())
        expect(Buffer.compare(bytesOf(cells), bytesOf(good.columns[at]!.cells))).toBe(0);
    });

    it("leaves nothing when the database refuses a part of it", async () => {
      const before = await everything();
      const source = sourceOf("refused.csv", { rows: 70_000, columns: 90 });
      const twice = { ...source, columns: [...source.columns, source.columns[40]!] };
      await expect(storeDataset(db, study, twice, [], sure)).rejects.toThrow(/duplicate key/);
      const nul = sealedOf("nul.csv", [{ ...source.columns[0]!, name: "a\0b" }], 70_000);
      await expect(storeDataset(db, study, nul, [], sure)).rejects.toMatchObject({
        id: "invalid-request",
      });
      expect(await everything()).toEqual(before);
    });

    it("needs a study, and goes with it", async () => {
      const nowhere = storeDataset(db, "no such study", sourceOf("lost.csv"), [], sure);
      await expect(nowhere).rejects.toMatchObject({ id: "not-found" });
      const before = await everything();
      const short = await createStudy(db.write, { title: "Short" });
      const id = await storeDataset(db, short, sourceOf("same.csv"), [], sure);
      await removeStudy(db.write, short);
      expect(await everything()).toEqual(before);
      await expect(loadSource(db, id)).rejects.toThrow(Problem);
      await expect(confirmDataset(db.write, id)).rejects.toThrow(Problem);
    });
  });
});

const bytesOf = (cells: Int8Array | Int32Array) => new Uint8Array(cells.buffer);

/** Names and cells; PostgreSQL's text cannot hold NUL, so names are free of it. */
const hostile = [
  "__proto__",
  "constructor",
  "'; drop table datasets; --",
  "\\N",
  "\\x00",
  "\t\r\n",
  '"quoted", and, commas',
  "🧑‍🎓 Ünïcödé ‮ right to left",
  " ".repeat(40),
  "x".repeat(10_000),
];

const edges: readonly (readonly [string, Source])[] = [
  ["no rows", sealedOf("no rows.csv", [column("a", 1, new Int8Array(0))], 0)],
  ["no columns", sealedOf("no columns.csv", [], 4)],
  [
    "a codebook of its own",
    {
      ...sealedOf("wave.csv", [], 4),
      codebook: { variables: [{ id: "q", label: '‘Q’ \\ "', missing: { refused: "refused" } }] },
    },
  ],
  ["exactly one chunk", sourceOf("one chunk.csv", { rows: 65_536, columns: 3 })],
  ["columns that are not numbered one by one", gaps()],
  [
    "hostile names and cells",
    sealedOf(
      "\\'\"; <b>.csv",
      hostile.map((name, at) => ({
        ...column(name, at + 1, Int32Array.of(at + dictionaryBase, -2_147_483_648, 2 ** 30 - 1)),
        dictionary: [...hostile, "\0", "lone \ud800", "\ufeff"],
      })),
      3,
    ),
  ],
];

function column(name: string, position: number, cells: Int8Array | Int32Array) {
  return { name, position, cells, dictionary: [] };
}

function gaps(): Source {
  const cells = [Int8Array.of(1, -128, 3), Int32Array.of(1000, 2000, -2_147_483_648)];
  return sealedOf("gaps.csv", [column("", 2, cells[0]!), column("", 9, cells[1]!)], 3);
}

const anySource = fc
  .record({ rows: fc.nat(40), columns: fc.integer({ min: 1, max: 6 }), seed: fc.nat(1000) })
  .chain(({ rows, columns, seed }) =>
    fc
      .array(
        fc.record({
          name: fc.string({ unit: "grapheme" }).filter((name) => !name.includes("\0")),
          small: fc.int8Array({ minLength: rows, maxLength: rows }),
          large: fc.int32Array({ minLength: rows, maxLength: rows }),
          wide: fc.boolean(),
          dictionary: fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }),
        }),
        { minLength: columns, maxLength: columns },
      )
      .map((all) =>
        sealedOf(
          `any ${seed}.csv`,
          all.map(({ name, small, large, wide, dictionary }, at) => ({
            name,
            position: at + 1,
            cells: wide ? new Int32Array(large) : new Int8Array(small),
            dictionary,
          })),
          rows,
        ),
      ),
  );
