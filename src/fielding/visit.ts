/** What stands behind a link. */
import { eventsOf, type AnswerEvent } from "../db/answer-events.ts";
import type { Read } from "../db/connect.ts";
import { findInvitationByHash, type Invitation } from "../db/invitations.ts";
import { findResponse, type Response } from "../db/responses.ts";
import { findWave, type Wave } from "../db/waves.ts";
import { hashesOf, isToken } from "./token.ts";

export interface Visit {
  readonly token: string;
  readonly wave: Wave;
  /** Absent on an open link; in an anonymous wave absent once the response has begun: nothing joins the two. */
  readonly invitation?: Invitation;
  /** Absent: not begun. */
  readonly response?: Response;
  /** In the order in which they were stored. */
  readonly events: readonly AnswerEvent[];
}

/** Undefined: nobody was given this link. */
export async function findVisit(read: Read, token: string): Promise<Visit | undefined> {
  if (!isToken(token)) return undefined;
  const hashes = hashesOf(token);
  const [begun, events] = await Promise.all([
    findResponse(read, hashes.response),
    eventsOf(read, hashes.response),
  ]);
  if (begun !== undefined) return { token, ...begun, events };
  const invitation = await findInvitationByHash(read, hashes.invitation);
  const wave = invitation && (await findWave(read, invitation.waveId));
  return wave && { token, wave, invitation, events };
}
