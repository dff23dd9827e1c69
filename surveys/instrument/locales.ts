/** The languages of an instrument: those its words are written in. */
import type { Locale } from "../text.ts";
import { quote } from "../wording.ts";
import type { InstrumentCodebook } from "./codebook.ts";
import { isText, type Definition } from "./definition.ts";
import type { InstrumentIssue } from "./findings.ts";
import { refused, whatIsAt, type Place } from "./refusal.ts";

/** The first language, then the others in the order in which they appear. */
export function localesOf(definition: Definition, codebook: InstrumentCodebook): readonly Locale[] {
  const words = [...wordsIn(definition, []), ...wordsIn(codebook.consent, ["codebook", "consent"])];
  const named = words.flatMap(({ locales }) => locales.filter((locale) => locale !== "default"));
  return [...new Set([definition.locale ?? "en", ...named])];
}

/** Words in the first language under its name and as default: which of the two are meant is not known. */
export const textsWrittenTwice = (
  definition: Definition,
  [first]: readonly Locale[],
): readonly InstrumentIssue[] =>
  wordsIn(definition, [])
    .filter(({ locales }) => locales.includes("default") && locales.includes(first!))
    .map(({ place }) =>
      refused({
        code: "words-twice",
        place,
        text: `${whatIsAt(place)} has words for default and for ${quote(first!)}, which is the first language.`,
        suggestion: "Keep one of the two.",
      }),
    );

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
