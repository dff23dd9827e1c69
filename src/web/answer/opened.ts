/** A link, looked up: where somebody stands, and what the pages need to know of it. */
import type { Instrument, Locale } from "#surveys";
import { eventsOf } from "../../db/answer-events.ts";
import type { Read } from "../../db/connect.ts";
import { askingOf } from "../../fielding/asking.ts";
import { openVersion } from "../../fielding/open-version.ts";
import { findVisit, type Visit } from "../../fielding/visit.ts";
import { Problem } from "../../problem.ts";
import { localeFrom, speechOf, type Speech } from "./speech.ts";
import { standingOf, type Standing } from "./standing.ts";
import { stateOf, type State } from "./state.ts";

export interface Opened {
  readonly visit: Visit;
  readonly standing: Standing;
  readonly instrument: Instrument;
  readonly locale: Locale;
  readonly speech: Speech;
  /** Address of the response. */
  readonly base: string;
  readonly now: Date;
}

export interface Asked {
  readonly params: { readonly token: string };
  readonly query: URLSearchParams;
  readonly request: Request;
}

/** @throws Problem "not-found" where nobody was given this link: a wrong one looks like a removed one */
export async function openLink(read: Read, { params, query, request }: Asked): Promise<Opened> {
  const visit = await findVisit(read, params.token);
  if (visit === undefined) throw new Problem("not-found", "There is no survey behind this link.");
  const instrument = await openVersion(read, visit.wave.versionId);
  const now = new Date();
  const locale = localeOf({ visit, instrument, asked: query.get("lang"), request });
  return {
    visit,
    standing: standingOf(visit, now),
    instrument,
    locale,
    speech: speechOf(instrument, locale),
    base: baseOf(params.token),
    now,
  };
}

/** The same once more, with what was stored since. */
export async function withEvents(read: Read, opened: Opened): Promise<Opened> {
  const { visit } = opened;
  const { response } = visit;
  if (response === undefined) return opened;
  return { ...opened, visit: { ...visit, events: await eventsOf(read, response.id) } };
}

export const baseOf = (token: string): string => `/s/${encodeURIComponent(token)}`;

/** Of somebody who has begun. @throws RangeError where they have not */
export function answeringOf({ visit, instrument, now }: Opened): State {
  const { response, invitation, events } = visit;
  if (response === undefined) throw new RangeError("answeringOf requires a response, got none");
  const asked = invitation === undefined ? { response } : { response, invitation };
  return stateOf({ instrument, asking: askingOf(instrument, asked, now), events });
}

interface Choosing {
  readonly visit: Pick<Visit, "response" | "events">;
  readonly instrument: Pick<Instrument, "locales">;
  readonly asked: string | null;
  readonly request: Request;
}

/** What was asked for; else the language of the last page; else what the browser prefers. */
function localeOf({ visit: { response, events }, instrument, asked, request }: Choosing): Locale {
  const { locales } = instrument;
  const chosen = [asked, events.at(-1)?.locale, response?.locale].find(
    (locale) => typeof locale === "string" && locales.includes(locale),
  );
  return chosen ?? localeFrom(request.headers.get("accept-language"), locales);
}
