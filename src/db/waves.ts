/** Waves: one version of an instrument, sent out once. */
import { createHash, randomUUID } from "node:crypto";
import { sql, type UpdateObject } from "kysely";
import { Problem } from "../problem.ts";
import type { Read, Write } from "./connect.ts";
import type { Schema } from "./schema.ts";

export interface Wave {
  readonly id: string;
  readonly instrumentId: string;
  /** The version that is shown now. */
  readonly versionId: string;
  readonly title: string;
  readonly anonymous: boolean;
  readonly opensAt: Date;
  /** null: open until somebody closes it. */
  readonly closesAt: Date | null;
  /** Days after the end in which those inside may finish. */
  readonly graceDays: number;
  /** The last part of the address that anybody may use; null: personal links only. */
  readonly openLink: string | null;
  readonly sample: boolean;
  readonly createdAt: Date;
}

export interface NewWave {
  /** A published one. */
  readonly versionId: string;
  readonly title: string;
  readonly anonymous: boolean;
  readonly opensAt: Date;
  readonly closesAt?: Date | null;
  readonly graceDays?: number;
  readonly openLink?: boolean;
  readonly sample?: boolean;
}

/** What can be changed of a wave; what is absent stays. */
export interface WaveChange {
  readonly title?: string;
  readonly opensAt?: Date;
  readonly closesAt?: Date | null;
  readonly graceDays?: number;
  readonly openLink?: boolean;
  /** Another published version of the same instrument. */
  readonly versionId?: string;
}

/** @returns its id. @throws Problem where the version is not a published one */
export async function createWave(write: Write, wave: NewWave): Promise<string> {
  const id = randomUUID();
  const { title, anonymous, opensAt, closesAt = null, graceDays = 7, sample = false } = wave;
  const openLink = wave.openLink === true ? openLinkOf(id) : null;
  const { rows } = await sql`
    insert into waves (id, instrument_id, version_id, title, anonymous, opens_at, closes_at, grace_days, open_link, sample)
    select ${id}, instrument_id, id, ${title.trim()}, ${anonymous}, ${opensAt}, ${closesAt}, ${graceDays}, ${openLink}, ${sample}
    from instrument_versions where id = ${wave.versionId} and number is not null
    returning id`.execute(write);
  if (rows.length === 0) throw noVersion();
  return id;
}

export async function findWave(read: Read, id: string): Promise<Wave | undefined> {
  return waves(read).where("id", "=", id).executeTakeFirst();
}

export async function findWaveByOpenLink(read: Read, openLink: string): Promise<Wave | undefined> {
  return waves(read).where("open_link", "=", openLink).executeTakeFirst();
}

/** Of one instrument, or all; newest first. */
export async function listWaves(read: Read, instrumentId?: string): Promise<Wave[]> {
  return waves(read)
    .$if(instrumentId !== undefined, (all) => all.where("instrument_id", "=", instrumentId!))
    .orderBy("opens_at", "desc")
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
}

/** @throws Problem "not-found" without the wave, or where its instrument has no such version */
export async function saveWave(write: Write, id: string, change: WaveChange): Promise<void> {
  const { versionId } = change;
  const { numUpdatedRows } = await write
    .updateTable("waves")
    .set({ version_id: (wave) => wave.ref("version_id"), ...columnsOf(id, change) })
    .where("id", "=", id)
    .$if(versionId !== undefined, (wave) =>
      wave.where((one) =>
        one.exists(
          one
            .selectFrom("instrument_versions")
            .select("id")
            .where("id", "=", versionId!)
            .where("number", "is not", null)
            .whereRef("instrument_id", "=", "waves.instrument_id"),
        ),
      ),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw versionId === undefined ? noWave() : noVersion();
}

/** With its invitations and everything that was answered. */
export async function removeWave(write: Write, id: string): Promise<void> {
  await write.deleteFrom("waves").where("id", "=", id).execute();
}

/** The same each time, so that a link that was printed works again once it is switched on again. */
const openLinkOf = (id: string): string =>
  createHash("sha256").update(`open:${id}`).digest("base64url").slice(0, 12);

function columnsOf(id: string, change: WaveChange): UpdateObject<Schema, "waves"> {
  const { title, opensAt, closesAt, graceDays, openLink, versionId } = change;
  return {
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(opensAt === undefined ? {} : { opens_at: opensAt }),
    ...(closesAt === undefined ? {} : { closes_at: closesAt }),
    ...(graceDays === undefined ? {} : { grace_days: graceDays }),
    ...(openLink === undefined ? {} : { open_link: openLink ? openLinkOf(id) : null }),
    ...(versionId === undefined ? {} : { version_id: versionId }),
  };
}

function waves(read: Read) {
  return read.selectFrom("waves").select("waves.id").select(waveColumns);
}

/** As in a `Wave`, but for its id. */
export const waveColumns = [
  "waves.instrument_id as instrumentId",
  "waves.version_id as versionId",
  "waves.title",
  "waves.anonymous",
  "waves.opens_at as opensAt",
  "waves.closes_at as closesAt",
  "waves.grace_days as graceDays",
  "waves.open_link as openLink",
  "waves.sample",
  "waves.created_at as createdAt",
] as const;

const noWave = (): Problem =>
  new Problem("not-found", "The wave does not exist.", { next: "Choose one from the list." });

const noVersion = (): Problem =>
  new Problem("not-found", "The instrument has no such published version.", {
    next: "Publish its draft first, or choose a version from the list.",
  });
