/**
 * One section of an instrument, as respondents meet it. A pure function of data: the preview of a draft is this page
 * too, with `base` under its own address and answers that are stored nowhere.
 */
import type { Fault, Instrument, ShownSection } from "#surveys";
import { tell } from "../faults.ts";
import type { Given } from "../fields/field.tsx";
import { idOf } from "../fields/ids.ts";
import { ItemField } from "../fields/index.tsx";
import { Hidden, type Remembered } from "../hidden.tsx";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";
import { faultLine, Status, Summary } from "./notes.tsx";

export interface SectionSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  /** Address of the response, without a slash at the end: sections are at `${base}/at/${name}`. */
  readonly base: string;
  readonly shown: ShownSection;
  readonly step: Step;
  given(item: string): Given;
  /** What is to be put right; empty while a page is filled in for the first time. */
  readonly faults: readonly Fault[];
  /** Items that came to the page with the answers just given. */
  readonly added: ReadonlySet<string>;
  readonly remembered: Remembered;
  /** The wave has ended; until then this person may finish. */
  readonly closing?: Date;
  readonly banner?: AnswerView["banner"];
}

/** As the engine counts: on the way `about` may become smaller, never larger. */
export interface Step {
  readonly step: number;
  readonly about: number;
}

export function sectionView(sight: SectionSight): AnswerView {
  const { instrument, speech, base, shown, faults, closing, banner } = sight;
  const { step, about } = sight.step;
  const { section, items } = shown;
  const { words, own, say } = speech;
  const title = section.title === undefined ? undefined : say(section.title);
  const heading = title ?? words.section.untitled(step);
  const added = items.filter(({ item }) => sight.added.has(item.name));
  const action = `${base}/at/${encodeURIComponent(section.name)}`;
  return {
    title: faults.length === 0 ? heading : `${words.section.faultMark}: ${heading}`,
    survey: say(instrument.title),
    speech,
    draft: true,
    withdraw: `${base}/withdraw`,
    languages: { locales: instrument.locales, by: { form: formId } },
    banner,
    body: (
      <>
        <Summary
          kind="wrong"
          title={words.section.faults}
          text={words.section.faultsKept}
          lines={faults.map((fault) => faultLine(tell(fault, instrument, speech)))}
          speech={speech}
        />
        <Summary
          kind="more"
          title={words.section.more}
          text={words.section.moreText}
          lines={faults.length > 0 ? [] : added.map(({ item }) => lineTo(item, speech))}
          speech={speech}
        />
        <p class="step" {...own}>
          {words.section.step(step, about)}
        </p>
        <h1 {...(title === undefined ? own : {})}>{heading}</h1>
        {closing !== undefined && (
          <p class="note" {...own}>
            {words.section.closing(speech.day(closing))}
          </p>
        )}
        {section.description !== undefined && <p class="lead">{say(section.description)}</p>}
        <form id={formId} method="post" action={action} novalidate data-draft>
          <Hidden of={sight.remembered} />
          {items.map(({ item, ...how }) => (
            <ItemField
              item={item}
              shown={how}
              given={sight.given(item.name)}
              faults={faults.filter((fault) => fault.item === item.name)}
              speech={speech}
              {...unitOf(instrument, item.name, speech)}
            />
          ))}
          <Status speech={speech} />
          <div class="actions" {...own}>
            <button name="~then" value="next">
              {words.section.next}
            </button>
            {step > 1 && (
              <button class="second" name="~then" value="back">
                {words.section.back}
              </button>
            )}
            <button class="second" name="~then" value="stop">
              {words.section.stop}
            </button>
          </div>
          <p class="hint" {...own}>
            {words.section.sameLink}
          </p>
        </form>
      </>
    ),
  };
}

const formId = "page";

const lineTo = (item: ShownSection["items"][number]["item"], speech: Speech) => ({
  href: `#${idOf(item.name)}`,
  text: speech.say(item.title),
});

/** A unit is written in the analyst's language; a sign such as "h" or "USD" is read in every one. */
function unitOf({ codebook, locales }: Instrument, item: string, speech: Speech) {
  const unit = Object.hasOwn(codebook.items, item) ? codebook.items[item]!.unit : undefined;
  const isRead = speech.locale === locales[0] || (unit !== undefined && unit.length <= 3);
  return unit === undefined || !isRead ? {} : { unit };
}
