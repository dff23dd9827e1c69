/** Inviting people, and the links they get. */
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Read, Write } from "../db/connect.ts";
import { addInvitations, invitationsOf, type Facts } from "../db/invitations.ts";
import type { Wave } from "../db/waves.ts";
import { Problem } from "../problem.ts";
import { csvRow } from "../reports/csv.ts";
import type { Person } from "./roster.ts";
import { freshToken, hashesOf, tokenOf } from "./token.ts";

export interface PersonalLink extends Person {
  readonly token: string;
}

export interface Invited {
  readonly added: number;
  /** Were invited before, and stay as they are. */
  readonly unchanged: number;
  /** Of an anonymous wave: given out here and never again. Else of those who were added. */
  readonly links: readonly PersonalLink[];
}

interface Linking {
  readonly wave: Pick<Wave, "id" | "anonymous">;
  /** As `linkSecretOf` gives it. */
  readonly secret: string;
}

/** All of them or none. */
export async function invite(
  write: Write,
  people: readonly Person[],
  { wave, secret }: Linking,
): Promise<Invited> {
  const drawn = await eachInPortions(people, (person) => {
    const id = randomUUID();
    const token = wave.anonymous ? freshToken() : tokenOf(secret, wave.id, id);
    return { ...person, id, token, tokenHash: hashesOf(token).invitation };
  });
  const added = await addInvitations(write, wave.id, drawn);
  const links = drawn
    .filter(({ id }) => added.has(id))
    .map(({ personId, facts, token }) => ({ personId, facts, token }));
  return { added: added.size, unchanged: people.length - added.size, links };
}

/**
 * Everybody's, again. @throws Problem for an anonymous wave, and where the secret is not the one they were made with
 */
export async function linksOf(read: Read, { wave, secret }: Linking): Promise<PersonalLink[]> {
  if (wave.anonymous) throw givenOnce();
  const invitations = await invitationsOf(read, wave.id);
  return eachInPortions(invitations, ({ id, personId, facts, tokenHash }) => {
    const token = tokenOf(secret, wave.id, id);
    if (hashesOf(token).invitation !== tokenHash) throw otherSecret();
    return { personId, facts, token };
  });
}

/** Making the links of 50,000 people takes a second; whoever answers meanwhile must not wait for all of it. */
async function eachInPortions<From, To>(
  all: readonly From[],
  make: (one: From) => To,
): Promise<To[]> {
  const made: To[] = [];
  for (let from = 0; from < all.length; from += portion) {
    for (const one of all.slice(from, from + portion)) made.push(make(one));
    await setImmediate();
  }
  return made;
}

const portion = 500;

/** For a mail merge: the person, what the roster says of them, the link. */
export function linksCsv(links: readonly PersonalLink[], publicUrl: string): string {
  const columns = [...new Set(links.flatMap(({ facts }) => Object.keys(facts)))];
  const cellOf = (facts: Facts, column: string): string =>
    Object.hasOwn(facts, column) ? facts[column]! : "";
  return [
    csvRow(["person_id", ...columns, "link"]),
    ...links.map(({ personId, facts, token }) =>
      csvRow([
        personId,
        ...columns.map((column) => cellOf(facts, column)),
        personalLink(publicUrl, token),
      ]),
    ),
  ].join("");
}

/** @param publicUrl without a slash at the end */
export const personalLink = (publicUrl: string, token: string): string => `${publicUrl}/s/${token}`;

export const openLink = (publicUrl: string, name: string): string => `${publicUrl}/o/${name}`;

const givenOnce = (): Problem =>
  new Problem("not-found", "The links of an anonymous wave are given out once.", {
    next: "They were in the file that was downloaded when the people were added. Nobody can make them again.",
  });

const otherSecret = (): Problem =>
  new Problem("configuration", "The links were made with another secret than the one in use.", {
    next:
      "Set LINK_SECRET to the secret they were made with, or put back the file link-secret of the data folder. Links that " +
      "were sent out go on working. Where several processes share one database, all need the same LINK_SECRET.",
  });
