/** The link that anybody may use. Whoever agrees gets one of their own, which the form has brought along. */
import type { Instrument, Locale } from "#surveys";
import { findWaveByOpenLink, type Wave } from "../../../db/waves.ts";
import type { Read } from "../../../db/connect.ts";
import { deviceOf } from "../../../fielding/device.ts";
import { openVersion } from "../../../fielding/open-version.ts";
import { startResponse } from "../../../fielding/start.ts";
import { freshToken, isToken } from "../../../fielding/token.ts";
import { stateOf } from "../../../fielding/wave-state.ts";
import { Problem } from "../../../problem.ts";
import { seeOther, type Page } from "../../page.ts";
import { readSent, valueIn } from "../form.ts";
import { respondAnswer } from "../layout.tsx";
import { localeFrom, speechOf } from "../speech.ts";
import { firstPage, stepsAhead } from "../steps.ts";
import type { AnswerView } from "../view.ts";
import { noticeView } from "../views/notice.tsx";
import { startView } from "../views/start.tsx";

export const openLinkPage: Page<"/o/:slug"> = {
  path: "/o/:slug",
  async show({ params, query, request }, { db }) {
    return respondAnswer(
      viewOf(await find(db.read, params.slug, { lang: query.get("lang"), request })),
    );
  },

  async act({ params, query, request }, { db }) {
    const sent = await readSent(request);
    const found = await find(db.read, params.slug, { lang: valueIn(sent, "~lang"), request });
    const { wave, instrument, locale, now } = found;
    if (stateOf(wave, now) !== "open") return seeOther(found.address);
    const { version } = instrument.codebook.consent;
    if (valueIn(sent, "~consent") !== version)
      return respondAnswer({ ...viewOf(found, true), status: 409 });
    const brought = valueIn(sent, "~token");
    const token = isToken(brought) ? brought : freshToken();
    await startResponse(db.write, {
      token,
      wave,
      link: "open",
      locale,
      device: deviceOf(request.headers.get("user-agent") ?? undefined),
      consentVersion: version,
      at: now,
    });
    return seeOther(await firstPage(db.read, { params: { token }, query, request }));
  },
};

interface Found {
  readonly wave: Wave;
  readonly instrument: Instrument;
  readonly locale: Locale;
  readonly address: string;
  readonly now: Date;
}

async function find(
  read: Read,
  slug: string,
  { lang, request }: { readonly lang: string | null; readonly request: Request },
): Promise<Found> {
  const wave = await findWaveByOpenLink(read, slug);
  if (wave === undefined) throw new Problem("not-found", "There is no survey behind this link.");
  const instrument = await openVersion(read, wave.versionId);
  const { locales } = instrument;
  const locale =
    locales.find((each) => each === lang) ??
    localeFrom(request.headers.get("accept-language"), locales);
  return { wave, instrument, locale, address: `/o/${encodeURIComponent(slug)}`, now: new Date() };
}

function viewOf({ wave, instrument, locale, address, now }: Found, changed = false): AnswerView {
  const speech = speechOf(instrument, locale);
  const survey = speech.say(instrument.title);
  const state = stateOf(wave, now);
  if (state === "not yet open")
    return noticeView("not yet open", { speech, survey, day: wave.opensAt });
  if (state !== "open")
    return noticeView("closed", { speech, survey, ...(wave.closesAt && { day: wave.closesAt }) });
  return startView({
    instrument,
    speech,
    action: address,
    link: "open",
    anonymous: wave.anonymous,
    steps: stepsAhead(instrument, undefined, now),
    token: freshToken(),
    changed,
  });
}
