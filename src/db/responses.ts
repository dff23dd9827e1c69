/** Responses: who began to answer, and how it ended. What was answered is in their events. */
import { Problem } from "../problem.ts";
import type { Read, Write } from "./connect.ts";
import { factsOf, type Facts, type Invitation } from "./invitations.ts";
import type { Device } from "./schema.ts";
import { waveColumns, type Wave } from "./waves.ts";

export interface Response {
  readonly id: string;
  readonly waveId: string;
  /** null: an open link, or an anonymous wave. */
  readonly invitationId: string | null;
  readonly link: "personal" | "open";
  /** Decides random orders. */
  readonly seed: number;
  /** Ids of the modules this person was given. */
  readonly modules: readonly string[];
  readonly locale: string;
  readonly device: Device;
  readonly consentVersion: string;
  readonly consentedAt: Date;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export type NewResponse = Omit<Response, "completedAt" | "withdrawnAt">;

/** Started twice is started once. */
export async function insertResponse(write: Write, response: NewResponse): Promise<void> {
  await write
    .insertInto("responses")
    .values({
      id: response.id,
      wave_id: response.waveId,
      invitation_id: response.invitationId,
      link: response.link,
      seed: response.seed,
      modules: JSON.stringify(response.modules),
      locale: response.locale,
      device: response.device,
      consent_version: response.consentVersion,
      consented_at: response.consentedAt,
      started_at: response.startedAt,
    })
    .onConflict((same) => same.doNothing())
    .execute();
}

/** The first time counts. @throws Problem "not-found" where the response was withdrawn */
export async function markComplete(
  write: Write,
  responseId: string,
  at: Date,
): Promise<"completed" | "already completed"> {
  const { numUpdatedRows } = await write
    .updateTable("responses")
    .set({ completed_at: at })
    .where("id", "=", responseId)
    .where("completed_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return "completed";
  const before = await write
    .selectFrom("responses")
    .select("id")
    .where("id", "=", responseId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (before === undefined) throw noResponse();
  return "already completed";
}

/**
 * Answers go; that somebody has withdrawn stays. Two statements, so that the second sees what was stored while the
 * first waited for the response.
 */
export async function removeAnswers(write: Write, responseId: string, at: Date): Promise<void> {
  await write.transaction().execute(async (within) => {
    const { numUpdatedRows } = await within
      .updateTable("responses")
      .set((one) => ({ withdrawn_at: one.fn.coalesce("withdrawn_at", one.val(at)) }))
      .where("id", "=", responseId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw noResponse();
    await within.deleteFrom("answer_events").where("response_id", "=", responseId).execute();
  });
}

export interface Found {
  readonly wave: Wave;
  readonly response: Response;
  /** Where the two are joined. */
  readonly invitation?: Invitation;
}

export async function findResponse(read: Read, id: string): Promise<Found | undefined> {
  const row = await read
    .selectFrom("responses")
    .innerJoin("waves", "waves.id", "responses.wave_id")
    .leftJoin("invitations", "invitations.id", "invitation_id")
    .select(responseColumns)
    .select(waveColumns)
    .select(["person_id as personId", "facts"])
    .where("responses.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { personId, facts, modules, instrumentId, versionId, title, anonymous, ...more } = row;
  const { opensAt, closesAt, graceDays, openLink, sample, createdAt, ...response } = more;
  const { waveId, invitationId } = response;
  const times = { opensAt, closesAt, graceDays, createdAt };
  return {
    wave: { id: waveId, instrumentId, versionId, title, anonymous, openLink, sample, ...times },
    response: { ...response, modules: JSON.parse(modules) as string[] },
    ...(invitationId === null || personId === null || facts === null
      ? {}
      : { invitation: { id: invitationId, waveId, personId, facts: factsOf(facts) } }),
  };
}

/** Of a wave, with the person where it is known. */
export async function responsesOf(read: Read, waveId: string): Promise<Answered[]> {
  const rows = await read
    .selectFrom("responses")
    .leftJoin("invitations", "invitations.id", "invitation_id")
    .select(responseColumns)
    .select(["person_id as personId", "facts"])
    .where("responses.wave_id", "=", waveId)
    .orderBy("responses.id")
    .execute();
  return rows.map(({ facts, modules, ...row }) => ({
    ...row,
    modules: JSON.parse(modules) as string[],
    facts: facts === null ? {} : factsOf(facts),
  }));
}

export interface Answered extends Response {
  /** null: nobody can know. */
  readonly personId: string | null;
  readonly facts: Facts;
}

const responseColumns = [
  "responses.id",
  "responses.wave_id as waveId",
  "responses.invitation_id as invitationId",
  "link",
  "seed",
  "modules",
  "locale",
  "device",
  "consent_version as consentVersion",
  "consented_at as consentedAt",
  "started_at as startedAt",
  "completed_at as completedAt",
  "withdrawn_at as withdrawnAt",
] as const;

const noResponse = (): Problem =>
  new Problem("not-found", "There is no response here.", {
    next: "Open the link of the invitation again.",
  });
