/** The columns of a file in and out of the database, a few megabytes at a time. */
import type { Transaction } from "kysely";
import type { ReadonlyTransaction } from "kysely/readonly";
import type { Source, SourceColumn } from "../intake/source.ts";
import { copyIn } from "./copy.ts";
import type { Schema } from "./schema.ts";
import { chunksOf, emptyCells, fill, typeOf, type CellType, type Chunk } from "./sealed.ts";

export async function storeColumns(
  within: Transaction<Schema>,
  id: string,
  source: Source,
): Promise<void> {
  await copyIn(
    within,
    "dataset_columns (dataset_id, position, name, type, dictionary)",
    source.columns.map(({ position, name, cells, dictionary }) => [
      id,
      position,
      name,
      typeOf(cells),
      JSON.stringify(dictionary),
    ]),
  );
  for (const chunks of batched(chunksOf(source)))
    await copyIn(
      within,
      "dataset_chunks (dataset_id, position, block, cells)",
      chunks.map(({ position, block, cells }) => [id, position, block, cells]),
    );
}

/** A statement carries this many bytes of cells, so that memory does not grow with the file. */
const bytesAtOnce = 4_000_000;

function* batched(chunks: Iterable<Chunk>): Generator<Chunk[]> {
  let batch: Chunk[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    batch.push(chunk);
    bytes += chunk.cells.byteLength;
    if (bytes < bytesAtOnce) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** In the order of the file. */
export async function loadColumns(
  within: ReadonlyTransaction<Schema>,
  id: string,
  rows: number,
): Promise<Pick<Source, "columns" | "lines">> {
  const stored = await within
    .selectFrom("dataset_columns")
    .select(["position", "name", "type", "dictionary"])
    .where("dataset_id", "=", id)
    .orderBy("position")
    .execute();
  const cells = await loadCells(within, { id, rows, columns: [lineNumbers, ...stored] });
  const columns = stored.map(({ name, position, dictionary }) => ({
    name,
    position,
    cells: cells.get(position)!,
    dictionary: JSON.parse(dictionary) as readonly string[],
  }));
  return { columns, lines: cells.get(0) as Int32Array };
}

interface StoredColumn {
  readonly position: number;
  readonly type: CellType;
}
const lineNumbers: StoredColumn = { position: 0, type: "int32" };

async function loadCells(
  within: ReadonlyTransaction<Schema>,
  { id, rows, columns }: { id: string; rows: number; columns: readonly StoredColumn[] },
): Promise<ReadonlyMap<number, SourceColumn["cells"]>> {
  const loaded = new Map(columns.map(({ position, type }) => [position, emptyCells[type](rows)]));
  const columnsAtOnce = Math.max(1, Math.floor(bytesAtOnce / Math.max(1, rows)));
  let missing = rows * columns.length;
  for (let at = 0; at < columns.length; at += columnsAtOnce) {
    const some = columns.slice(at, at + columnsAtOnce);
    const chunks = await within
      .selectFrom("dataset_chunks")
      .select(["position", "block", "cells"])
      .where("dataset_id", "=", id)
      .where("position", ">=", some[0]!.position)
      .where("position", "<=", some.at(-1)!.position)
      .execute();
    for (const chunk of chunks) missing -= fill(loaded.get(chunk.position)!, chunk);
  }
  if (missing !== 0) throw new RangeError(`loadCells requires every cell, ${missing} are missing`);
  return loaded;
}
