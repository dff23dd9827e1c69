import type { Locale, Text } from "../text.ts";

/** The words in a language; else in the one it is a variety of; else in the instrument's first; else any there are. */
export function textIn(text: Text, locale: Locale, locales: readonly Locale[]): string {
  if (typeof text === "string") return text;
  const first = locales[0] ?? "en";
  const wanted = [locale, ...(locale === first ? ["default"] : []), languageOf(locale)];
  for (const each of [...wanted, "default", first, ...locales])
    if (Object.hasOwn(text, each)) return text[each]!;
  return Object.values(text)[0] ?? "";
}

/** Whether there are words in a language that were written for it. */
export function isIn(text: Text, locale: Locale, locales: readonly Locale[]): boolean {
  if (typeof text === "string") return true;
  return Object.hasOwn(text, locale) || (locale === locales[0] && Object.hasOwn(text, "default"));
}

/** "pt" of "pt-BR". */
const languageOf = (locale: Locale): string => locale.split("-", 1)[0]!;
