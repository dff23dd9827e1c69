/** Foreign JSON says one thing in several ways: numbers as texts, lists as objects, flags as words. */
import type { Json } from "./foreign.ts";

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const recordIn = (value: unknown): Json => (isRecord(value) ? value : {});

/** A property, if it is the object's own. */
export const own = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;

export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : Object.values(recordIn(value));

/** By key, or by position where it is a list. */
export const entriesIn = (value: unknown): readonly [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

export const wordsIn = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const numberIn = (value: unknown): number | undefined => {
  const words = wordsIn(value).trim();
  const number = Number(words);
  return words === "" || !Number.isFinite(number) ? undefined : number;
};

/** "ON", "true", 1, true. */
export const isOn = (value: unknown): boolean =>
  value === true || ["on", "true", "1", "yes", "y"].includes(wordsIn(value).toLowerCase());
