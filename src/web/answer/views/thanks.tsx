/** After sending: thanks, and what the own answers come to. */
import type { Child } from "hono/jsx";
import type { Instrument, Text } from "#surveys";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";

export interface OwnScore {
  readonly title: Text;
  readonly value: number;
  readonly top: number;
}

export interface ThanksSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  readonly base: string;
  /** Of the scales that enough was answered for. */
  readonly scores: readonly OwnScore[];
  /** How others answered: released figures only. */
  readonly comparison?: Child;
}

export function thanksView(sight: ThanksSight): AnswerView {
  const { instrument, speech, base, scores, comparison } = sight;
  const { words, own, say } = speech;
  return {
    title: words.thanks.title,
    survey: say(instrument.title),
    speech,
    draft: true,
    languages: { locales: instrument.locales, by: { links: `${base}/thanks` } },
    withdraw: `${base}/withdraw`,
    body: (
      <>
        <h1 {...own}>{words.thanks.title}</h1>
        <p class="lead" {...own}>
          {words.thanks.sent} {words.thanks.final}
        </p>
        {scores.length > 0 && (
          <section>
            <h2 {...own}>{words.thanks.scores}</h2>
            <p {...own}>{words.thanks.scoresText}</p>
            <dl class="scores">
              {scores.map(({ title, value, top }) => (
                <div>
                  <dt>{say(title)}</dt>
                  <dd {...own}>
                    {words.thanks.score(speech.number(Math.round(value)), speech.number(top))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {comparison}
        <p {...own}>{words.thanks.close}</p>
      </>
    ),
  };
}
