/** Files as they were read, sealed: stored whole or not at all, never changed, given back to the letter. */
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { ReadonlyTransaction } from "kysely/readonly";
import type { Issue, Source, SourceColumn } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import type { Database, Read, Write } from "./connect.ts";
import { copyIn } from "./copy.ts";
import { json } from "./json.ts";
import type { Schema } from "./schema.ts";
import { chunksOf, emptyCells, fill, typeOf, type CellType, type Chunk } from "./sealed.ts";

/** What is known of a file without reading its cells. */
export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly encoding: Source["encoding"];
  readonly delimiter: string;
  readonly rows: number;
  readonly columns: number;
  /** A person has looked at it and said yes. */
  readonly confirmed: boolean;
  readonly issues: readonly Issue[];
  readonly createdAt: Date;
}

/**
 * The same file once more changes nothing and gives the id it has.
 * @throws Problem "already-there" for another file of the same name, "not-found" without the study
 */
export async function storeDataset(
  db: Pick<Database, "write">,
  studyId: string,
  source: Source,
  issues: readonly Issue[],
  { confirmed }: { readonly confirmed: boolean },
): Promise<string> {
  return db.write.transaction().execute(async (within) => {
    const { name, sha256, encoding, delimiter, rows } = source;
    const id = randomUUID();
    const added = await within
      .insertInto("datasets")
      .values({
        id,
        study_id: studyId,
        name,
        sha256,
        encoding,
        delimiter,
        rows,
        confirmed,
        issues: json(issues),
      })
      .onConflict((same) => same.columns(["study_id", "sha256"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return idOf(within, studyId, sha256);
    await storeCells(within, id, source);
    return id;
  });
}

/** @throws Problem "not-found" */
export async function loadSource(db: Pick<Database, "read">, id: string): Promise<Source> {
  const transaction = db.read.transaction().setIsolationLevel("repeatable read");
  return transaction.execute(async (within) => {
    const dataset = await within
      .selectFrom("datasets")
      .select(["name", "sha256", "encoding", "delimiter", "rows"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (dataset === undefined) throw noDataset();
    const stored = await within
      .selectFrom("dataset_columns")
      .select(["position", "name", "type", "dictionary"])
      .where("dataset_id", "=", id)
      .orderBy("position")
      .execute();
    const cells = await loadCells(within, id, dataset.rows, [lineNumbers, ...stored]);
    const columns = stored.map(({ name, position, dictionary }) => ({
      name,
      position,
      cells: cells.get(position)!,
      dictionary: JSON.parse(dictionary) as readonly string[],
    }));
    return { ...dataset, columns, lines: cells.get(0) as Int32Array };
  });
}

/** In the order in which they came. */
export async function datasetsOf(read: Read, studyId: string): Promise<Dataset[]> {
  return read
    .selectFrom("datasets")
    .select(["id", "name", "sha256", "encoding", "delimiter", "rows", "confirmed", "issues"])
    .select("created_at as createdAt")
    .select((one) =>
      one
        .selectFrom("dataset_columns")
        .whereRef("dataset_id", "=", "datasets.id")
        .select((each) => each.fn.countAll<number>().as("columns"))
        .$asScalar()
        .$notNull()
        .as("columns"),
    )
    .where("study_id", "=", studyId)
    .orderBy("created_at")
    .orderBy("name")
    .execute();
}

/** @throws Problem "not-found" */
export async function confirmDataset(write: Write, id: string): Promise<void> {
  const { numUpdatedRows } = await write
    .updateTable("datasets")
    .set({ confirmed: true })
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noDataset();
}

/** With its cells. Removing what is not there is no mistake: somebody was faster. */
export async function removeDataset(write: Write, id: string): Promise<void> {
  await write.deleteFrom("datasets").where("id", "=", id).execute();
}

async function idOf(within: Transaction<Schema>, studyId: string, sha256: string): Promise<string> {
  const { id } = await within
    .selectFrom("datasets")
    .select("id")
    .where("study_id", "=", studyId)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow(() => new Problem("busy", "The file was removed this moment."));
  return id;
}

async function storeCells(within: Transaction<Schema>, id: string, source: Source): Promise<void> {
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

interface StoredColumn {
  readonly position: number;
  readonly type: CellType;
}
const lineNumbers: StoredColumn = { position: 0, type: "int32" };

async function loadCells(
  within: ReadonlyTransaction<Schema>,
  id: string,
  rows: number,
  columns: readonly StoredColumn[],
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

const noDataset = (): Problem =>
  new Problem("not-found", "The file does not exist.", { next: "It may have been removed." });
