/** Files as the intake gives them, made by hand. */
import { createHash } from "node:crypto";
import { dictionaryBase, type Source, type SourceColumn } from "../../../src/intake/source.ts";

/** A file whose numbers differ from row to row and column to column. */
export function sourceOf(
  name: string,
  { rows = 3, columns = 2, seed = 1 }: { rows?: number; columns?: number; seed?: number } = {},
): Source {
  const id: SourceColumn = {
    name: "id",
    position: 1,
    cells: Int32Array.from({ length: rows }, (_, row) => dictionaryBase + row),
    dictionary: Array.from({ length: rows }, (_, row) => `S${seed}-${row}`),
  };
  const items = Array.from({ length: columns - 1 }, (_, column) => ({
    name: `item ${column + 1}`,
    position: column + 2,
    cells: Int8Array.from({ length: rows }, (_, row) =>
      (row * 7 + column * 3 + seed) % 11 === 0 ? -128 : (row * seed + column) % 7,
    ),
    dictionary: [],
  }));
  return sealedOf(name, [id, ...items], rows);
}

export function sealedOf(name: string, columns: readonly SourceColumn[], rows: number): Source {
  const hash = createHash("sha256").update(name);
  for (const { cells, dictionary } of columns)
    hash.update(new Uint8Array(cells.buffer)).update(JSON.stringify(dictionary));
  return {
    name,
    sha256: hash.digest("hex"),
    encoding: "utf-8",
    delimiter: ",",
    rows,
    columns,
    lines: Int32Array.from({ length: rows }, (_, row) => row + 2),
  };
}

/** What `endless-writer.ts` stores: as different as the number at the end of their names. */
export function writtenFile(name: string): Source {
  const seed = Number(/\d+$/.exec(name)?.[0] ?? 1);
  return sourceOf(name, { rows: 70_000, columns: 10, seed });
}
