/**
 * The fast path: bytes straight into columns, for well-formed records. It stops at the first one that
 * is not (text or spaces behind a closing quote, no closing quote in these bytes, a NUL, a cell too
 * long), which is the strict path's; on what it takes, both agree to the letter.
 */
import { empty } from "./columns/columns.ts";
import { behindLineEnd, carriageReturn, isLineEnd, lineFeed, quote } from "./text/records.ts";
import type { Sheet } from "./columns/sheet.ts";

const notPlain = -1;

export class PlainPath {
  readonly #sheet: Sheet;
  readonly #tables: Tables;
  #bytes: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the next cell goes in the block of the columns. */
  #slot = 0;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#tables = tablesOf(sheet.dialect.delimiter);
  }

  /** Takes records from `from` on; gives the position of the first one not taken. `bytes` end in a line end. */
  take(bytes: Buffer, from: number): number {
    const { lines } = this.#sheet;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let start = from;
    while (start < bytes.length) {
      if (isLineEnd(bytes[start])) start = lines.blank(bytes, start);
      else {
        const end = this.#record(start);
        if (end === notPlain) break;
        start = lines.end(bytes, end);
      }
    }
    return start;
  }

  /** Takes one record; gives the position of its line end. */
  #record(start: number): number {
    const sheet = this.#sheet;
    const bytes = this.#bytes;
    const { delimiter, ends } = this.#tables;
    const { stride, slot: first, width } = sheet.columns;
    const beyond = first + width * stride;
    let at = start;
    let breaks = 0;
    let surplus = false;
    this.#slot = first;
    sheet.line = sheet.lines.at;
    for (;;) {
      at = this.#short(at, beyond);
      const column = this.#slot < beyond ? (this.#slot - first) / stride : -1;
      this.#slot += stride;
      if (bytes[at] === quote) {
        const to = this.#closingQuote(at + 1);
        if (to === notPlain) return notPlain;
        breaks += this.#putQuoted(column, at + 1, to);
        if (column < 0 && to > at + 1) surplus = true;
        at = to + 1;
      } else {
        const from = at;
        while (ends[bytes[at]!] === 0) at++;
        if (column >= 0) sheet.put(column, bytes, from, at);
        else if (at > from) surplus = true;
      }
      if (bytes[at] !== delimiter) break;
      at++;
    }
    if (bytes[at] === 0) return notPlain;
    sheet.endRow((this.#slot - first) / stride, surplus);
    sheet.lines.at += breaks;
    return at;
  }

  /**
   * Takes the run of cells from `start` on that are one digit or none and have a delimiter behind them,
   * up to the slot `beyond`; gives the position of the next cell. Most of the time is spent here.
   */
  #short(start: number, beyond: number): number {
    const bytes = this.#bytes;
    const view = this.#view;
    const { delimiter, pair, steps, codes } = this.#tables;
    const { block, stride } = this.#sheet.columns;
    const lastPair = bytes.length - 4;
    let at = start;
    let slot = this.#slot;
    while (slot < beyond) {
      // Two digits with a delimiter behind each, in one look.
      while (slot + stride < beyond && at <= lastPair) {
        const digits = view.getInt32(at, true) ^ pair;
        if (((digits & 0xff80ff80) | ((digits + 0x00760076) & 0x00800080)) !== 0) break;
        block[slot] = digits;
        block[slot + stride] = digits >> 16;
        slot += 2 * stride;
        at += 4;
      }
      const byte = bytes[at]!;
      const step = steps[byte]!;
      if (step === 2 || bytes[at + step] !== delimiter) break;
      block[slot] = codes[byte]!;
      slot += stride;
      at += step + 1;
    }
    this.#slot = slot;
    return at;
  }

  /** The quote that ends the cell which starts at `from`, if a delimiter or line end is behind it and no NUL before. */
  #closingQuote(from: number): number {
    const bytes = this.#bytes;
    const end = Math.min(bytes.length, from + this.#sheet.dialect.longest + 1);
    for (let at = from; at < end && bytes[at] !== 0; at++) {
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] !== quote) return this.#tables.ends[bytes[at + 1]!] === 0 ? notPlain : at;
      at++;
    }
    return notPlain;
  }

  /** Puts what stands between two quotes, unless `column` is -1; gives the number of line ends in it. */
  #putQuoted(column: number, from: number, to: number): number {
    const bytes = this.#bytes;
    let [quotes, breaks] = [0, 0];
    for (let at = from; at < to; at++) {
      if (bytes[at] === quote) quotes++;
      else if (isLineEnd(bytes[at]) && behindLineEnd(bytes, at) === at + 1) breaks++;
    }
    if (column < 0) return breaks;
    if (quotes === 0) this.#sheet.put(column, bytes, from, to);
    else {
      const text = undoubled(bytes.subarray(from, to), quotes / 2);
      this.#sheet.put(column, text, 0, text.length);
    }
    return breaks;
  }
}

/** Each two quotes are one. */
function undoubled(text: Buffer, pairs: number): Buffer {
  const single = Buffer.allocUnsafe(text.length - pairs);
  for (let at = 0, to = 0; at < text.length; at++, to++) {
    single[to] = text[at]!;
    if (text[at] === quote) at++;
  }
  return single;
}

/** What a byte says at the start of a cell. */
interface Tables {
  readonly delimiter: number;
  /** "0" and the delimiter, twice, as four bytes. */
  readonly pair: number;
  /** How far behind it a delimiter must stand for it to be the whole cell: 0 the delimiter (an empty cell), 1 a digit, 2 never. */
  readonly steps: Uint8Array;
  /** The code of that cell. */
  readonly codes: Int8Array;
  /** 1: the delimiter, line ends, and NUL, which is the strict path's to report. */
  readonly ends: Uint8Array;
}

function tablesOf(delimiter: number): Tables {
  const steps = new Uint8Array(256).fill(2);
  const codes = new Int8Array(256);
  const ends = new Uint8Array(256);
  for (let digit = 0; digit < 10; digit++) {
    steps[0x30 + digit] = 1;
    codes[0x30 + digit] = digit;
  }
  steps[delimiter] = 0;
  codes[delimiter] = empty;
  ends[delimiter] = ends[lineFeed] = ends[carriageReturn] = ends[0] = 1;
  const pair = (delimiter << 24) | (0x30 << 16) | (delimiter << 8) | 0x30;
  return { delimiter, pair, steps, codes, ends };
}
