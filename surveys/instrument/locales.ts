/** The languages of an instrument: those its words are written in. */
import type { Locale } from "../text.ts";
import { quote } from "../wording.ts";
import type { InstrumentCodebook } from "./codebook.ts";
import { isText, type Definition } from "./definition.ts";
import type { InstrumentIssue } from "./findings.ts";
import { refused, whatIsAt, type Place } from "./refusal.ts";

export interface Languages {
  /** The first language, then the others in the order in which they appear. */
  readonly locales: readonly Locale[];
  readonly issues: readonly InstrumentIssue[];
}

export function languagesOf(definition: Definition, { consent }: InstrumentCodebook): Languages {
  const first = definition.locale ?? "en";
  const words = [...wordsIn(definition, []), ...wordsIn(consent, ["codebook", "consent"])];
  const named = words.flatMap(({ locales }) => locales.filter((locale) => locale !== "default"));
  return {
    locales: [...new Set([first, ...named])],
    issues: words.flatMap(({ place, locales }) =>
      locales.includes("default") && locales.includes(first) ? [writtenTwice(place, first)] : [],
    ),
  };
}

/** Which of the two are meant is not known. */
const writtenTwice = (place: Place, first: Locale): InstrumentIssue =>
  refused({
    code: "words-twice",
    place,
    text: `${whatIsAt(place)} has words for default and for ${quote(first)}, which is the first language.`,
    suggestion: "Keep one of the two.",
  });

interface Words {
  readonly place: Place;
  readonly locales: readonly string[];
}

/** Every text that is written by language. Names of properties are never names of languages, but rows may be. */
function wordsIn(value: unknown, place: Place): readonly Words[] {
  if (typeof value !== "object" || value === null || place.at(-1) === "defaultValue") return [];
  if (isText(value)) return [{ place, locales: Object.keys(value) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    wordsIn(inner, [...place, Array.isArray(value) ? Number(key) : key]),
  );
}
