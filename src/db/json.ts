/**
 * Values for jsonb columns. PGlite stores a string given for jsonb as the object it spells, postgres.js as a
 * string in quotes, and `true` fails in one of them; as text with a cast both do the same.
 */
import { sql, type RawBuilder } from "kysely";

declare const written: unique symbol;
/** A T on its way into a jsonb column. */
export interface Written<T> {
  readonly [written]: T;
}

export function json<T>(value: T): RawBuilder<Written<T>> {
  return sql<Written<T>>`${JSON.stringify(value)}::text::jsonb`;
}

export function jsonOrNull<T>(value: T | null): RawBuilder<Written<T>> | null {
  return value === null ? null : json(value);
}
