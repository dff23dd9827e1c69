/** In which words one page speaks: the instrument's in its language, the program's in theirs. */
import { pipe, textIn, type Instrument, type Locale, type Text } from "#surveys";
import { languageFor, languages, type Words } from "./words/index.ts";

export interface Speech {
  readonly locale: Locale;
  readonly direction: "ltr" | "rtl";
  readonly words: Words;
  /** For elements that hold the program's own words, where these are in another language than the page. */
  readonly own: { readonly lang?: string; readonly dir?: "ltr" };
  /** Words of the instrument, answers put in where they are named. */
  say(text: Text): string;
  day(date: Date): string;
  number(value: number): string;
}

/** @param answered what stands in for "{name}" in a text */
export function speechOf(
  { locales }: Pick<Instrument, "locales">,
  locale: Locale,
  answered: (name: string) => string | undefined = () => undefined,
): Speech {
  return {
    ...plainSpeech(locale),
    say: (text) => pipe(textIn(text, locale, locales), answered),
  };
}

/** Where there is no instrument to speak for. Made once a language: forms of days and numbers take a millisecond. */
export function plainSpeech(locale: Locale): Speech {
  const speech = spoken.get(locale) ?? speechIn(locale);
  spoken.set(locale, speech);
  return speech;
}

const spoken = new Map<Locale, Speech>();

function speechIn(locale: Locale): Speech {
  const language = languageFor(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  // 1950 may be a year: groups begin at 10,000.
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: "min2" });
  return {
    locale,
    direction: directionOf(locale),
    words: languages[language],
    own: new Intl.Locale(locale).language === language ? {} : { lang: language, dir: "ltr" },
    say: (text) => textIn(text, locale, [locale]),
    day: (date) => days.format(date),
    number: (value) => numbers.format(value),
  };
}

const fromTheRight: ReadonlySet<string> = new Set(
  "ar arc ckb dv fa he ku ps sd syr ug ur yi".split(" "),
);

function directionOf(locale: Locale): "ltr" | "rtl" {
  const { language, script } = new Intl.Locale(locale);
  if (script !== undefined) return /^(Arab|Hebr|Syrc|Thaa)$/.test(script) ? "rtl" : "ltr";
  return fromTheRight.has(language) ? "rtl" : "ltr";
}

/** What the browser asks for first among the languages that there are; else the first of these. */
export function localeFrom(accepted: string | null, locales: readonly Locale[]): Locale {
  const wanted = (accepted ?? "")
    .split(",")
    .map((part) => part.trim().split(";q="))
    .map(([name = "", weight = "1"]) => ({ name: name.toLowerCase(), weight: Number(weight) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { name } of wanted) {
    const language = name.split("-")[0];
    const found =
      locales.find((each) => each.toLowerCase() === name) ??
      locales.find((each) => each.toLowerCase().split("-")[0] === language);
    if (found !== undefined) return found;
  }
  return locales[0] ?? "en";
}
