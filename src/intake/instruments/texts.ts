/** Words of a file by language, as texts of a definition. */
import { pipe, quote, type Locale, type Text } from "#surveys";
import type { Told } from "./foreign.ts";
import { portable } from "./names.ts";
import { plainWords } from "./words.ts";

export interface Languages {
  /** The one the survey was written in. */
  readonly first: Locale;
  readonly others: readonly Locale[];
}

/** What stands in braces or the like, as "{name}"; undefined: it cannot be taken over. */
export type Insert = (words: string) => string;

/** HTML by language to a text; undefined where there are no words. Notes what was lost. */
export function textFrom(
  words: Iterable<readonly [Locale, string]>,
  { first, others }: Languages,
  { of, insert }: { readonly of: Told; readonly insert: Insert },
): Text | undefined {
  const plain = new Map<Locale, string>();
  const lost = new Set<string>();
  for (const [locale, html] of words) {
    const read = plainWords(html);
    const said = insert(read.text).trim();
    for (const tag of read.lost) lost.add(tag);
    if (said !== "") plain.set(locale, said);
  }
  if (lost.size > 0) note(of, `Formatting was left out (${[...lost].slice(0, 6).join(", ")}).`);
  if (plain.size === 0) return undefined;
  if (others.length === 0) return plain.get(first) ?? [...plain.values()][0]!;
  const by = [first, ...others].filter((locale) => plain.has(locale));
  return Object.fromEntries(
    by.map((locale) => [locale === first ? "default" : locale, plain.get(locale)!]),
  );
}

/** Said once, however often it is found. */
export function note(of: Told, text: string): void {
  if (!of.notes.includes(text)) of.notes.push(text);
}

/** Braces would be read as the name of an item. */
export const withoutBraces = (text: string, say: (name: string) => string | undefined): string =>
  pipe(text, (name) => say(name) ?? "…");

/** Words for each language of a text. */
export const mapText = (text: Text, change: (words: string) => string): Text =>
  typeof text === "string"
    ? change(text)
    : Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, change(words)]));

/** The tag of a language as definitions write it: "EN-GB" and "zh_hans" are "en-GB" and "zh-hans". */
export function localeFrom(written: string): Locale | undefined {
  const [language, ...rest] = written.trim().replaceAll("_", "-").split("-");
  const known = odd.get(written.toUpperCase());
  const locale = known ?? [language!.toLowerCase(), ...rest].join("-");
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : undefined;
}

/** Why it is not called as in the file. */
export const renamed = (from: string, to: string): string =>
  to.startsWith(`${portable(from).slice(0, 24)}_`) && /_\d+$/.test(to)
    ? `It is called ${quote(to)} here: the name ${quote(from)} was given already.`
    : `It is called ${quote(to)} here: ${quote(from)} is no name for SPSS, Stata and R.`;

const odd: ReadonlyMap<string, Locale> = new Map([
  ["ZH-S", "zh-Hans"],
  ["ZH-T", "zh-Hant"],
]);
