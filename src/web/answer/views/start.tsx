/** Before the first question: what this is, what is agreed to. Looking at it stores nothing. */
import type { Instrument } from "#surveys";
import { Paragraphs } from "../paragraphs.tsx";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";

export interface StartSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  /** Where the consent is sent, and where the page is. */
  readonly action: string;
  readonly link: "personal" | "open";
  readonly anonymous: boolean;
  readonly steps: number;
  /** Of an open link: the link this person gets. */
  readonly token?: string;
  /** The text was changed between showing and agreeing. */
  readonly changed?: boolean;
  readonly banner?: AnswerView["banner"];
}

export function startView(sight: StartSight): AnswerView {
  const { instrument, speech, action, token } = sight;
  const { words, own, say } = speech;
  const { consent } = instrument.codebook;
  return {
    title: words.start.before,
    survey: say(instrument.title),
    speech,
    languages: { locales: instrument.locales, by: { links: action } },
    banner: sight.banner,
    body: (
      <>
        <h1>{say(instrument.title)}</h1>
        {instrument.description !== undefined && <p class="lead">{say(instrument.description)}</p>}
        <h2 {...own}>{words.start.before}</h2>
        <ul {...own}>
          {promisesOf(sight).map((promise) => (
            <li>{promise}</li>
          ))}
        </ul>
        <h2 {...own}>{words.start.consent}</h2>
        {sight.changed && (
          <p class="note" role="alert" {...own}>
            {words.start.changed}
          </p>
        )}
        <div class="consent">
          <Paragraphs text={say(consent.text)} />
          <p class="hint" {...own}>
            {words.start.version(consent.version)}
          </p>
        </div>
        <form method="post" action={action} {...own}>
          <input type="hidden" name="~lang" value={speech.locale} />
          <input type="hidden" name="~consent" value={consent.version} />
          {token !== undefined && <input type="hidden" name="~token" value={token} />}
          <div class="actions">
            <button>{words.start.agree}</button>
          </div>
          <p class="hint">{words.start.decline}</p>
        </form>
      </>
    ),
  };
}

function promisesOf({ speech, link, anonymous, steps }: StartSight): readonly string[] {
  const { start } = speech.words;
  return [
    start.steps(steps),
    start.skipAny,
    start.saved,
    start.later,
    link === "personal" ? start.ownLink : start.linkComes,
    ...(anonymous ? [start.anonymous] : []),
    start.withdraw,
  ];
}
