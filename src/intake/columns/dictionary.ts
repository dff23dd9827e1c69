/**
 * The distinct texts of a column, numbered in order of first appearance. Looked up by their UTF-8
 * bytes (open addressing over FNV-1a), so that a text seen before is never decoded again.
 */
import { isAscii } from "node:buffer";
import { randomInt } from "node:crypto";

/** Drawn per process: which texts collide cannot be known by who writes the file. The numbering is not touched. */
const seed = randomInt(2 ** 31);
const prime = 16777619;
const sliceBytes = 2 ** 15;

export class Dictionary {
  size = 0;
  /** The texts one after another, and where each one ends. */
  #bytes = new Uint8Array(256);
  #ends = new Float64Array(16);
  #hashes = new Int32Array(16);
  /** 0: free; else 1 + number of the text. At most half full. */
  #slots = new Int32Array(32);

  /** Number of the text in bytes[from, to), a new one where it is new. */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = seed;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, prime);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (number < 0) {
        this.#append(bytes, from, to);
        return this.#add(hash, slot);
      }
      if (this.#hashes[number] === hash && this.#equals(number, bytes, from, to)) return number;
    }
  }

  /** All texts, by number. */
  texts(): string[] {
    const texts: string[] = [];
    for (let first = 0; first < this.size;) {
      const from = this.#start(first);
      let last = first + 1;
      while (last < this.size && this.#ends[last]! - from <= sliceBytes) last++;
      this.#decode(first, last, texts);
      first = last;
    }
    return texts;
  }

  /** Many at once: one decoding and cheap substrings, where bytes are characters. */
  #decode(first: number, last: number, into: string[]): void {
    const start = this.#start(first);
    const slice = Buffer.from(this.#bytes.buffer, start, this.#ends[last - 1]! - start);
    const ascii = isAscii(slice) ? slice.toString("latin1") : undefined;
    for (let number = first; number < last; number++) {
      const from = this.#start(number) - start;
      const to = this.#ends[number]! - start;
      into.push(ascii === undefined ? slice.toString("utf8", from, to) : ascii.slice(from, to));
    }
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  #equals(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    let at = this.#start(number);
    if (this.#ends[number]! - at !== to - from) return false;
    for (let other = from; other < to; other++)
      if (this.#bytes[at++] !== bytes[other]) return false;
    return true;
  }

  #append(bytes: Uint8Array, from: number, to: number): void {
    const start = this.#start(this.size);
    const end = start + to - from;
    while (this.#bytes.length < end)
      this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(this.#bytes.length * 2));
    if (this.size === this.#ends.length) this.#grow(this.size * 2);
    this.#ends[this.size] = end;
    for (let at = start, other = from; at < end; at++, other++) this.#bytes[at] = bytes[other]!;
  }

  #add(hash: number, slot: number): number {
    const number = this.size++;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (this.size * 2 > this.#slots.length) this.#rehash(this.#slots.length * 4);
    return number;
  }

  #grow(capacity: number): void {
    this.#ends = new Float64Array(this.#ends.buffer.transfer(capacity * 8));
    this.#hashes = new Int32Array(this.#hashes.buffer.transfer(capacity * 4));
  }

  #rehash(capacity: number): void {
    this.#slots = new Int32Array(capacity);
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & (capacity - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      this.#slots[slot] = number + 1;
    }
  }
}
