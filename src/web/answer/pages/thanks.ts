/** After sending. Figures of others come from snapshots only, where they were released. */
import { formulaOf, scoreAnswers, type Instrument, type Locale } from "#surveys";
import { comparisonOf, type Comparison } from "../../../fielding/comparison.ts";
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
    const comparison = await comparisonOf(db.read, opened.visit.wave.id);
    return respondAnswer(
      thanksView({
        instrument,
        base,
        speech: speechIn(state, locale),
        scores: scoresOf(instrument, state, { locale, comparison }),
        others: comparison && { people: comparison.responses, asOf: comparison.takenAt },
      }),
    );
  },
};

/** Of the scales that enough was answered for. */
export function scoresOf(
  instrument: Instrument,
  { walk: { answers } }: State,
  { locale, comparison }: { readonly locale: Locale; readonly comparison?: Comparison | undefined },
): readonly OwnScore[] {
  return instrument.codebook.scales.flatMap((scale) => {
    const score = scoreAnswers(scale, answers, instrument);
    if (!score.ok) return [];
    const { id, label, title = label, top } = scale;
    const others = comparison?.scales.find((one) => one.id === id)?.description.middleHalf;
    return [
      {
        title,
        value: score.value,
        top,
        formula: formulaOf(scale, instrument, locale),
        ...(others ? { others } : {}),
      },
    ];
  });
}
