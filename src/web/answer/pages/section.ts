/** One section: shown as it stands, and stored as it comes before anything is decided about it. */
import { recordPage } from "../../../fielding/record.ts";
import { deviceOf } from "../../../fielding/device.ts";
import { openVersion } from "../../../fielding/open-version.ts";
import { freshToken } from "../../../fielding/token.ts";
import { versionsOf } from "../../../db/instruments.ts";
import type { Read } from "../../../db/connect.ts";
import { Problem } from "../../../problem.ts";
import { seeOther, type Page } from "../../page.ts";
import { countIn, readSent, valueIn, type Sent } from "../form.ts";
import { respondAnswer } from "../layout.tsx";
import { added, onwards, saved } from "../onwards.ts";
import { answeringOf, openLink, withEvents, type Opened } from "../opened.ts";
import { readPage, secondsIn } from "../read-page.ts";
import { graceOf } from "../standing.ts";
import { givenIn, speechIn } from "../state.ts";
import { openPlace, stepAt } from "../steps.ts";
import { sectionView } from "../views/section.tsx";

export const section: Page<"/s/:token/at/:section"> = {
  path: "/s/:token/at/:section",
  async show(visit, { db }) {
    const opened = await openLink(db.read, visit);
    const { base, standing } = opened;
    if (standing !== "answering") return seeOther(base);
    const state = answeringOf(opened);
    const shown = state.walk.sections.find(
      ({ section: { name } }) => name === visit.params.section,
    );
    if (shown === undefined) return seeOther(openPlace(base, state));
    const names = new Set(shown.items.map(({ item }) => item.name));
    const closing = graceOf(opened.visit, opened.now);
    const asked = [...names];
    return respondAnswer(
      sectionView({
        instrument: opened.instrument,
        speech: speechIn(state, opened.locale),
        base,
        shown,
        step: stepAt(state, shown.section.name),
        given: givenIn(state),
        faults: visit.query.has("again") ? state.faults.filter(({ item }) => names.has(item)) : [],
        added: visit.query.has("more") ? added(asked, state) : new Set(),
        remembered: {
          key: freshToken(),
          version: opened.visit.wave.versionId,
          seen: opened.visit.events.at(-1)?.id ?? 0,
          shown: opened.now.getTime(),
          asked,
          locale: opened.locale,
          back: visit.query.get("back") === "review",
        },
        ...(closing === undefined ? {} : { closing }),
      }),
    );
  },

  async act(visit, { db }) {
    const { params, request } = visit;
    const sent = await readSent(request);
    const query = new URLSearchParams({ lang: valueIn(sent, "~lang") });
    const opened = await openLink(db.read, { ...visit, query });
    if (opened.standing !== "answering") return seeOther(opened.base);
    const stored = await store(db, { opened, sent, visit });
    if (!stored) return seeOther(opened.base);
    const state = answeringOf(await withEvents(db.read, opened));
    return saved(request, onwards({ base: opened.base, state }, { section: params.section, sent }));
  },
};

interface Sending {
  readonly opened: Opened;
  readonly sent: Sent;
  readonly visit: {
    readonly params: { readonly section: string };
    readonly request: Request;
  };
}

/** @returns false where there is nothing it could be stored to: no such section, or all was withdrawn meanwhile */
async function store(
  db: { readonly read: Read; readonly write: Parameters<typeof recordPage>[0] },
  { opened, sent, visit }: Sending,
): Promise<boolean> {
  const { wave, token } = opened.visit;
  const versionId = await versionShown(db.read, opened, sent);
  const { sections } = await openVersion(db.read, versionId);
  const section = sections.find(({ name }) => name === visit.params.section);
  if (section === undefined) return false;
  const key = valueIn(sent, "~key");
  try {
    await recordPage(db.write, {
      ...readPage(section, sent),
      token,
      wave,
      key: /^[\w-]{16,64}$/.test(key) ? key : freshToken(),
      section: section.name,
      versionId,
      locale: opened.locale,
      seen: countIn(sent, "~seen") ?? 0,
      seconds: secondsIn(sent, opened.now),
      device: deviceOf(visit.request.headers.get("user-agent") ?? undefined),
      at: opened.now,
    });
    return true;
  } catch (problem) {
    if (problem instanceof Problem && unstored.has(problem.id)) return false;
    throw problem;
  }
}

const unstored: ReadonlySet<string> = new Set(["not-found", "not-open"]);

/** The version that the page says it showed, if it is one of this instrument: an old tab is read as what it was. */
async function versionShown(read: Read, { visit: { wave } }: Opened, sent: Sent): Promise<string> {
  const said = valueIn(sent, "~version");
  if (said === wave.versionId || said === "") return wave.versionId;
  const versions = await versionsOf(read, wave.instrumentId);
  return versions.find(({ id }) => id === said)?.id ?? wave.versionId;
}
