/**
 * Beyond these a file is refused with a sentence instead of being read at any price. They sit before
 * the parser: an unclosed quote must not turn a file into one cell, nor a header into a million columns.
 */
export const limits = {
  /** Bytes of the file. */
  bytes: 4 * 2 ** 30,
  rows: 10_000_000,
  columns: 20_000,
  /** Rows times columns: bytes of memory, where every column is small integers. */
  cells: 1_000_000_000,
  /** Characters of the name of a column. */
  name: 10_000,
  /** UTF-8 bytes of one cell. */
  cellBytes: 2 ** 20,
  /** UTF-8 bytes of one row, line breaks inside quotes included. */
  rowBytes: 2 ** 24,
  /** Errors listed; the others are only counted. */
  errors: 100,
} as const;

export type Limits = { readonly [name in keyof typeof limits]: number };
