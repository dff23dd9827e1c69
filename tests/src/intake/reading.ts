/** Reading what a test has in memory, and looking at what came out. */
import { Problem } from "../../../src/problem.ts";
import { readSource, type Reading, type ReadOptions } from "../../../src/intake/read.ts";
import { cellAt, type Issue, type Source } from "../../../src/intake/source.ts";

/** The bytes in pieces of these sizes, taken in turn. */
export async function* pieces(
  bytes: Uint8Array,
  sizes: readonly number[],
): AsyncGenerator<Uint8Array> {
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.slice(from, from + size);
    from += size;
  }
}

export function read(
  content: string | Uint8Array,
  options: Partial<ReadOptions> & { readonly sizes?: readonly number[] } = {},
): Promise<Reading> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const { sizes = [2 ** 20], ...rest } = options;
  return readSource(pieces(bytes, sizes), { name: "test.csv", size: bytes.length, ...rest });
}

/** What a person is told: of the table and its notes, or of why there is none. */
export async function outcome(
  reading: Promise<Reading>,
): Promise<Reading | { refused: string; next: string | undefined; issues: readonly Issue[] }> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: error.message, next: error.next, issues: error.issues };
  }
}

/** The header, then every row, cell by cell. */
export function cellsOf({ columns, rows }: Source): string[][] {
  const table = [columns.map((column) => column.name)];
  for (let row = 0; row < rows; row++) table.push(columns.map((column) => cellAt(column, row)));
  return table;
}
