/** The languages the program speaks. Instruments may have others; then its own words are English, and marked so. */
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Words } from "./words.ts";

export type { FaultWords, Notice, NoticeId, Words } from "./words.ts";

export const languages = { en, es } as const satisfies Readonly<Record<string, Words>>;
export type Language = keyof typeof languages;

/** "es-MX" is spoken to in "es"; what the program does not speak, in English. */
export function languageFor(locale: string): Language {
  const language = locale.toLowerCase().split("-")[0]!;
  return speaks(language) ? language : "en";
}

const speaks = (language: string): language is Language => Object.hasOwn(languages, language);
