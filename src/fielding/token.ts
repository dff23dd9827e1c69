/** The secret part of a link: 128 bits in 22 characters. The database holds hashes of it only. */
import { createHash, createHmac, randomBytes } from "node:crypto";

export const freshToken = (): string => randomBytes(16).toString("base64url");

/** Of an invitation that is known by name: the same each time, so that its link can be handed out again. */
export const tokenOf = (secret: string, waveId: string, invitationId: string): string =>
  createHmac("sha256", secret)
    .update(`${waveId}/${invitationId}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/** The last character has only two bits to say. */
export const isToken = (text: string): boolean => /^[\w-]{21}[AQgw]$/.test(text);

export interface Hashes {
  readonly invitation: string;
  readonly response: string;
}

/** Two, of which neither gives the other: so a row about a person and a row of answers need have nothing in common. */
export const hashesOf = (token: string): Hashes => ({
  invitation: hashOf(`invitation:${token}`),
  response: hashOf(`response:${token}`),
});

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
