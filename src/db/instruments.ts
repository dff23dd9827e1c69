/** Instruments and their versions: one draft at most, and published ones, which nobody changes any more. */
import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { canonicalJson } from "../canonical-json.ts";
import { Problem } from "../problem.ts";
import type { Read, Write } from "./connect.ts";

/** Both are JSON, as text: what a person saved, to the letter. */
export interface Documents {
  /** SurveyJS JSON. */
  readonly definition: string;
  readonly codebook: string;
}

export interface InstrumentListed {
  readonly id: string;
  readonly title: string;
  readonly sample: boolean;
  readonly createdAt: Date;
  /** Number of the newest published version; null: none yet. */
  readonly latest: number | null;
  readonly hasDraft: boolean;
  readonly waves: number;
}

export interface Version {
  readonly id: string;
  readonly instrumentId: string;
  /** null: the draft. */
  readonly number: number | null;
  /** The same for documents that say the same, however they are laid out. */
  readonly sha256: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

export interface VersionDocuments extends Version, Documents {}

/** With its documents as the draft. @returns its id. */
export async function createInstrument(
  write: Write,
  { title, sample = false, ...documents }: NewInstrument,
): Promise<string> {
  const id = randomUUID();
  await write.transaction().execute(async (within) => {
    await within.insertInto("instruments").values({ id, title: title.trim(), sample }).execute();
    await saveDraft(within, id, documents);
  });
  return id;
}

export interface NewInstrument extends Documents {
  readonly title: string;
  readonly sample?: boolean;
}

/** Newest first. */
export async function listInstruments(read: Read): Promise<InstrumentListed[]> {
  return listed(read).orderBy("created_at", "desc").orderBy("title").execute();
}

export async function findInstrument(
  read: Read,
  id: string,
): Promise<InstrumentListed | undefined> {
  return listed(read).where("id", "=", id).executeTakeFirst();
}

export async function saveInstrumentTitle(write: Write, id: string, title: string): Promise<void> {
  const { numUpdatedRows } = await write
    .updateTable("instruments")
    .set({ title: title.trim() })
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noInstrument();
}

/** With its versions. @throws Problem "in-use" where it has waves */
export async function removeInstrument(write: Write, id: string): Promise<void> {
  await write.deleteFrom("instruments").where("id", "=", id).execute();
}

/** The published ones, newest first. */
export async function versionsOf(read: Read, instrumentId: string): Promise<Version[]> {
  return versions(read)
    .where("instrument_id", "=", instrumentId)
    .where("number", "is not", null)
    .orderBy("number", "desc")
    .execute();
}

/** What either handle can do. */
export type Selecting = Pick<Read, "selectFrom">;

/** Any version, the draft included. */
export async function versionOf(
  read: Selecting,
  versionId: string,
): Promise<VersionDocuments | undefined> {
  return versions(read)
    .select(["definition", "codebook"])
    .where("id", "=", versionId)
    .executeTakeFirst();
}

export async function draftOf(
  read: Selecting,
  instrumentId: string,
): Promise<VersionDocuments | undefined> {
  return versions(read)
    .select(["definition", "codebook"])
    .where("instrument_id", "=", instrumentId)
    .where("number", "is", null)
    .executeTakeFirst();
}

/** Over the draft there is, or as a new one. @throws Problem "not-found" without the instrument */
export async function saveDraft(
  write: Write,
  instrumentId: string,
  { definition, codebook }: Documents,
): Promise<void> {
  const sha256 = digestOf({ definition, codebook });
  await write
    .insertInto("instrument_versions")
    .values({ id: randomUUID(), instrument_id: instrumentId, definition, codebook, sha256 })
    .onConflict((draft) =>
      draft
        .column("instrument_id")
        .where("number", "is", null)
        .doUpdateSet({ definition, codebook, sha256 }),
    )
    .execute();
}

/** A copy of the newest published version, to be edited; a draft that is there stays as it is. */
export async function beginDraft(write: Write, instrumentId: string): Promise<void> {
  await write
    .insertInto("instrument_versions")
    .columns(["id", "instrument_id", "definition", "codebook", "sha256"])
    .expression((from) =>
      from
        .selectFrom("instrument_versions")
        .select(sql<string>`${randomUUID()}`.as("id"))
        .select(["instrument_id", "definition", "codebook", "sha256"])
        .where("instrument_id", "=", instrumentId)
        .where("number", "is not", null)
        .orderBy("number", "desc")
        .limit(1),
    )
    .onConflict((draft) => draft.column("instrument_id").where("number", "is", null).doNothing())
    .execute();
}

export async function dropDraft(write: Write, instrumentId: string): Promise<void> {
  await write
    .deleteFrom("instrument_versions")
    .where("instrument_id", "=", instrumentId)
    .where("number", "is", null)
    .execute();
}

/**
 * The draft becomes the next version, in one statement: of two who publish at once, one does.
 * @param seen fingerprint of the draft that somebody looked at; absent: whatever it says
 * @returns its number. @throws Problem where there is no draft, or one that says what the newest version says
 */
export async function publishDraft(
  write: Write,
  instrumentId: string,
  seen: string | null = null,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with latest as (
      select number, sha256 from instrument_versions
      where instrument_id = ${instrumentId} and number is not null
      order by number desc limit 1
    )
    update instrument_versions
    set number = coalesce((select number from latest), 0) + 1, published_at = clock_timestamp()
    where instrument_id = ${instrumentId} and number is null
      and sha256 is distinct from (select sha256 from latest)
      and sha256 = coalesce(${seen}::text, sha256)
    returning number`.execute(write);
  const [published] = rows;
  if (published !== undefined) return published.number;
  const draft = await draftOf(write, instrumentId);
  if (draft === undefined) throw noDraft();
  throw seen === null || seen === draft.sha256 ? nothingNew() : anotherDraft();
}

function listed(read: Read) {
  return read
    .selectFrom("instruments")
    .select(["id", "title", "sample", "created_at as createdAt"])
    .select((one) => [
      one
        .selectFrom("instrument_versions")
        .whereRef("instrument_id", "=", "instruments.id")
        .select((each) => each.fn.max("number").as("latest"))
        .as("latest"),
      one
        .exists(
          one
            .selectFrom("instrument_versions")
            .whereRef("instrument_id", "=", "instruments.id")
            .where("number", "is", null)
            .select("id"),
        )
        .as("hasDraft"),
      one
        .selectFrom("waves")
        .whereRef("instrument_id", "=", "instruments.id")
        .select((each) => each.fn.countAll<number>().as("waves"))
        .$asScalar()
        .$notNull()
        .as("waves"),
    ])
    .$castTo<InstrumentListed>();
}

function versions(read: Selecting) {
  return read
    .selectFrom("instrument_versions")
    .select(["id", "instrument_id as instrumentId", "number", "sha256"])
    .select(["created_at as createdAt", "published_at as publishedAt"]);
}

const digestOf = ({ definition, codebook }: Documents): string =>
  createHash("sha256")
    .update(canonicalJson([JSON.parse(definition), JSON.parse(codebook)]))
    .digest("hex");

const noInstrument = (): Problem =>
  new Problem("not-found", "The instrument does not exist.", { next: "Choose one from the list." });

const noDraft = (): Problem =>
  new Problem("not-found", "There is no draft to publish.", {
    next: "Perhaps somebody else has just published it; else begin one.",
  });

const anotherDraft = (): Problem =>
  new Problem("data-changed", "The draft was saved again before it was published.", {
    next: "Look once more at what changes, then publish.",
  });

const nothingNew = (): Problem =>
  new Problem("already-there", "The draft says what the newest version says.", {
    next: "Change it before it is published, or drop it.",
  });
