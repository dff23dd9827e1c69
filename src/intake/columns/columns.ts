/**
 * Columns while they grow. Rows first land in a small block, column after column, whose distance is an
 * odd number of cache lines (a power of two would map all columns to the same few lines of the cache);
 * a full block is copied to the columns.
 */
import { Dictionary } from "./dictionary.ts";
import type { Limits } from "../limits.ts";
import { dictionaryBase, type SourceColumn } from "../source.ts";

/** In Int8Array, and in the block, these two codes below -100 have a meaning. */
export const empty = -128;
const elsewhere = -127;
const lowestNarrow = -100;
const highestNarrow = 127;
const emptyWide = -2147483648;
const notWhole = -2147483648;

interface Growing {
  /** Until a cell needs more than a byte. */
  narrow: Int8Array<ArrayBuffer> | undefined;
  wide: Int32Array<ArrayBuffer> | undefined;
  dictionary: Dictionary | undefined;
}

export class Columns {
  readonly width: number;
  /** Cells of the block: column c of the row under way is at `slot + c * stride`. */
  readonly block: Int8Array;
  readonly stride: number;
  slot = 0;
  /** Rows copied out of the block. */
  #done = 0;
  #capacity = 0;
  readonly #columns: Growing[];
  readonly #most: number;

  constructor(width: number, limits: Limits) {
    const cacheLines = Math.min(15, Math.floor(2 ** 12 / width)) | 1;
    this.width = width;
    this.stride = 64 * cacheLines;
    this.block = new Int8Array(width * this.stride);
    this.#most = Math.min(limits.rows, Math.floor(limits.cells / width)) + this.stride;
    this.#columns = Array.from({ length: width }, () => ({
      narrow: new Int8Array(0),
      wide: undefined,
      dictionary: undefined,
    }));
  }

  get rows(): number {
    return this.#done + this.slot;
  }

  /** Room for another block of rows; `estimate`: how many the file may have in all. */
  reserve(estimate: number): void {
    const needed = this.#done + this.stride;
    if (needed <= this.#capacity) return;
    const wished = Math.max(estimate, Math.ceil(this.#capacity * 1.5));
    this.#resize(Math.max(needed, Math.min(wished, this.#most)));
  }

  /** One cell of the row under way, as UTF-8. */
  put(column: number, bytes: Uint8Array, from: number, to: number): void {
    const slot = this.slot + column * this.stride;
    const number = from === to ? empty : wholeNumber(bytes, from, to);
    if (from === to || (number >= lowestNarrow && number <= highestNarrow)) {
      this.block[slot] = number;
      return;
    }
    const growing = this.#columns[column]!;
    const wide = growing.wide ?? this.#widen(growing);
    this.block[slot] = elsewhere;
    wide[this.rows] = number === notWhole ? entry(growing, bytes, from, to) : number;
  }

  /** Copies the rows of the block to the columns. */
  flush(): void {
    const rows = this.slot;
    this.#columns.forEach(({ narrow, wide }, index) => {
      const start = index * this.stride;
      if (narrow) narrow.set(this.block.subarray(start, start + rows), this.#done);
      if (wide) this.#flushWide(wide, start);
    });
    this.#done += rows;
    this.slot = 0;
  }

  /** The columns as they stay. Much spare room is given back, a little is hidden: copying costs more. */
  finish(names: readonly string[]): SourceColumn[] {
    this.flush();
    const rows = this.#done;
    if (this.#capacity > rows * 1.125) this.#resize(rows);
    return this.#columns.map(({ narrow, wide, dictionary }, index) => ({
      name: names[index]!,
      position: index + 1,
      cells: (wide ?? narrow!).subarray(0, rows),
      dictionary: dictionary?.texts() ?? [],
    }));
  }

  #flushWide(wide: Int32Array, start: number): void {
    for (let row = 0; row < this.slot; row++) {
      const code = this.block[start + row]!;
      if (code !== elsewhere) wide[this.#done + row] = code === empty ? emptyWide : code;
    }
  }

  #widen(growing: Growing): Int32Array {
    const narrow = growing.narrow!;
    const wide = new Int32Array(this.#capacity);
    for (let row = 0; row < this.#done; row++)
      wide[row] = narrow[row] === empty ? emptyWide : narrow[row]!;
    growing.narrow = undefined;
    growing.wide = wide;
    return wide;
  }

  /** `transfer` gives the old memory back at once instead of leaving it to the garbage collector. */
  #resize(capacity: number): void {
    for (const growing of this.#columns) {
      const { narrow, wide } = growing;
      if (narrow) growing.narrow = new Int8Array(narrow.buffer.transfer(capacity));
      if (wide) growing.wide = new Int32Array(wide.buffer.transfer(capacity * 4));
    }
    this.#capacity = capacity;
  }
}

function entry(growing: Growing, bytes: Uint8Array, from: number, to: number): number {
  growing.dictionary ??= new Dictionary();
  return dictionaryBase + growing.dictionary.numberOf(bytes, from, to);
}

/** The whole number written canonically in bytes[from, to), of at most nine digits; else `notWhole`. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  const minus = bytes[from] === 0x2d;
  const first = minus ? from + 1 : from;
  const digits = to - first;
  if (digits < 1 || digits > 9) return notWhole;
  if (bytes[first] === 0x30 && (digits > 1 || minus)) return notWhole;
  let number = 0;
  for (let at = first; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return notWhole;
    number = number * 10 + digit;
  }
  return minus ? -number : number;
}
