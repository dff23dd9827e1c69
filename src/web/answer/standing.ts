/** Where somebody with a link stands: what they may do now. */
import type { Visit } from "../../fielding/visit.ts";
import { stateOf } from "../../fielding/wave-state.ts";

export type Standing = "start" | "answering" | "sent" | "withdrawn" | "not yet open" | "closed";

export function standingOf({ wave, response }: Visit, now: Date): Standing {
  if (response !== undefined && response.withdrawnAt !== null) return "withdrawn";
  if (response !== undefined && response.completedAt !== null) return "sent";
  const state = stateOf(wave, now);
  if (state === "not yet open" || state === "closed") return state;
  if (response !== undefined) return "answering";
  return state === "open" ? "start" : "closed";
}

/** Until when somebody who began may finish, once the wave has ended. */
export function graceOf({ wave }: Visit, now: Date): Date | undefined {
  const { closesAt, graceDays } = wave;
  if (closesAt === null || now < closesAt) return undefined;
  return new Date(closesAt.getTime() + graceDays * 86_400_000);
}
