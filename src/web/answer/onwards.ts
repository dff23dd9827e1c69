/** After a page was saved: where to. A fresh page, so that reloading does not send it twice. */
import { seeOther } from "../page.ts";
import { valueIn, type Sent } from "./form.ts";
import type { State } from "./state.ts";
import { openPlace, pageAfter, pageBefore, sectionAddress } from "./steps.ts";

/** The script asks for the address alone, and only a page that was saved gives it one: then it forgets its draft. */
export function saved(request: Request, address: string): Response {
  if (request.headers.get("accept") !== "text/uri-list") return seeOther(address);
  return new Response(address, { headers: { "content-type": "text/uri-list" } });
}

interface Stored {
  /** Address of the response, or of a preview. */
  readonly base: string;
  /** With the page that was sent. */
  readonly state: State;
}

interface SentPage {
  readonly section: string;
  readonly sent: Sent;
}

/** Where the person wanted to go; where something is to be put right, this page again. */
export function onwards({ base, state }: Stored, { section, sent }: SentPage): string {
  const here = sectionAddress(base, section);
  const [then = "", language = ""] = valueIn(sent, "~then").split(" ");
  const back = valueIn(sent, "~back") === "review";
  if (then === "back") return pageBefore(base, state, section);
  if (then === "stop") return `${base}?stopped`;
  if (then === "lang" && state.instrument.locales.includes(language))
    return `${here}?lang=${language}`;
  const shown = state.walk.sections.find(({ section: { name } }) => name === section);
  const names = shown?.items.map(({ item }) => item.name) ?? [];
  const kept = back ? "&back=review" : "";
  if (state.faults.some(({ item }) => names.includes(item))) return `${here}?again${kept}`;
  if (added(names, state).size > 0) return `${here}?more${kept}`;
  return back ? openPlace(base, state, "back=review") : pageAfter(base, state, section);
}

/** Items that were never put to the person: an answer just given brought them. */
export const added = (
  names: readonly string[],
  { instrument, folded: { visited } }: State,
): ReadonlySet<string> =>
  new Set(
    names.filter(
      (name) => !visited.items.has(name) && instrument.items.get(name)?.kind !== "information",
    ),
  );
