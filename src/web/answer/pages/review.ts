/** Everything once more, and then it is sent. */
import { completeResponse } from "../../../fielding/finish.ts";
import { seeOther, type Page } from "../../page.ts";
import { readSent, valueIn } from "../form.ts";
import { respondAnswer } from "../layout.tsx";
import { answeringOf, openLink } from "../opened.ts";
import { givenIn, speechIn, toldIn } from "../state.ts";
import { reviewView } from "../views/review.tsx";

export const review: Page<"/s/:token/review"> = {
  path: "/s/:token/review",
  async show(visit, { db }) {
    const opened = await openLink(db.read, visit);
    const { base, standing, instrument, locale } = opened;
    if (standing !== "answering") return seeOther(base);
    const state = answeringOf(opened);
    return respondAnswer(
      reviewView({
        instrument,
        base,
        speech: speechIn(state, locale),
        walk: state.walk,
        given: givenIn(state),
        told: toldIn(state, locale),
        faults: state.faults,
      }),
    );
  },

  async act(visit, { db }) {
    const sent = await readSent(visit.request);
    const lang = valueIn(sent, "~lang");
    const opened = await openLink(db.read, { ...visit, query: new URLSearchParams({ lang }) });
    const { base, standing, locale, now } = opened;
    if (standing !== "answering") return seeOther(base);
    if (answeringOf(opened).faults.length > 0) return seeOther(`${base}/review?lang=${locale}`);
    const { token, wave } = opened.visit;
    await completeResponse(db.write, { token, wave, at: now });
    return seeOther(`${base}/thanks?lang=${locale}`);
  },
};
