/** Everything that was answered, in words, before it is sent. */
import type { FC } from "hono/jsx";
import type { Fault, Instrument, Item, ShownSection, Walk } from "#surveys";
import { tell } from "../faults.ts";
import type { Given } from "../fields/field.tsx";
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";
import { faultLine, Status, Summary } from "./notes.tsx";

export interface ReviewSight {
  readonly instrument: Instrument;
  readonly speech: Speech;
  readonly base: string;
  readonly walk: Walk;
  given(item: string): Given;
  /** An answer in words. */
  told(item: Item): string | undefined;
  /** Whatever stands against sending, on any page. */
  readonly faults: readonly Fault[];
  readonly banner?: AnswerView["banner"];
}

export function reviewView(sight: ReviewSight): AnswerView {
  const { instrument, speech, base, walk, faults } = sight;
  const { words, own, say } = speech;
  const sections = walk.sections.filter(({ items }) => items.some(isAsked));
  return {
    title: words.review.title,
    survey: say(instrument.title),
    speech,
    draft: true,
    languages: { locales: instrument.locales, by: { links: `${base}/review` } },
    withdraw: `${base}/withdraw`,
    banner: sight.banner,
    body: (
      <>
        <Summary
          kind="wrong"
          title={words.review.faults}
          lines={faults.map((fault) =>
            faultLine(tell(fault, instrument, speech), `${pageOf(fault, sight)}&again`),
          )}
          speech={speech}
        />
        <h1 {...own}>{words.review.title}</h1>
        <p class="lead" {...own}>
          {words.review.lead}
        </p>
        <Status speech={speech} />
        {sections.map((shown, i) => (
          <Section sight={sight} shown={shown} at={i + 1} />
        ))}
        <form method="post" action={`${base}/review`} {...own}>
          <input type="hidden" name="~lang" value={speech.locale} />
          <p>{words.review.final}</p>
          <div class="actions">
            <button>{words.review.send}</button>
          </div>
        </form>
      </>
    ),
  };
}

interface SectionProps {
  readonly sight: ReviewSight;
  readonly shown: ShownSection;
  readonly at: number;
}

const Section: FC<SectionProps> = ({ sight, shown: { section, items }, at }) => {
  const { words, own, say } = sight.speech;
  const title = section.title === undefined ? words.section.untitled(at) : say(section.title);
  return (
    <section>
      <div class="review-head">
        <h2>{title}</h2>
        <a href={addressOf(sight, section.name)} {...own}>
          {words.review.change}
          <span class="unseen">: {title}</span>
        </a>
      </div>
      <dl class="review">
        {items.filter(isAsked).map(({ item }) => (
          <div>
            <dt>{say(item.title)}</dt>
            <Told sight={sight} item={item} />
          </div>
        ))}
      </dl>
    </section>
  );
};

const Told: FC<{ readonly sight: ReviewSight; readonly item: Item }> = ({ sight, item }) => {
  const { words, own } = sight.speech;
  const typed = Object.values(sight.given(item.name).typed).filter((text) => text.trim() !== "");
  if (typed.length > 0)
    return <dd class="unusable">{words.review.unusable(typed.join(" ").slice(0, 200))}</dd>;
  const told = sight.told(item);
  if (told !== undefined) return <dd>{told}</dd>;
  return (
    <dd class="unanswered" {...own}>
      {words.review.unanswered}
    </dd>
  );
};

const isAsked = ({ item }: ShownSection["items"][number]): boolean => item.kind !== "information";

const addressOf = ({ base, speech }: ReviewSight, section: string): string =>
  `${base}/at/${encodeURIComponent(section)}?back=review&lang=${speech.locale}`;

function pageOf({ item }: Fault, sight: ReviewSight): string {
  const at = sight.walk.sections.find(({ items }) => items.some((one) => one.item.name === item));
  return at === undefined ? sight.base : addressOf(sight, at.section.name);
}
