/** Everything that was answered in a wave, ready to be handed to a thread. */
import type { Locale, Save } from "#surveys";
import { eventsOfWave, type AnswerEvent } from "../db/answer-events.ts";
import type { Read } from "../db/connect.ts";
import { versionOf, versionsOf, type Documents } from "../db/instruments.ts";
import type { Facts } from "../db/invitations.ts";
import { responsesOf, type Answered } from "../db/responses.ts";
import type { Wave } from "../db/waves.ts";

export interface CollectedWave {
  /** All that somebody saw, and the one that is shown now; oldest first. */
  readonly versions: readonly NumberedDocuments[];
  readonly responses: readonly StoredResponse[];
}

export interface NumberedDocuments extends Documents {
  readonly number: number;
}

export interface StoredResponse {
  readonly person: string;
  readonly seed: number;
  readonly modules: readonly string[];
  readonly facts: Facts;
  readonly saves: readonly Save[];
  readonly complete: boolean;
  readonly locale: Locale;
  readonly device: string;
  /** The day of the last page: what "today" was in the conditions. */
  readonly today: string;
}

/** Responses of which a page was sent, and that were not withdrawn. */
export async function collectWave(read: Read, wave: Wave): Promise<CollectedWave> {
  const [versions, answered, events] = await Promise.all([
    versionsOf(read, wave.instrumentId),
    responsesOf(read, wave.id),
    eventsOfWave(read, wave.id),
  ]);
  const numberOf = new Map(versions.map(({ id, number }) => [id, number]));
  const responses = answered
    .filter(({ id, withdrawnAt }) => withdrawnAt === null && events.has(id))
    .map((response, at) => stored(response, { at, events: events.get(response.id)!, numberOf }));
  const seen = new Set([
    numberOf.get(wave.versionId),
    ...responses.flatMap(({ saves }) => saves.map(({ version }) => version)),
  ]);
  const shown = versions.filter(({ number }) => number !== null && seen.has(number)).toReversed();
  return {
    versions: await Promise.all(shown.map(({ id }) => documentsOf(read, id))),
    responses,
  };
}

interface Beside {
  readonly at: number;
  readonly events: readonly AnswerEvent[];
  readonly numberOf: ReadonlyMap<string, number | null>;
}

/** Who is not known gets a number, anew each time: it must lead to nobody. */
function stored(response: Answered, { at, events, numberOf }: Beside): StoredResponse {
  const { personId, seed, modules, facts, locale, device, completedAt } = response;
  return {
    person: personId ?? `unknown-${at + 1}`,
    seed,
    modules,
    facts,
    saves: events.map(({ versionId, ...event }) => ({
      ...event,
      version: numberOf.get(versionId)!,
    })),
    complete: completedAt !== null,
    locale: events.at(-1)?.locale ?? locale,
    device,
    today: events.at(-1)!.at.toISOString().slice(0, 10),
  };
}

async function documentsOf(read: Read, versionId: string): Promise<NumberedDocuments> {
  const { number, definition, codebook } = (await versionOf(read, versionId))!;
  return { number: number!, definition, codebook };
}
