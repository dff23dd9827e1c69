/** Who is invited to a wave. A link is never stored: only a hash that finds its invitation. */
import { sql } from "kysely";
import type { Read, Write } from "./connect.ts";

export interface Invitation {
  readonly id: string;
  readonly waveId: string;
  readonly personId: string;
  /** The other columns of the roster. */
  readonly facts: Facts;
}

export type Facts = Readonly<Record<string, string>>;

export interface NewInvitation {
  readonly id: string;
  readonly personId: string;
  readonly facts: Facts;
  readonly tokenHash: string;
}

/**
 * All or nothing. Who is invited already stays as they are, with the link they have.
 * @returns ids of those who were added
 */
export async function addInvitations(
  write: Write,
  waveId: string,
  people: readonly NewInvitation[],
): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  await write.transaction().execute(async (within) => {
    for (let from = 0; from < people.length; from += batch) {
      const some = people.slice(from, from + batch);
      const { rows } = await sql<{ id: string }>`
        insert into invitations (id, wave_id, person_id, facts, token_hash)
        select id, ${waveId}, person_id, facts, token_hash
        from unnest(
          ${some.map(({ id }) => id)}::text[],
          ${some.map(({ personId }) => personId)}::text[],
          ${some.map(({ facts }) => JSON.stringify(facts))}::text[],
          ${some.map(({ tokenHash }) => tokenHash)}::text[]
        ) as person (id, person_id, facts, token_hash)
        on conflict on constraint invitations_same_person do nothing
        returning id`.execute(within);
      for (const { id } of rows) added.add(id);
    }
  });
  return added;
}

/** By the ids of their people. */
export async function invitationsOf(
  read: Read,
  waveId: string,
): Promise<(Invitation & { readonly tokenHash: string })[]> {
  const rows = await invitations(read)
    .select("token_hash as tokenHash")
    .where("wave_id", "=", waveId)
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({ ...row, facts: factsOf(row.facts) }));
}

export async function findInvitationByHash(
  read: Read,
  tokenHash: string,
): Promise<Invitation | undefined> {
  const row = await invitations(read).where("token_hash", "=", tokenHash).executeTakeFirst();
  return row && { ...row, facts: factsOf(row.facts) };
}

/** As they are stored: text, because a cell may hold characters that jsonb cannot. */
export const factsOf = (text: string): Facts => JSON.parse(text) as Facts;

function invitations(read: Read) {
  return read
    .selectFrom("invitations")
    .select(["id", "wave_id as waveId", "person_id as personId", "facts"]);
}

/** People in one statement: a roster of 100,000 in a few dozen. */
const batch = 2_000;
