/** Returns by the thousand, as if they had come in one by one: for the sample only. */
import { sql } from "kysely";
import type { Write } from "./connect.ts";
import type { NewEvent } from "./answer-events.ts";
import type { NewResponse } from "./responses.ts";

export interface SampleResponse extends NewResponse {
  readonly completedAt: Date | null;
}

/** All or nothing; events in the order in which they are given. */
export async function storeReturns(
  write: Write,
  responses: readonly SampleResponse[],
  events: readonly NewEvent[],
): Promise<void> {
  await write.transaction().execute(async (within) => {
    for (const some of portions(responses))
      await sql`
        insert into responses (id, wave_id, invitation_id, link, seed, modules, locale, device,
          consent_version, consented_at, started_at, completed_at)
        select id, "waveId", "invitationId", link, seed, modules, locale, device,
          "consentVersion", "consentedAt", "startedAt", "completedAt"
        from jsonb_to_recordset(${JSON.stringify(
          some.map((one) => ({ ...one, modules: JSON.stringify(one.modules) })),
        )}::text::jsonb) as given (id text, "waveId" text, "invitationId" text, link text, seed integer,
          modules text, locale text, device text, "consentVersion" text, "consentedAt" timestamptz,
          "startedAt" timestamptz, "completedAt" timestamptz)`.execute(within);
    for (const some of portions(events))
      await sql`
        insert into answer_events (response_id, key, digest, replaced, section, version_id, locale, answers,
          seen, seconds, device, late, at)
        select "responseId", key, digest, 0, section, "versionId", locale, answers, 0, seconds, device, late, at
        from jsonb_to_recordset(${JSON.stringify(
          some.map((one) => ({ ...one, answers: JSON.stringify(one.answers) })),
        )}::text::jsonb) as given ("responseId" text, key text, digest text, section text, "versionId" text,
          locale text, answers text, seconds integer, device text, late boolean, at timestamptz)`.execute(
        within,
      );
  });
}

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce);
}

const atOnce = 2000;
