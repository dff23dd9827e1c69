/** A page is stored before anything is decided about it: whether its answers hold is another question. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import { insertEvent, type NewEvent } from "../db/answer-events.ts";
import type { Write } from "../db/connect.ts";
import type { Wave } from "../db/waves.ts";
import { hashesOf } from "./token.ts";
import { momentOf, requireState } from "./wave-state.ts";

export interface PageSave extends Omit<NewEvent, "responseId" | "digest" | "late"> {
  readonly token: string;
  readonly wave: Wave;
}

/**
 * The same form with the same answers is the same save, however often it comes; with other answers it is another one.
 * @throws Problem "not-open" once the wave is closed, "not-found" where the response was withdrawn
 */
export async function recordPage(
  write: Write,
  { token, wave, ...page }: PageSave,
): Promise<"stored" | "already stored"> {
  const state = requireState(wave, page.at, ["open", "closing"]);
  return insertEvent(write, {
    ...page,
    responseId: hashesOf(token).response,
    digest: digestOf(page),
    late: state === "closing",
    at: momentOf(wave, page.at),
  });
}

/** Of what a person said; not of how long it took or where it came from. */
export const digestOf = ({
  section,
  answers,
  typed,
}: Pick<PageSave, "section" | "answers" | "typed">) =>
  createHash("sha256").update(canonicalJson({ section, answers, typed })).digest("hex");
