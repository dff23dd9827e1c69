/** Words that a language lacks, and options that read the same. */
import { optionsOf } from "../../items/options.ts";
import type { Item } from "../../items/item.ts";
import type { Locale, Text } from "../../text.ts";
import { fold, list, quote } from "../../wording.ts";
import type { Instrument } from "../instrument.ts";
import type { LintRule } from "../lint.ts";
import type { Place, Said } from "../refusal.ts";
import { isIn, textIn } from "../text-in.ts";
import { optionsKey, placedItems, textsOf, type PlacedText } from "../texts.ts";

export const translations: LintRule = (instrument) => [
  ...textsOf(instrument).flatMap((text) => untranslated(text, instrument.locales)),
  ...placedItems(instrument.sections).flatMap(({ item, place }) =>
    sameWords(item, place, instrument),
  ),
];

/** Words without a letter, such as the numbers of a rating, need no language. */
function untranslated({ place, text, name }: PlacedText, locales: readonly Locale[]): Said[] {
  if (locales.length < 2 || !/\p{L}/u.test(textIn(text, locales[0]!, locales))) return [];
  if (typeof text === "string")
    return [
      {
        code: "one-language-only",
        place,
        name,
        text: `${quote(text)} is shown in every language as it is.`,
        suggestion: `Write it by language: {"default": …, ${locales
          .slice(1)
          .map((locale) => `"${locale}": …`)
          .join(", ")}}.`,
      },
    ];
  const lacking = locales.filter((locale) => !isIn(text, locale, locales));
  if (lacking.length === 0) return [];
  return [
    {
      code: "missing-translation",
      place,
      name,
      text: `${quote(textIn(text, locales[0]!, locales))} has no words in ${list(lacking)}.`,
      suggestion: `Add ${list(lacking.map((locale) => `"${locale}"`))}.`,
    },
  ];
}

function sameWords(item: Item, place: Place, { locales }: Instrument): Said[] {
  if (!("options" in item)) return [];
  const twins = new Set(
    locales.flatMap((locale) =>
      twinsIn(
        optionsOf(item).map(({ label }) => label),
        locale,
        locales,
      ),
    ),
  );
  return [...twins].map((words) => ({
    code: "duplicate-label",
    place: [...place, optionsKey(item)],
    name: item.name,
    text: `Two options of ${quote(item.name)} both read ${quote(words)}.`,
    suggestion: "Say how they differ, or keep one of them.",
  }));
}

function twinsIn(labels: readonly Text[], locale: Locale, locales: readonly Locale[]): string[] {
  const words = labels.map((label) => textIn(label, locale, locales));
  return words.filter((each, at) => words.findIndex((other) => fold(other) === fold(each)) < at);
}
