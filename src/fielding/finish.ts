/** The end of a response: sent off, or taken back. */
import type { Write } from "../db/connect.ts";
import { markComplete, removeAnswers } from "../db/responses.ts";
import { hashesOf } from "./token.ts";
import type { Visit } from "./visit.ts";
import { momentOf, requireState } from "./wave-state.ts";

interface Ending extends Pick<Visit, "token" | "wave"> {
  readonly at: Date;
}

/** The first time counts. @throws Problem "not-open" once the wave is closed, "not-found" where it was withdrawn */
export async function completeResponse(
  write: Write,
  { token, wave, at }: Ending,
): Promise<"completed" | "already completed"> {
  requireState(wave, at, ["open", "closing"]);
  return markComplete(write, hashesOf(token).response, momentOf(wave, at));
}

/** At any time, also after the end: answers go, that somebody has withdrawn stays. */
export async function withdrawResponse(write: Write, { token, wave, at }: Ending): Promise<void> {
  await removeAnswers(write, hashesOf(token).response, momentOf(wave, at));
}
