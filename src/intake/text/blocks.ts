/** Cuts bytes as they arrive into blocks of whole lines, and keeps what a block was not ready to give. */
import { isLineEnd, lastLineEnd, lineFeed } from "./records.ts";

export interface BlockReader {
  /** Reads records from a block, which ends in a line end; gives how many of its bytes were taken. */
  read(block: Buffer, last: boolean): number;
  /** Refuses a record longer than allowed. */
  refuseLong(): never;
}

export interface BlocksOptions {
  /** Bytes there must be before the first block, unless there are no more. */
  readonly least: number;
  /** Bytes of a block. */
  readonly size: number;
  /** Bytes of the longest record. */
  readonly longest: number;
}

export class Blocks {
  readonly #least: number;
  readonly #longest: number;
  readonly #reader: BlockReader;
  #bytes: Buffer;
  #filled = 0;

  constructor(reader: BlockReader, { least, size, longest }: BlocksOptions) {
    this.#least = least;
    this.#reader = reader;
    this.#longest = longest;
    this.#bytes = Buffer.allocUnsafeSlow(size + 1);
  }

  /** Bytes added and not read yet. */
  get waiting(): Buffer {
    return this.#bytes.subarray(0, this.#filled);
  }

  add(piece: Uint8Array): void {
    for (let from = 0; from < piece.length;) {
      // One byte stays free for the line end that the last line may lack.
      const room = this.#bytes.length - 1 - this.#filled;
      const part = piece.subarray(from, from + room);
      this.#bytes.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (part.length === room) this.#drain();
    }
  }

  /** Nothing follows. True where the last line has no line end of its own. */
  end(): boolean {
    const lacking = this.#filled > 0 && !isLineEnd(this.#bytes[this.#filled - 1]);
    if (lacking) this.#bytes[this.#filled++] = lineFeed;
    if (this.#filled > 0) this.#reader.read(this.waiting, true);
    return lacking;
  }

  #drain(): void {
    const end = lastLineEnd(this.#bytes, this.#filled);
    const ready = end > 0 && this.#filled >= this.#least;
    const taken = !ready ? 0 : this.#reader.read(this.#bytes.subarray(0, end), false);
    this.#bytes.copyWithin(0, taken, this.#filled);
    this.#filled -= taken;
    if (taken === 0) this.#grow();
  }

  /** A single record fills the whole buffer. */
  #grow(): void {
    if (this.#filled > this.#longest) this.#reader.refuseLong();
    const capacity = Math.min(this.#bytes.length * 2, this.#longest + 2);
    const larger = Buffer.allocUnsafeSlow(capacity);
    larger.set(this.waiting);
    this.#bytes = larger;
  }
}
