/** After sending. Figures of others come from snapshots only, where they were released. */
import { scoreAnswers, type Instrument } from "#surveys";
import { seeOther, type Page } from "../../page.ts";
import { respondAnswer } from "../layout.tsx";
import { answeringOf, openLink } from "../opened.ts";
import { speechIn, type State } from "../state.ts";
import { thanksView, type OwnScore } from "../views/thanks.tsx";

export const thanks: Page<"/s/:token/thanks"> = {
  path: "/s/:token/thanks",
  async show(visit, { db }) {
    const opened = await openLink(db.read, visit);
    const { base, standing, instrument, locale } = opened;
    if (standing !== "sent") return seeOther(base);
    const state = answeringOf(opened);
    return respondAnswer(
      thanksView({
        instrument,
        base,
        speech: speechIn(state, locale),
        scores: scoresOf(instrument, state),
      }),
    );
  },
};

/** Of the scales that enough was answered for. */
export function scoresOf(
  instrument: Instrument,
  { walk: { answers } }: State,
): readonly OwnScore[] {
  return instrument.codebook.scales.flatMap((scale) => {
    const score = scoreAnswers(scale, answers, instrument);
    const { title = scale.label, top } = scale;
    return score.ok ? [{ title, value: score.value, top }] : [];
  });
}
