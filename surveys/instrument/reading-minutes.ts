/** How long an instrument takes, before anybody has answered it. */
import { optionsOf } from "../items/options.ts";
import type { Item } from "../items/item.ts";
import type { Text } from "../text.ts";
import type { Instrument, ShownSection } from "./instrument.ts";
import { textIn } from "./text-in.ts";
import { waysThrough } from "./ways-through.ts";

/**
 * minutes = words / 238 + seconds to answer / 60
 *
 * 238 words a minute is the mean of silent reading of English non-fiction (Brysbaert 2019, J. Memory and Language 109,
 * 104047: 190 studies). The seconds to answer are ours: three for a choice, so that an ordinary question of some
 * thirty words takes the ten seconds that one takes in the American Trends Panel (Pew Research Center 2022: 85
 * questions in 15 minutes); typing at 36 words a minute as on phones (Palin, Feit, Kim, Kristensson & Oulasvirta
 * 2019), two words on a line and twenty-five in a comment.
 *
 * The median of people who answer at random, and the longest way that one of them was taken. Only waves know how long
 * real people take.
 */
export function readingMinutes(instrument: Instrument): ReadingMinutes {
  const { codebook, locales, items } = instrument;
  const words = (text: Text): number => wordsIn(textIn(text, locales[0]!, locales));
  const timed = new Map([...items.values()].map((item) => [item, minutesFor(item, words)]));
  const consent = words(codebook.consent.text) / wordsPerMinute;
  const minutes = waysThrough(instrument, ways)
    .map(({ sections }) => consent + sum(sections, (shown) => sectionMinutes(shown, timed, words)))
    .toSorted((a, b) => a - b);
  return { median: minutes[Math.floor(ways / 2)]!, longest: minutes.at(-1)! };
}

export interface ReadingMinutes {
  readonly median: number;
  readonly longest: number;
}

type Words = (text: Text) => number;

const sectionMinutes = (
  { section, items }: ShownSection,
  timed: ReadonlyMap<Item, number>,
  words: Words,
): number =>
  (words(section.title ?? "") + words(section.description ?? "")) / wordsPerMinute +
  sum(items, ({ item }) => timed.get(item)!);

const sum = <T>(all: readonly T[], of: (each: T) => number): number =>
  all.reduce((total, each) => total + of(each), 0);

const ways = 201;
const wordsPerMinute = 238;
const secondsToChoose = 3;
const secondsToTypeWord = 60 / 36;
/** Of a long list nobody reads every entry. */
const optionsRead = 10;

function minutesFor(item: Item, words: Words): number {
  const all = (texts: readonly Text[]) => sum(texts, words);
  const read =
    all([item.kind === "information" ? item.text : item.title, item.description ?? ""]) +
    ("rows" in item ? all(item.rows.map(({ title }) => title)) : 0) +
    ("options" in item
      ? all(
          optionsOf(item)
            .slice(0, optionsRead)
            .map(({ label }) => label),
        )
      : 0);
  return read / wordsPerMinute + secondsToAnswer(item) / 60;
}

function secondsToAnswer(item: Item): number {
  switch (item.kind) {
    case "information":
      return 0;
    case "matrix":
      return secondsToChoose * item.rows.length;
    case "comment":
      return secondsToChoose + 25 * secondsToTypeWord;
    case "number":
    case "text":
      return secondsToChoose + 2 * secondsToTypeWord;
    case "date":
      return secondsToChoose * (item.to === "month" ? 2 : 3);
    default:
      return secondsToChoose;
  }
}

const wordsIn = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
