/** What stands in the database before somebody answers: an instrument, a version of it, a wave. */
import { randomUUID } from "node:crypto";
import type { Write } from "../../../src/db/connect.ts";
import type { NewEvent } from "../../../src/db/answer-events.ts";
import { createInstrument, publishDraft, versionsOf } from "../../../src/db/instruments.ts";
import type { Database } from "../../../src/db/connect.ts";
import { insertResponse, type NewResponse } from "../../../src/db/responses.ts";
import { createWave, type NewWave } from "../../../src/db/waves.ts";

export const documents = {
  definition: JSON.stringify({
    pages: [
      { name: "first", elements: [{ type: "text", name: "job", title: "Your job" }] },
      { name: "second", elements: [{ type: "boolean", name: "happy", title: "Happy?" }] },
    ],
  }),
  codebook: JSON.stringify({
    consent: { version: "1", text: "Agree?" },
    items: { job: { label: "Job" }, happy: { label: "Happy" } },
    scales: [],
  }),
};

export interface Published {
  readonly instrumentId: string;
  readonly versionId: string;
}

export async function publishedInstrument(
  { read, write }: Database,
  some = documents,
): Promise<Published> {
  const instrumentId = await createInstrument(write, { title: "Alumni", ...some });
  await publishDraft(write, instrumentId);
  const [version] = await versionsOf(read, instrumentId);
  return { instrumentId, versionId: version!.id };
}

export async function openWave(
  db: Database,
  more: Partial<NewWave> = {},
): Promise<Published & { readonly waveId: string }> {
  const published = await publishedInstrument(db);
  const waveId = await createWave(db.write, {
    versionId: published.versionId,
    title: "Spring",
    anonymous: false,
    opensAt: new Date("2026-03-01T08:00:00Z"),
    ...more,
  });
  return { ...published, waveId };
}

const moment = new Date("2026-03-02T10:11:12Z");

export async function begunResponse(
  write: Write,
  waveId: string,
  more: Partial<NewResponse> = {},
): Promise<string> {
  const id = more.id ?? randomUUID();
  await insertResponse(write, {
    id,
    waveId,
    invitationId: null,
    link: "open",
    seed: 7,
    modules: [],
    locale: "en",
    device: "phone",
    consentVersion: "1",
    consentedAt: moment,
    startedAt: moment,
    ...more,
  });
  return id;
}

export const pageOf = (
  responseId: string,
  versionId: string,
  more: Partial<NewEvent> = {},
): NewEvent => ({
  responseId,
  versionId,
  key: randomUUID(),
  digest: "a",
  section: "first",
  locale: "en",
  answers: { job: "baker" },
  seen: 0,
  seconds: 12,
  device: "phone",
  late: false,
  at: moment,
  ...more,
});
