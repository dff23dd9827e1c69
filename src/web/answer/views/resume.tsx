/** For who comes back to a link that has answers, and for who stops for now. */
import type { Instrument } from "#surveys";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";
import { Status } from "./notes.tsx";
import type { Step } from "./section.tsx";

export interface ResumeSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  readonly base: string;
  /** Where to go on; absent: only the review is left. */
  readonly next?: { readonly section: string; readonly step: Step };
  /** The person has just said that they stop. */
  readonly stopped: boolean;
  readonly until?: Date;
}

export function resumeView(sight: ResumeSight): AnswerView {
  const { instrument, speech, base, next, stopped, until } = sight;
  const { words, own, say } = speech;
  const title = stopped ? words.resume.stopped : words.resume.title;
  return {
    title,
    survey: say(instrument.title),
    speech,
    draft: true,
    languages: { locales: instrument.locales, by: { links: base } },
    withdraw: `${base}/withdraw`,
    body: (
      <div {...own}>
        <h1>{title}</h1>
        <p class="lead">{stopped ? words.resume.stoppedText : words.resume.saved}</p>
        <Status speech={speech} />
        {until !== undefined && <p>{words.resume.until(speech.day(until))}</p>}
        {next !== undefined && <p>{words.section.step(next.step.step, next.step.about)}</p>}
        <p class="actions">
          <a class="button" href={`${base}${placeOf(next)}?lang=${speech.locale}`}>
            {next === undefined ? words.resume.review : words.resume.goOn}
          </a>
        </p>
      </div>
    ),
  };
}

const placeOf = (next: ResumeSight["next"]): string =>
  next === undefined ? "/review" : `/at/${encodeURIComponent(next.section)}`;
