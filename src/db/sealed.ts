/** Columns as the database keeps them: 65,536 cells a chunk, in the smallest type that holds them. */
import { endianness } from "node:os";
import type { Source, SourceColumn } from "../intake/source.ts";

export const cellsPerChunk = 65_536;

/** Position 0 is the line on which each row starts; the columns have their own positions. */
export interface Chunk {
  readonly position: number;
  readonly block: number;
  readonly cells: Uint8Array;
}

type Cells = SourceColumn["cells"];
export type CellType = "int8" | "int32";

export const typeOf = (cells: Cells): CellType => (cells instanceof Int8Array ? "int8" : "int32");

export function* chunksOf(source: Source): Generator<Chunk> {
  const columns = [{ position: 0, cells: source.lines }, ...source.columns];
  for (const { position, cells } of columns) {
    if (cells.length !== source.rows)
      throw new RangeError(
        `chunksOf requires ${source.rows} cells in each column, got ${cells.length} at ${position}`,
      );
    for (let block = 0; block * cellsPerChunk < cells.length; block++)
      yield { position, block, cells: bytesOf(chunkAt(cells, block)) };
  }
}

/** An empty column, to be filled chunk by chunk. */
export const emptyCells = {
  int8: (rows: number) => new Int8Array(rows),
  int32: (rows: number) => new Int32Array(rows),
} as const satisfies Record<CellType, (rows: number) => Cells>;

/** @returns how many cells were filled. */
export function fill(cells: Cells, chunk: Chunk): number {
  const place = bytesOf(chunkAt(cells, chunk.block));
  if (place.byteLength !== chunk.cells.byteLength)
    throw new RangeError(
      `fill requires a chunk of ${place.byteLength} bytes, got ${chunk.cells.byteLength}`,
    );
  place.set(chunk.cells);
  return place.byteLength / cells.BYTES_PER_ELEMENT;
}

const chunkAt = (cells: Cells, block: number): Cells =>
  cells.subarray(block * cellsPerChunk, (block + 1) * cellsPerChunk);

/** Stored little-endian, which every machine Node.js has a release for is. */
function bytesOf(cells: Cells): Uint8Array {
  if (endianness() !== "LE") throw new RangeError("bytesOf requires a little-endian machine");
  return new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
}
