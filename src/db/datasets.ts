/** Files as they were read, sealed: stored whole or not at all, never changed, given back to the letter. */
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Issue, Source } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import { loadColumns, storeColumns } from "./columns.ts";
import type { Database, Read, Write } from "./connect.ts";
import { json, jsonOrNull } from "./json.ts";
import type { Schema } from "./schema.ts";

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
    const { name, sha256, encoding, delimiter, rows, codebook = null } = source;
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
        codebook: jsonOrNull(codebook),
      })
      // Whichever of the two, name or contents: two at once may meet in either.
      .onConflict((same) => same.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return sameFile(within, studyId, sha256);
    await storeColumns(within, id, source);
    return id;
  });
}

/**
 * As of one moment, should the file be removed meanwhile; the embedded database has one session, so no level.
 * @throws Problem "not-found"
 */
export async function loadSource(db: Pick<Database, "read">, id: string): Promise<Source> {
  const transaction = db.read.transaction().setIsolationLevel("repeatable read");
  return transaction.execute(async (within) => {
    const dataset = await within
      .selectFrom("datasets")
      .select(["name", "sha256", "encoding", "delimiter", "rows", "codebook"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (dataset === undefined) throw noDataset();
    const { codebook, ...file } = dataset;
    return {
      ...file,
      ...(codebook === null ? {} : { codebook }),
      ...(await loadColumns(within, id, file.rows)),
    };
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

/** Names of its columns, in the order of the file. */
export async function columnNames(read: Read, id: string): Promise<string[]> {
  const columns = await read
    .selectFrom("dataset_columns")
    .select("name")
    .where("dataset_id", "=", id)
    .orderBy("position")
    .execute();
  return columns.map(({ name }) => name);
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

async function sameFile(
  within: Transaction<Schema>,
  studyId: string,
  sha256: string,
): Promise<string> {
  const { id } = await within
    .selectFrom("datasets")
    .select("id")
    .where("study_id", "=", studyId)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow(
      () =>
        new Problem("already-there", "The study has a file of this name with other contents.", {
          next: "Remove that file first, or give this one another name.",
        }),
    );
  return id;
}

const noDataset = (): Problem =>
  new Problem("not-found", "The file does not exist.", { next: "It may have been removed." });
