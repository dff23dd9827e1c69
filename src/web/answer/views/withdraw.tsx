/** Taking all answers back: asked once more before, said once after. */
import type { Instrument } from "#surveys";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";

interface WithdrawSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  readonly base: string;
}

export function withdrawView({ instrument, speech, base }: WithdrawSight): AnswerView {
  const { withdraw } = speech.words;
  return {
    title: withdraw.title,
    survey: speech.say(instrument.title),
    speech,
    languages: { locales: instrument.locales, by: { links: `${base}/withdraw` } },
    body: (
      <div {...speech.own}>
        <h1>{withdraw.title}</h1>
        <p>{withdraw.removed}</p>
        <p>{withdraw.stays}</p>
        <p>{withdraw.copies}</p>
        <form method="post" action={`${base}/withdraw`}>
          <div class="actions">
            <button class="danger">{withdraw.remove}</button>
            <a class="button second" href={base}>
              {withdraw.keep}
            </a>
          </div>
        </form>
      </div>
    ),
  };
}

/** With the script, so that nothing stays on the device either. */
export function withdrawnView({ instrument, speech }: Omit<WithdrawSight, "base">): AnswerView {
  const { withdraw } = speech.words;
  return {
    title: withdraw.done,
    survey: speech.say(instrument.title),
    speech,
    draft: true,
    body: (
      <div {...speech.own} data-forget>
        <h1>{withdraw.done}</h1>
        <p>{withdraw.doneText}</p>
      </div>
    ),
  };
}
