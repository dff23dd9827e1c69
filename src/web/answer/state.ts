/** What a person has answered so far, folded from what was sent, and what that means for the pages. */
import {
  commentOf,
  faultsOf,
  fieldsOf,
  foldEvents,
  isList,
  isRecord,
  itemOf,
  kindOf,
  optionsOf,
  walk,
  type Answers,
  type Asking,
  type Fault,
  type Folded,
  type Instrument,
  type Item,
  type Locale,
  type PageEvent,
  type Walk,
} from "#surveys";
import type { Given } from "./fields/field.tsx";
import { speechOf, type Speech } from "./speech.ts";

/** Of a visit; or of a preview, which has no events but can make some up. */
export interface Answering {
  readonly instrument: Instrument;
  readonly asking: Asking;
  readonly events: readonly PageEvent[];
}

export interface State {
  readonly instrument: Instrument;
  readonly asking: Asking;
  readonly folded: Folded;
  readonly walk: Walk;
  /** Everything that has to be put right, in the order of the pages. */
  readonly faults: readonly Fault[];
}

export function stateOf({ instrument, asking, events }: Answering): State {
  const folded = foldEvents(events);
  const answers = new Map(folded.answers);
  const unusable = new Map<string, Fault>();
  // Under a newer version, what could not be used may be usable.
  for (const [name, typed] of folded.typed) {
    const item = instrument.items.get(name);
    const reading = item && kindOf(item).read(item, fieldsOf(typed));
    if (reading?.state === "unusable") unusable.set(name, reading.fault);
    if (reading?.state !== "answered") continue;
    answers.set(name, reading.answer);
    if (reading.comment !== undefined) answers.set(commentOf(name), reading.comment);
  }
  const walked = walk(instrument, answers, asking);
  return {
    instrument,
    asking,
    folded,
    walk: walked,
    faults: allFaults(instrument, walked, unusable),
  };
}

/** What cannot be used is said instead of what is missing in its place. */
function allFaults(
  instrument: Instrument,
  walked: Walk,
  unusable: ReadonlyMap<string, Fault>,
): readonly Fault[] {
  const others = faultsOf(instrument, walked).filter(({ item }) => !unusable.has(item));
  return walked.sections.flatMap(({ items }) =>
    items.flatMap(({ item: { name } }) => {
      const own = unusable.get(name);
      return own === undefined ? others.filter(({ item }) => item === name) : [own];
    }),
  );
}

/** What stands in the fields of an item: what was given; before that what records or the instrument suggest. */
export const givenIn =
  ({ walk: { answers, sections }, folded: { typed, visited } }: State) =>
  (name: string): Given => {
    const shown = sections.flatMap(({ items }) => items).find(({ item }) => item.name === name);
    const fresh = !visited.items.has(name);
    const answer =
      answers.get(name) ?? (fresh ? (shown?.suggested ?? shown?.item.defaultAnswer) : undefined);
    const comment = answers.get(commentOf(name));
    return {
      typed: typed.get(name) ?? {},
      fromRecords: fresh && shown?.suggested !== undefined,
      ...(answer === undefined ? {} : { answer }),
      ...(typeof comment === "string" ? { comment } : {}),
    };
  };

/** The words of the instrument with what this person has answered in them. */
export const speechIn = ({ instrument, walk: { answers } }: State, locale: Locale): Speech =>
  speechOf(instrument, locale, (name) => told(name, answers, { instrument, locale }));

/** An answer in words, each row of a matrix on a line of its own. */
export function toldIn({ instrument, walk: { answers } }: State, locale: Locale) {
  return (item: Item): string | undefined => {
    if (item.kind !== "matrix") return told(item.name, answers, { instrument, locale });
    const how = { locale, locales: instrument.locales };
    const rows = answers.get(item.name);
    if (!isRecord(rows)) return undefined;
    const said = item.rows.filter(({ name }) => Object.hasOwn(rows, name));
    const lines = said.map(({ name }) => kindOf(item).say(item, { [name]: rows[name]! }, how));
    return lines.join("\n");
  };
}

interface Telling {
  readonly instrument: Instrument;
  readonly locale: Locale;
}

/** @param name of an item, of the words beside "other", or of a row: "matrix.row" */
function told(name: string, answers: Answers, { instrument, locale }: Telling): string | undefined {
  const item = instrument.items.get(itemOf(name));
  const answer = item && answers.get(item.name);
  if (item === undefined || answer === undefined) return undefined;
  if (name === commentOf(item.name)) return wordsAt(name, answers);
  const { locales } = instrument;
  if (name === item.name) {
    const comment = wordsAt(commentOf(name), answers);
    return kindOf(item).say(item, answer, {
      locale,
      locales,
      ...(comment === undefined ? {} : { comment }),
    });
  }
  if (item.kind !== "matrix" || typeof answer !== "object" || isList(answer)) return undefined;
  const code = new Map(Object.entries(answer)).get(name.slice(item.name.length + 1));
  const option = optionsOf(item).find((each) => each.code === code);
  return option && speechOf(instrument, locale).say(option.label);
}

function wordsAt(name: string, answers: Answers): string | undefined {
  const words = answers.get(name);
  return typeof words === "string" ? words : undefined;
}
