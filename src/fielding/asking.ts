/** What the engine knows of somebody who answers. */
import type { Asking, Instrument } from "#surveys";
import type { Facts } from "../db/invitations.ts";
import type { Response } from "../db/responses.ts";
import { knownAnswers } from "./known.ts";

interface Asked {
  readonly response: Pick<Response, "seed" | "modules">;
  /** Absent: nobody knows who it is, so records say nothing. */
  readonly invitation?: { readonly facts: Facts };
}

/** Of a visit, or of a response and its facts. */
export const askingOf = (
  instrument: Instrument,
  { response, invitation }: Asked,
  now: Date,
): Asking => ({
  seed: response.seed,
  modules: new Set(response.modules),
  known: knownAnswers(instrument, invitation?.facts ?? {}),
  today: now.toISOString().slice(0, 10),
});
