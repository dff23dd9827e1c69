/**
 * What was answered, page by page. Events are appended only, each by one statement: it is there or it is not, and
 * the same page sent again is there once. What a person has answered is the fold of the events.
 */
import { sql } from "kysely";
import type { Answer, Typed } from "#surveys";
import { Problem } from "../problem.ts";
import type { Read, Write } from "./connect.ts";
import type { Device } from "./schema.ts";

/** One page as it was sent. */
export interface AnswerEvent {
  readonly id: number;
  readonly section: string;
  readonly versionId: string;
  readonly locale: string;
  /** Over the items that were asked; null: left blank. */
  readonly answers: PageAnswers;
  /** What was written and could not be used, by item. */
  readonly typed?: TypedItems;
  /** The last event that the page knew of; 0: none. */
  readonly seen: number;
  /** The last event of the same form that said something else; 0: none. */
  readonly replaced: number;
  /** From showing to sending. */
  readonly seconds: number | null;
  readonly device: Device;
  /** After the wave was closed. */
  readonly late: boolean;
  readonly at: Date;
}

export type PageAnswers = Readonly<Record<string, Answer | null>>;

export type TypedItems = Readonly<Record<string, Typed>>;

export interface NewEvent extends Omit<AnswerEvent, "id" | "replaced"> {
  readonly responseId: string;
  /** Of the form. */
  readonly key: string;
  /** Of what it sent. */
  readonly digest: string;
}

/**
 * Events of one response get their ids in the order in which they are stored, because each holds its response while
 * it is: so who has seen an event has seen all before it.
 * @throws Problem "not-found" where the response was withdrawn, or the version is none of its instrument
 */
export async function insertEvent(
  write: Write,
  event: NewEvent,
): Promise<"stored" | "already stored"> {
  const { responseId, key, digest, section, versionId, locale, seen, seconds, device } = event;
  const answers = JSON.stringify(event.answers);
  const typed = event.typed === undefined ? null : JSON.stringify(event.typed);
  const { rows } = await sql<{ found: boolean; stored: boolean }>`
    with response as (
      select responses.id from responses
      join waves on waves.id = responses.wave_id
      join instrument_versions version on version.instrument_id = waves.instrument_id
      where responses.id = ${responseId} and withdrawn_at is null
        and version.id = ${versionId} and version.number is not null
      for no key update of responses
    ), stored as (
      insert into answer_events
        (response_id, key, digest, replaced, section, version_id, locale, answers, typed, seen, seconds, device, late, at)
      select id, ${key}, ${digest}, coalesce(
          (select max(id) from answer_events e
           where e.response_id = response.id and e.key = ${key} and e.digest <> ${digest}), 0),
        ${section}, ${versionId}, ${locale}, ${answers}, ${typed}, ${seen},
        ${seconds}, ${device}, ${event.late}, ${event.at}
      from response
      on conflict on constraint answer_events_once do nothing
      returning id
    )
    select exists (select from response) as found, exists (select from stored) as stored`.execute(
    write,
  );
  const { found, stored } = rows[0]!;
  if (!found)
    throw new Problem("not-found", "There is no response that the page could be added to.", {
      next: "Open the link of the invitation again.",
    });
  return stored ? "stored" : "already stored";
}

/** In the order in which they were stored. */
export async function eventsOf(read: Read, responseId: string): Promise<AnswerEvent[]> {
  const rows = await events(read).where("response_id", "=", responseId).execute();
  return rows.map(eventOf);
}

/** Of everybody in a wave, by response. */
export async function eventsOfWave(
  read: Read,
  waveId: string,
): Promise<ReadonlyMap<string, readonly AnswerEvent[]>> {
  const rows = await events(read)
    .select("response_id as responseId")
    .innerJoin("responses", "responses.id", "response_id")
    .where("wave_id", "=", waveId)
    .execute();
  const byResponse = new Map<string, AnswerEvent[]>();
  for (const { responseId, ...row } of rows) {
    const one = byResponse.get(responseId);
    if (one === undefined) byResponse.set(responseId, [eventOf(row)]);
    else one.push(eventOf(row));
  }
  return byResponse;
}

function events(read: Read) {
  return read
    .selectFrom("answer_events")
    .select(["answer_events.id", "section", "version_id as versionId", "answer_events.locale"])
    .select([
      "answers",
      "typed",
      "seen",
      "replaced",
      "seconds",
      "answer_events.device",
      "late",
      "at",
    ])
    .orderBy("answer_events.id");
}

/** Documents are text: an answer may hold characters that jsonb cannot. */
function eventOf<Row extends { answers: string; typed: string | null }>({
  answers,
  typed,
  ...event
}: Row) {
  return {
    ...event,
    answers: JSON.parse(answers) as PageAnswers,
    ...(typed === null ? {} : { typed: JSON.parse(typed) as TypedItems }),
  };
}
