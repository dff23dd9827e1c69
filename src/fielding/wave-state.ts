/** Whether a wave takes answers at a moment. */
import type { Wave } from "../db/waves.ts";
import { Problem } from "../problem.ts";

/** closing: nobody starts any more; who has started may finish. */
export type WaveState = "not yet open" | "open" | "closing" | "closed";

export function stateOf(
  { opensAt, closesAt, graceDays }: Pick<Wave, "opensAt" | "closesAt" | "graceDays">,
  now: Date,
): WaveState {
  if (now < opensAt) return "not yet open";
  if (closesAt === null || now < closesAt) return "open";
  return now.getTime() < closesAt.getTime() + graceDays * day ? "closing" : "closed";
}

/** In an anonymous wave only the day (UTC) is kept: when somebody answered would say who it was. */
export function momentOf({ anonymous }: Pick<Wave, "anonymous">, now: Date): Date {
  return anonymous ? new Date(Math.floor(now.getTime() / day) * day) : now;
}

/** @throws Problem "not-open" unless the wave is in one of these states */
export function requireState(wave: Wave, now: Date, states: readonly WaveState[]): WaveState {
  const state = stateOf(wave, now);
  if (states.includes(state)) return state;
  const [detail, next] = refusals[state];
  throw new Problem("not-open", detail, { next });
}

const refusals: Readonly<Record<WaveState, readonly [detail: string, next: string]>> = {
  "not yet open": ["The survey is not open yet.", "Come back when it has begun."],
  open: ["The survey is open.", "Answer it first."],
  closing: ["The survey has ended.", "Only those who had begun can still finish."],
  closed: ["The survey is closed.", "Nothing can be answered in it any more."],
};

const day = 86_400_000;
