/** The beginning of a response, once somebody has agreed to the consent text. */
import { randomInt } from "node:crypto";
import { drawModules, type Locale } from "#surveys";
import type { Write } from "../db/connect.ts";
import type { Invitation } from "../db/invitations.ts";
import { insertResponse, type Response } from "../db/responses.ts";
import type { Device } from "../db/schema.ts";
import type { Wave } from "../db/waves.ts";
import { openVersion } from "./open-version.ts";
import { hashesOf } from "./token.ts";
import { momentOf, requireState } from "./wave-state.ts";

export interface Start {
  /** Of the invitation; on an open link a fresh one, which the form has brought. */
  readonly token: string;
  readonly wave: Wave;
  readonly invitation?: Invitation | undefined;
  readonly link: Response["link"];
  readonly locale: Locale;
  readonly device: Device;
  /** Of the text that was agreed to. */
  readonly consentVersion: string;
  readonly at: Date;
}

/**
 * Started twice is started once. In an anonymous wave nothing is stored that the invitation has too, and the
 * invitation stays as it is.
 * @throws Problem "not-open"
 */
export async function startResponse(write: Write, start: Start): Promise<void> {
  const { token, wave, invitation, link, locale, device, consentVersion, at } = start;
  requireState(wave, at, ["open"]);
  const { codebook } = await openVersion(write, wave.versionId);
  const seed = randomInt(2 ** 31);
  const moment = momentOf(wave, at);
  await insertResponse(write, {
    id: hashesOf(token).response,
    waveId: wave.id,
    invitationId: wave.anonymous || invitation === undefined ? null : invitation.id,
    link,
    seed,
    modules: [...drawModules(codebook.modules, seed)],
    locale,
    device,
    consentVersion,
    consentedAt: moment,
    startedAt: moment,
  });
}
