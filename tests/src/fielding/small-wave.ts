/** A wave of a small instrument, and the pages somebody sends. */
import { randomUUID } from "node:crypto";
import type { Database } from "../../../src/db/connect.ts";
import { createInstrument, publishDraft, versionsOf } from "../../../src/db/instruments.ts";
import { createWave, findWave, type NewWave, type Wave } from "../../../src/db/waves.ts";
import { invite, type Invited } from "../../../src/fielding/links.ts";
import type { PageSave } from "../../../src/fielding/record.ts";
import type { Person } from "../../../src/fielding/roster.ts";
import { startResponse, type Start } from "../../../src/fielding/start.ts";
import { findVisit, type Visit } from "../../../src/fielding/visit.ts";

export const secret = "only for tests, so it may be known";

export const definition = {
  title: { default: "First jobs", es: "Primeros empleos" },
  pages: [
    {
      name: "work",
      elements: [
        { type: "text", name: "job", title: "Your job" },
        {
          type: "radiogroup",
          name: "field",
          title: "Field",
          choices: [
            { value: "arts", text: { default: "Arts", es: "Artes" } },
            { value: "law", text: { default: "Law", es: "Derecho" } },
          ],
        },
      ],
    },
    {
      name: "module_a",
      elements: [{ type: "text", inputType: "number", name: "hours", title: "Hours a week" }],
    },
    { name: "module_b", elements: [{ type: "boolean", name: "happy", title: "Happy?" }] },
    { name: "end", elements: [{ type: "comment", name: "words", title: "Anything else?" }] },
  ],
};

export const codebook = {
  consent: { version: "2026-1", text: "Do you agree?" },
  items: {
    job: { label: "Job" },
    field: { label: "Field", known: "skip" },
    hours: { label: "Hours" },
    happy: { label: "Happy" },
    words: { label: "Words" },
  },
  scales: [],
  modules: {
    each: 1,
    of: [
      { id: "a", sections: ["module_a"] },
      { id: "b", sections: ["module_b"] },
    ],
  },
};

export const moment = (text: string): Date => new Date(`2026-${text}Z`);

/** Open from the first of March to the first of April, and a week of grace. */
export async function smallWave(db: Database, more: Partial<NewWave> = {}): Promise<Wave> {
  const instrument = await createInstrument(db.write, {
    title: "First jobs",
    definition: JSON.stringify(definition),
    codebook: JSON.stringify(codebook),
  });
  await publishDraft(db.write, instrument);
  const [version] = await versionsOf(db.read, instrument);
  const id = await createWave(db.write, {
    versionId: version!.id,
    title: "Spring",
    anonymous: false,
    opensAt: moment("03-01T00:00:00"),
    closesAt: moment("04-01T00:00:00"),
    ...more,
  });
  return (await findWave(db.read, id))!;
}

export const people = (...ids: readonly string[]): Person[] =>
  ids.map((personId) => ({ personId, facts: { field: "Law", cohort: "2021" } }));

export const inviteAll = (db: Database, wave: Wave, some: readonly Person[]): Promise<Invited> =>
  invite(db.write, some, { wave, secret });

/** By the link of an invitation, from a phone. */
export async function start(
  db: Database,
  token: string,
  more: Partial<Start> = {},
): Promise<Visit> {
  const { wave, invitation } = (await findVisit(db.read, token))!;
  await startResponse(db.write, {
    token,
    wave,
    invitation,
    link: "personal",
    locale: "en",
    device: "phone",
    consentVersion: "2026-1",
    at: moment("03-02T10:11:12.345"),
    ...more,
  });
  return (await findVisit(db.read, token))!;
}

export const page = (
  { token, wave }: Pick<Visit, "token" | "wave">,
  more: Partial<PageSave> = {},
): PageSave => ({
  token,
  wave,
  key: randomUUID(),
  section: "work",
  versionId: wave.versionId,
  locale: "en",
  answers: { job: "baker" },
  seen: 0,
  seconds: 9,
  device: "phone",
  at: moment("03-02T10:12:00"),
  ...more,
});
