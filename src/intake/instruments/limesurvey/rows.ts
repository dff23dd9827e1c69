/** Rows of a LimeSurvey file: by key, in order, and their words by language. */
import type { Locale } from "#surveys";
import { numberIn } from "../loose.ts";
import { localeFrom, type Languages } from "../texts.ts";
import type { Row } from "./tables.ts";

export interface Reading {
  table(name: string): readonly Row[];
  readonly languages: Languages;
}

export type WordsByLanguage = readonly (readonly [Locale, string])[];

export const at = (row: Row | undefined, field: string): string => row?.get(field)?.trim() ?? "";

export function byKey(rows: readonly Row[], key: string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const value = at(row, key);
    const there = found.get(value);
    if (there === undefined) found.set(value, [row]);
    else there.push(row);
  }
  return found;
}

export const inOrder = <T>(
  all: readonly T[],
  rowOf: (each: T) => Row | undefined,
  field: string,
): readonly T[] =>
  all.toSorted(
    (a, b) => (numberIn(at(rowOf(a), field)) ?? 0) - (numberIn(at(rowOf(b), field)) ?? 0),
  );

/** The first that has words in a language; a row without one speaks the survey's own. */
export function wordsAt(
  rows: readonly Row[],
  field: string,
  { first, others }: Languages,
  language = "language",
): WordsByLanguage {
  const found = new Map<Locale, string>();
  for (const row of rows) {
    const locale = localeFrom(at(row, language) || first);
    const words = at(row, field);
    if (locale !== undefined && words !== "" && !found.has(locale)) found.set(locale, words);
  }
  return [first, ...others].flatMap((locale) =>
    found.has(locale) ? [[locale, found.get(locale)!] as const] : [],
  );
}
