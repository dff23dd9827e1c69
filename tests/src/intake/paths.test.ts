/** The fast path, the strict path and a reference of thirty lines read every text to the same cells. */
import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { cellsOf, outcome, read } from "./reading.ts";
import { referenceRows } from "./reference.ts";

const delimiter = fc.constantFrom(",", ";", "\t", "|");
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
const blockBytes = fc.integer({ min: 1, max: 200 });

/** At every edge of what is a whole number, of what fits a byte, and of what quoting is about. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -9, max: 9 }).map(String) },
  { weight: 2, arbitrary: fc.integer().map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ..."0|-0|+7|007|-07| 7 |7 |1e5|1.50|NA|.|-|--1|- 1|٣|1_000|0x1F|Infinity|NaN".split("|"),
      ..."100|127|128|-100|-101|-126|-127|-128|-129|32768|999999999|-999999999".split("|"),
      ..."1000000000|1073741823|1073741824|2147483647|2147483648|-2147483648".split("|"),
      ..."__proto__|constructor|toString|\u{feff}|\u{feff}x|\u{1f600}|naïve|\ufffd".split("|"),
      "",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.string({ unit: fc.constantFrom(...'",;|\t\n\r a7é😀'), maxLength: 12 }),
  },
);

const table = fc.integer({ min: 2, max: 7 }).chain((width) =>
  fc.record({
    names: fc.uniqueArray(
      cell.filter((name) => name !== ""),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 40,
    }),
  }),
);

const layout = fc.record({
  delimiter,
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  quotes: fc.oneof(fc.boolean(), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })),
  ended: fc.boolean(),
  mark: fc.boolean(),
});

describe("tables written by PapaParse", () => {
  it("come back to the letter by both paths, in pieces of any size", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        layout,
        sizes,
        blockBytes,
        async (table, layout, sizes, blockBytes) => {
          const { delimiter, newline, quotes } = layout;
          const data = [table.names, ...table.rows];
          const body = Papa.unparse(data, { delimiter, newline, quotes });
          const text = (layout.mark ? "\ufeff" : "") + body + (layout.ended ? newline : "");
          const options = { delimiter, sizes, blockBytes };
          const fast = await read(text, options);
          expect(cellsOf(fast.source)).toEqual(data);
          expect(await read(text, { ...options, strict: true })).toEqual(fast);
          expect(await read(text, { delimiter })).toEqual(fast);
          const reference = referenceRows(body, delimiter)!;
          expect(reference.rows).toEqual(data);
          expect([...fast.source.lines]).toEqual(reference.lines.slice(1));
        },
      ),
      { numRuns: 600 },
    );
  });

  it("come back for every pair of ASCII characters", async () => {
    const all = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1));
    const data = [["a", "b", "c"], ...all.flatMap((a) => all.map((b) => [a, b, "1"]))];
    for (const delimiter of [",", ";"]) {
      const text = Papa.unparse(data, { delimiter, newline: "\n" });
      expect(cellsOf((await read(text, { delimiter })).source)).toEqual(data);
    }
  });

  it("come back from UTF-16 as well", async () => {
    await fc.assert(
      fc.asyncProperty(table, layout, fc.boolean(), sizes, async (table, layout, big, sizes) => {
        const { delimiter, newline, quotes } = layout;
        const text = Papa.unparse([table.names, ...table.rows], { delimiter, newline, quotes });
        const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
        const { source } = await read(big ? bytes.swap16() : bytes, { delimiter, sizes });
        expect(cellsOf(source)).toEqual([table.names, ...table.rows]);
        expect(source.encoding).toBe(big ? "utf-16be" : "utf-16le");
      }),
      { numRuns: 100 },
    );
  });
});

describe("texts of any kind", () => {
  const wild = fc.string({ unit: fc.constantFrom(...'""",,,\n\n\r 17aé'), maxLength: 80 });

  it("are read or refused alike by both paths, and as the reference says where they are read", async () => {
    let good = 0;
    await fc.assert(
      fc.asyncProperty(wild, sizes, blockBytes, async (body, sizes, blockBytes) => {
        const text = `a,b\n${body}`;
        const options = { delimiter: ",", sizes, blockBytes };
        const fast = await outcome(read(text, options));
        expect(await outcome(read(text, { ...options, strict: true }))).toEqual(fast);
        expect(await outcome(read(text, { delimiter: "," }))).toEqual(fast);
        if ("refused" in fast) return;
        good++;
        const { rows, lines } = referenceRows(text, ",")!;
        expect(cellsOf(fast.source)).toEqual(rows.map((cells) => cells.slice(0, 2)));
        expect([...fast.source.lines]).toEqual(lines.slice(1));
      }),
      { numRuns: 3000 },
    );
    expect(good).toBeGreaterThan(100);
  });
});
