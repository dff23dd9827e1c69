/** Elements of SurveyJS as items: names that cannot be names are changed, here and wherever they are looked at. */
import { quote } from "#surveys";
import type { DraftItem, Json } from "../foreign.ts";
import { isRecord, wordsIn } from "../loose.ts";
import type { Names } from "../names.ts";
import { portable } from "../names.ts";
import { note, renamed } from "../texts.ts";
import type { Found } from "./found.ts";
import { brought } from "./older.ts";

export interface Items {
  of(found: Found): readonly DraftItem[];
  /** With the new names in its conditions and words. */
  renamed(properties: Json): Json;
}

export function itemsOf(all: readonly Found[], names: Names): Items {
  const called = new Map<Found, string>();
  const changed = new Map<string, string>();
  for (const found of all.filter(({ refused }) => refused === undefined)) {
    const old = wordsIn(found.element["name"]);
    const name = names.keep(old);
    called.set(found, name);
    if (name !== old) note(found.of, renamed(old, name));
    if (name !== old && !changed.has(old)) changed.set(old, name);
    for (const row of rowsOf(found.element))
      changed.set(`${old}.${row}`, `${name}.${portable(row)}`);
  }
  const everywhere = (value: unknown): unknown =>
    changed.size === 0 ? value : throughout(value, (text) => withNames(text, changed));
  return {
    renamed: (properties) => recordOf(everywhere(properties)),
    of(found) {
      const { of, refused, element } = found;
      const name = called.get(found);
      const why = refused ?? tooLong(element);
      if (why !== undefined || name === undefined) {
        note(of, why ?? "It has no name.");
        return [];
      }
      const item = brought(
        { ...recordOf(everywhere(element)), name },
        wordsIn(element["name"]),
        of,
      );
      return item === undefined ? [] : [{ of, element: withRows(item, found) }];
    },
  };
}

const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

/** A picture written as text, more often than not. */
const longestWords = 20_000;

function tooLong(element: Json): string | undefined {
  const long = Object.entries(element).find(
    ([, value]) => JSON.stringify(value)?.length > longestWords * 4,
  );
  return long === undefined
    ? undefined
    : `Its ${quote(long[0])} is longer than anything people read.`;
}

/** Rows that cannot be names, by their values. */
function rowsOf({ type, rows }: Json): readonly string[] {
  if (type !== "matrix" || !Array.isArray(rows)) return [];
  return rows
    .map(valueOf)
    .filter((value): value is string => typeof value === "string" && !isName(value));
}

const isName = (value: string): boolean => /^\p{L}[\p{L}\p{N}_-]{0,63}$/u.test(value);

const valueOf = (row: unknown): unknown => (isRecord(row) ? row["value"] : row);

function withRows(item: Json, { of, element }: Found): Json {
  const odd = rowsOf(element);
  if (odd.length === 0 || !Array.isArray(item["rows"])) return item;
  note(
    of,
    `Rows have names of letters, digits and _ here: ${quote(odd[0]!)} is ${quote(portable(odd[0]!))}.`,
  );
  const rows = item["rows"].map((row: unknown) => {
    const value = valueOf(row);
    if (typeof value !== "string" || isName(value)) return row;
    const text = isRecord(row) ? (row["text"] ?? value) : value;
    return { ...(isRecord(row) ? row : {}), value: portable(value), text };
  });
  return { ...item, rows };
}

/** "{old name}", "{old name.row}" and "{old name-Comment}" with the new name. */
const withNames = (text: string, changed: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\{([^{}]{1,200})\}/g, (all, inner: string) => {
    const name = inner.trim();
    const exact = changed.get(name);
    if (exact !== undefined) return `{${exact}}`;
    const [, of, part] = /^(.*?)((?:\.[^.]*|-Comment))$/s.exec(name) ?? [];
    const known = of === undefined ? undefined : changed.get(of);
    return known === undefined ? all : `{${known}${part}}`;
  });

function throughout(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return value.includes("{") ? change(value) : value;
  if (Array.isArray(value)) return value.map((each: unknown) => throughout(each, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "regex" ? inner : throughout(inner, change),
    ]),
  );
}
