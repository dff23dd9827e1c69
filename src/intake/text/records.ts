/** Where a record ends: the one thing a parser of whole records has to be told. */

export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const quote = 0x22;

export interface Span {
  /** End of the record's text, and of the line end behind it. */
  readonly to: number;
  readonly next: number;
  /** Lines of the file it covers. */
  readonly lines: number;
  readonly cells: number;
  /**
   * plain: well-formed · odd: but for spaces behind a closing quote · torn: text behind a closing quote
   * · open: no closing quote in these bytes · endless: none within the longest cell. Of the last three
   * only the first line is spanned.
   */
  readonly shape: "plain" | "odd" | "torn" | "open" | "endless";
}

export interface Dialect {
  /** One ASCII character, as a byte. */
  readonly delimiter: number;
  /** Bytes of the longest cell. */
  readonly longest: number;
}

/** The record that starts at `from`; `bytes` end in a line end. */
export function spanAt(bytes: Uint8Array, from: number, dialect: Dialect): Span {
  const { delimiter } = dialect;
  const end = bytes.length;
  let [at, lines, cells] = [from, 1, 1];
  let odd = false;
  for (;;) {
    if (bytes[at] === quote) {
      const cell = quotedCell(bytes, at, dialect);
      if (cell.shape !== "plain" && cell.shape !== "odd")
        return { ...firstLine(bytes, from), cells, shape: cell.shape };
      odd ||= cell.shape === "odd";
      lines += cell.breaks;
      at = cell.to;
    }
    while (at < end && bytes[at] !== delimiter && !isLineEnd(bytes[at])) at++;
    if (bytes[at] !== delimiter) break;
    cells++;
    at++;
  }
  const next = behindLineEnd(bytes, at);
  return { to: at, next, lines, cells, shape: odd ? "odd" : "plain" };
}

export const isLineEnd = (byte: number | undefined): boolean =>
  byte === lineFeed || byte === carriageReturn;

/** Position behind the LF, CRLF or CR at `at`. */
export const behindLineEnd = (bytes: Uint8Array, at: number): number =>
  bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;

/** A CRLF is one line end. */
export function countLineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++)
    if (isLineEnd(bytes[at]) && behindLineEnd(bytes, at) === at + 1) count++;
  return count;
}

/** End of the last line in bytes[0, filled) that is known to be complete: a CR may yet become a CRLF. */
export function lastLineEnd(bytes: Buffer, filled: number): number {
  const feed = bytes.lastIndexOf(lineFeed, filled - 1);
  const carriage = filled < 2 ? -1 : bytes.lastIndexOf(carriageReturn, filled - 2);
  return Math.max(feed, carriage) + 1;
}

function firstLine(bytes: Uint8Array, from: number): Pick<Span, "to" | "next" | "lines"> {
  let to = from;
  while (to < bytes.length && !isLineEnd(bytes[to])) to++;
  return { to, next: behindLineEnd(bytes, to), lines: 1 };
}

/** From an opening quote to the delimiter or line end behind the closing one. */
function quotedCell(bytes: Uint8Array, opening: number, dialect: Dialect) {
  const end = Math.min(bytes.length, opening + dialect.longest + 2);
  let [at, breaks] = [opening + 1, 0];
  for (; at < end; at++) {
    if (bytes[at] === quote && bytes[at + 1] !== quote) break;
    if (bytes[at] === quote) at++;
    else if (isLineEnd(bytes[at]) && behindLineEnd(bytes, at) === at + 1) breaks++;
  }
  if (at >= end)
    return { to: at, breaks, shape: end === bytes.length ? "open" : "endless" } as const;
  let to = at + 1;
  while ((bytes[to] === 0x20 || bytes[to] === 0x09) && bytes[to] !== dialect.delimiter) to++;
  const closed = bytes[to] === dialect.delimiter || isLineEnd(bytes[to]);
  const shape = closed ? (to > at + 1 ? "odd" : "plain") : "torn";
  return { to, breaks, shape } as const;
}
