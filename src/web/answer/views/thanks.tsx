/** After sending: thanks, and what the own answers come to. */
import type { Instrument, Text } from "#surveys";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";

export interface OwnScore {
  readonly title: Text;
  readonly value: number;
  readonly top: number;
  /** How the score is made, in the language of the page. */
  readonly formula: string;
  /** Between these lies the middle half of the others; absent: too few of them. */
  readonly others?: { readonly low: number; readonly high: number };
}

/** What the figures of others rest on. */
export interface Others {
  readonly people: number;
  readonly asOf: Date;
}

export interface ThanksSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  readonly base: string;
  /** Of the scales that enough was answered for. */
  readonly scores: readonly OwnScore[];
  /** Absent: nothing is known of others yet. */
  readonly others?: Others | undefined;
}

export function thanksView(sight: ThanksSight): AnswerView {
  const { instrument, speech, base, scores, others } = sight;
  const { words, own, say } = speech;
  const whole = (value: number) => speech.number(Math.round(value));
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
        <p class="lead" {...own} data-forget>
          {words.thanks.sent} {words.thanks.final}
        </p>
        {scores.length > 0 && (
          <section>
            <h2 {...own}>{words.thanks.scores}</h2>
            <p {...own}>{words.thanks.scoresText}</p>
            <dl class="scores">
              {scores.map(({ title, value, top, formula, others }) => (
                <div>
                  <dt>{say(title)}</dt>
                  <dd {...own}>
                    {words.thanks.score(whole(value), speech.number(top))}
                    {others !== undefined && (
                      <span class="others">
                        {words.thanks.others(whole(others.low), whole(others.high))}
                      </span>
                    )}
                    <details>
                      <summary>{words.thanks.formula}</summary>
                      <p>{formula}</p>
                    </details>
                  </dd>
                </div>
              ))}
            </dl>
            {others !== undefined && scores.some((score) => score.others !== undefined) && (
              <p {...own}>
                {words.thanks.basis(speech.number(others.people), speech.day(others.asOf))}
              </p>
            )}
          </section>
        )}
        <p {...own}>{words.thanks.close}</p>
      </>
    ),
  };
}
