/** What a column keeps: the smallest type that holds it, and every cell to the letter. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAt, dictionaryBase } from "../../../../src/intake/source.ts";
import { cellsOf, read } from "../reading.ts";

const columnOf = async (cells: readonly string[]) => {
  const lines = cells.map((cell, row) => `${row},${cell}`);
  const { source } = await read(`row,x\n${lines.join("\n")}\n`);
  return source.columns[1]!;
};

describe("a column", () => {
  it("takes a byte a cell while all cells are empty or whole numbers from -100 to 127", async () => {
    const column = await columnOf(["-100", "127", "", "0", "7"]);
    expect(column.cells).toEqual(Int8Array.of(-100, 127, -128, 0, 7));
    expect(column.dictionary).toEqual([]);
  });

  it.each(["128", "-101", "-128", "999999999", "-999999999"])("is widened by %s", async (cell) => {
    const column = await columnOf(["1", "", cell, "2"]);
    expect(column.cells).toEqual(Int32Array.of(1, -2147483648, Number(cell), 2));
    expect(column.dictionary).toEqual([]);
  });

  const others = "007|+7| 7 |7.0|1.50|1e5|-0|00|-|--1|NA|٣|1_000|2147483648|1073741824|-2147483648";
  it.each([...others.split("|"), "99999999999999999999", "Zoë", "__proto__"])(
    "keeps %s in its dictionary",
    async (cell) => {
      const column = await columnOf(["1", cell, "", cell]);
      expect(column.dictionary).toEqual([cell]);
      expect(column.cells).toEqual(Int32Array.of(1, dictionaryBase, -2147483648, dictionaryBase));
      expect(cellAt(column, 3)).toBe(cell);
    },
  );

  it("numbers its texts in order of first appearance", async () => {
    const column = await columnOf(["b", "a", "b", "c"]);
    expect(column.dictionary).toEqual(["b", "a", "c"]);
  });

  it("that turns wide or textual after thousands of rows keeps the rows before", async () => {
    const cells = Array.from({ length: 5000 }, (_, row) => String(row % 7));
    cells.push("NA", "1000000", "");
    const column = await columnOf(cells);
    expect(cells.map((_, row) => cellAt(column, row))).toEqual(cells);
  });

  it("keeps as many distinct texts as there are rows", async () => {
    const cells = Array.from({ length: 40_000 }, (_, row) => `S${row * 7919}`);
    cells.push(...cells.slice(0, 100), "é".repeat(40_000), "é".repeat(40_001));
    const column = await columnOf(cells);
    expect(column.dictionary.length).toBe(40_002);
    expect(cells.map((_, row) => cellAt(column, row))).toEqual(cells);
  });
});

describe("a table", () => {
  it("of any width and length comes back, with or without its size known", async () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 3000 }));
    await fc.assert(
      fc.asyncProperty(shape, fc.integer({ min: 1, max: 1e6 }), async ([width, rows], size) => {
        const height = Math.ceil(rows / width);
        const table = Array.from({ length: height + 1 }, (_, row) =>
          Array.from(
            { length: width },
            (_, column) => `${row === 0 ? "q" : ""}${column * 31 + row}`,
          ),
        );
        const text = table.map((cells) => cells.join(",")).join("\n");
        for (const options of [{}, { size: 0 }, { size }])
          expect(cellsOf((await read(text, options)).source)).toEqual(table);
      }),
      { numRuns: 60 },
    );
  });
});
