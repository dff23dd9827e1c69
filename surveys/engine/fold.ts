/**
 * What a person has answered: the fold of everything that was sent, in the order in which it was stored. There is no
 * other copy of it.
 *
 * A page sends all its fields, also those that nobody touched. So what it says of an item is written only where it
 * differs from what the page showed: an old page on a second device takes nothing back that it did not know of. The
 * last write of an item counts; every event stays.
 */
import { sameAnswer, type Answer } from "../answer.ts";
import type { Typed } from "../items/reading.ts";

/** One page as it was sent. */
export interface PageEvent {
  /** Events are in the order of their ids. */
  readonly id: number;
  /** The last event that the page knew of when it was shown; 0: none. */
  readonly seen: number;
  readonly section?: string;
  /** Of all items that were asked; null: left blank. */
  readonly answers: Readonly<Record<string, Answer | null>>;
  /** Of items whose fields were unusable. */
  readonly typed?: Readonly<Record<string, Typed>>;
  /** An earlier event of the very same page, sent again after "back" with something changed; 0: none. */
  readonly replaced?: number;
}

export interface Folded {
  readonly answers: ReadonlyMap<string, Answer>;
  /** Unusable and not yet put right, by item; it takes the place of the answer there was before. */
  readonly typed: ReadonlyMap<string, Typed>;
  readonly visited: Visited;
}

/** What was put to the person and came back, answered or not. */
export interface Visited {
  readonly sections: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

export function foldEvents(events: readonly PageEvent[]): Folded {
  const byId = new Map(events.map((event) => [event.id, event]));
  const histories = new Map<string, Write[]>();
  for (const id of [...byId.keys()].sort((a, b) => a - b)) {
    const event = byId.get(id)!;
    const before = byId.get(event.replaced ?? 0);
    for (const name of namesIn(event)) {
      const history = histories.get(name) ?? [];
      const shown =
        before !== undefined && namesIn(before).has(name)
          ? saidBy(before, name)
          : asOf(event.seen, history);
      const said = saidBy(event, name);
      if (!isSame(said, shown)) history.push({ ...said, id });
      histories.set(name, history);
    }
  }
  return { ...latest(histories), visited: visitedIn(events, histories) };
}

/** An answer, words that are unusable, or blank. */
interface Said {
  readonly answer?: Answer;
  readonly typed?: Typed;
}
interface Write extends Said {
  readonly id: number;
}

const namesIn = ({ answers, typed = {} }: PageEvent): ReadonlySet<string> =>
  new Set([...Object.keys(answers), ...Object.keys(typed)]);

function saidBy({ answers, typed = {} }: PageEvent, name: string): Said {
  if (Object.hasOwn(typed, name)) return { typed: typed[name]! };
  const answer = answers[name] ?? null;
  return answer === null ? blank : { answer };
}

const asOf = (seen: number, history: readonly Write[]): Said =>
  history.findLast(({ id }) => id <= seen) ?? blank;

const isSame = (a: Said, b: Said): boolean =>
  sameAnswer(a.answer, b.answer) && sameAnswer(a.typed, b.typed);

const blank: Said = {};

function latest(histories: ReadonlyMap<string, readonly Write[]>): Omit<Folded, "visited"> {
  const answers = new Map<string, Answer>();
  const typed = new Map<string, Typed>();
  for (const [name, history] of histories) {
    const last = history.at(-1);
    if (last?.answer !== undefined) answers.set(name, last.answer);
    if (last?.typed !== undefined) typed.set(name, last.typed);
  }
  return { answers, typed };
}

const visitedIn = (
  events: readonly PageEvent[],
  histories: ReadonlyMap<string, unknown>,
): Visited => ({
  sections: new Set(events.flatMap(({ section }) => section ?? [])),
  items: new Set(histories.keys()),
});
