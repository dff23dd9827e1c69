/** The link somebody was given: consent before, a way on in between, thanks after. */
import { firstOpen } from "#surveys";
import { startResponse } from "../../../fielding/start.ts";
import { deviceOf } from "../../../fielding/device.ts";
import { seeOther, type Page } from "../../page.ts";
import { readSent, valueIn } from "../form.ts";
import { respondAnswer } from "../layout.tsx";
import { answeringOf, openLink, type Opened } from "../opened.ts";
import { firstPage, stepAt, stepsAhead } from "../steps.ts";
import { graceOf, type Standing } from "../standing.ts";
import type { AnswerView } from "../view.ts";
import { noticeView } from "../views/notice.tsx";
import { resumeView } from "../views/resume.tsx";
import { startView } from "../views/start.tsx";
import { withdrawnView } from "../views/withdraw.tsx";

export const link: Page<"/s/:token"> = {
  path: "/s/:token",
  async show(visit, { db }) {
    const opened = await openLink(db.read, visit);
    if (opened.standing === "sent") return seeOther(`${opened.base}/thanks`);
    const stopped = visit.query.has("stopped");
    return respondAnswer(
      opened.standing === "answering" ? resumed(opened, stopped) : views[opened.standing](opened),
    );
  },

  /** Consent. Given twice it is given once. */
  async act(visit, { db }) {
    const sent = await readSent(visit.request);
    const query = new URLSearchParams({ lang: valueIn(sent, "~lang") });
    const opened = await openLink(db.read, { ...visit, query });
    const { visit: found, standing, instrument, locale, now, base } = opened;
    if (standing !== "start") return seeOther(base);
    const { version } = instrument.codebook.consent;
    if (valueIn(sent, "~consent") !== version)
      return respondAnswer({ ...started(opened, true), status: 409 });
    await startResponse(db.write, {
      token: found.token,
      wave: found.wave,
      invitation: found.invitation,
      link: "personal",
      locale,
      device: deviceOf(visit.request.headers.get("user-agent") ?? undefined),
      consentVersion: version,
      at: now,
    });
    return seeOther(await firstPage(db.read, { ...visit, query }));
  },
};

function resumed(opened: Opened, stopped: boolean): AnswerView {
  const { visit, instrument, speech, base, now } = opened;
  const state = answeringOf(opened);
  const section = firstOpen(state.walk, state.folded.visited, state.faults);
  const until = graceOf(visit, now);
  return resumeView({
    instrument,
    speech,
    base,
    stopped,
    ...(section === undefined ? {} : { next: { section, step: stepAt(state, section) } }),
    ...(until === undefined ? {} : { until }),
  });
}

const started = ({ visit, instrument, speech, base, now }: Opened, changed: boolean): AnswerView =>
  startView({
    instrument,
    speech,
    action: base,
    link: "personal",
    anonymous: visit.wave.anonymous,
    steps: stepsAhead(instrument, visit.invitation, now),
    changed,
  });

type Silent = Exclude<Standing, "answering" | "sent">;

const views: Readonly<Record<Silent, (opened: Opened) => AnswerView>> = {
  start: (opened) => started(opened, false),
  withdrawn: withdrawnView,
  "not yet open": ({ speech, instrument, visit }) =>
    noticeView("not yet open", {
      speech,
      survey: speech.say(instrument.title),
      day: visit.wave.opensAt,
    }),
  closed: ({ speech, instrument, visit, base }) =>
    noticeView("closed", {
      speech,
      survey: speech.say(instrument.title),
      ...(visit.wave.closesAt === null ? {} : { day: visit.wave.closesAt }),
      ...(visit.response === undefined ? {} : { withdraw: `${base}/withdraw` }),
    }),
};
