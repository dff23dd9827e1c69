/** The wave of the sample campus, as if it had been open for some weeks: still open, so that one can answer, too. */
import type { CampusWave, Return } from "../campus/wave.ts";
import type { NewEvent } from "../db/answer-events.ts";
import type { Database } from "../db/connect.ts";
import { createInstrument, publishDraft, removeInstrument, versionsOf } from "../db/instruments.ts";
import { invitationsOf } from "../db/invitations.ts";
import { storeReturns, type SampleResponse } from "../db/sample-wave.ts";
import { createWave, removeWave } from "../db/waves.ts";
import { invite } from "./links.ts";
import { digestOf } from "./record.ts";
import { freshToken, hashesOf } from "./token.ts";

export interface SampleField {
  readonly title: string;
  readonly instrument: {
    readonly title: string;
    readonly file: { readonly definition: unknown; readonly codebook: unknown };
    readonly consentVersion: string;
  };
  readonly campus: CampusWave;
}

/** @returns the id of the wave. All of it or nothing. */
export async function fieldSample(
  db: Database,
  { title, instrument, campus }: SampleField,
  { secret, now }: { readonly secret: string; readonly now: Date },
): Promise<string> {
  const { definition, codebook } = instrument.file;
  const instrumentId = await createInstrument(db.write, {
    title: instrument.title,
    sample: true,
    definition: JSON.stringify(definition, null, 2),
    codebook: JSON.stringify(codebook, null, 2),
  });
  let waveId: string | undefined;
  try {
    await publishDraft(db.write, instrumentId);
    const versionId = (await versionsOf(db.read, instrumentId))[0]!.id;
    const opensAt = new Date(now.getTime() - daysBefore * day);
    const closesAt = new Date(now.getTime() + daysAfter * day);
    waveId = await createWave(db.write, {
      versionId,
      title,
      anonymous: false,
      opensAt,
      closesAt,
      openLink: true,
      sample: true,
    });
    const wave = { id: waveId, anonymous: false };
    const { links } = await invite(db.write, campus.roster, { wave, secret });
    const tokens = new Map(links.map(({ personId, token }) => [personId, token]));
    const invitations = new Map(
      (await invitationsOf(db.read, waveId)).map(({ personId, id }) => [personId, id]),
    );
    const placed = campus.returns.map((one) => ({
      one,
      opensAt,
      versionId,
      waveId: waveId!,
      responseId: hashesOf(tokens.get(one.personId)!).response,
      invitationId: invitations.get(one.personId)!,
      consentVersion: instrument.consentVersion,
    }));
    await storeReturns(db.write, placed.map(responseOf), placed.flatMap(eventsOf));
    return waveId;
  } catch (error) {
    if (waveId !== undefined) await removeWave(db.write, waveId);
    await removeInstrument(db.write, instrumentId);
    throw error;
  }
}

const daysBefore = 40;
const daysAfter = 60;
const day = 86_400_000;

interface Placed {
  readonly one: Return;
  readonly opensAt: Date;
  readonly versionId: string;
  readonly waveId: string;
  readonly responseId: string;
  readonly invitationId: string;
  readonly consentVersion: string;
}

const momentAfter = (opensAt: Date, seconds: number): Date =>
  new Date(opensAt.getTime() + seconds * 1000);

function responseOf({ one, opensAt, ...ids }: Placed): SampleResponse {
  const begun = momentAfter(opensAt, (one.pages[0]?.after ?? 0) - (one.pages[0]?.seconds ?? 0));
  return {
    id: ids.responseId,
    waveId: ids.waveId,
    invitationId: ids.invitationId,
    link: "personal",
    seed: one.seed,
    modules: one.modules,
    locale: one.locale,
    device: one.device,
    consentVersion: ids.consentVersion,
    consentedAt: begun,
    startedAt: begun,
    completedAt: one.complete ? momentAfter(opensAt, one.pages.at(-1)?.after ?? 0) : null,
  };
}

const eventsOf = ({ one, opensAt, responseId, versionId }: Placed): NewEvent[] =>
  one.pages.map(({ section, answers, seconds, after }) => ({
    responseId,
    key: freshToken(),
    digest: digestOf({ section, answers }),
    section,
    versionId,
    locale: one.locale,
    answers,
    seen: 0,
    seconds,
    device: one.device,
    late: false,
    at: momentAfter(opensAt, after),
  }));
