/**
 * Bytes of any of four encodings to UTF-8, piece by piece. A file is one encoding from its first byte to
 * its last: where that cannot be, a Finding stands between the pieces, at the place of the file it is about.
 */
import { isAscii, isUtf8 } from "node:buffer";
import type { Finding } from "../findings.ts";
import { isLineEnd, lastLineEnd } from "./records.ts";
import type { Source } from "../source.ts";

export type Encoding = Source["encoding"];

export interface Decoder {
  readonly encoding: Encoding;
  /** Pieces of UTF-8; `last`: nothing follows. A piece is only good until the next one is asked for. */
  decode(bytes: Buffer, last: boolean): Iterable<Uint8Array | Finding>;
}

/** `sure`: the encoding is known, from a mark or from who brings the file, not supposed. */
export function decoderOf(encoding: Encoding, sure: boolean): Decoder {
  return encoding === "utf-16le" || encoding === "utf-16be"
    ? new Utf16(encoding)
    : new Bytewise(encoding, sure);
}

/** UTF-8, strictly; Windows-1252 where the first byte beyond ASCII shows that it is not UTF-8. */
class Bytewise implements Decoder {
  encoding: Encoding;
  readonly #sure: boolean;
  #seen = false;
  #rest: Buffer = Buffer.alloc(0);

  constructor(encoding: Encoding, sure: boolean) {
    this.encoding = encoding;
    this.#sure = sure;
  }

  *decode(bytes: Buffer, last: boolean): Iterable<Uint8Array | Finding> {
    if (this.encoding === "windows-1252") return yield* this.#windows(bytes, last);
    const all = this.#joined(bytes);
    const whole = all.subarray(0, last ? all.length : wholeCharacters(all));
    this.#rest = Buffer.from(all.subarray(whole.length));
    if (isUtf8(whole)) {
      this.#seen ||= !isAscii(whole);
      return yield whole;
    }
    const bad = firstInvalid(whole);
    yield whole.subarray(0, bad);
    if (this.#sure) return yield invalid;
    if (this.#seen || !isAscii(whole.subarray(0, bad))) return yield mixed;
    yield taken;
    this.encoding = "windows-1252";
    const rest = Buffer.concat([whole.subarray(bad), this.#rest]);
    this.#rest = Buffer.alloc(0);
    yield* this.#windows(rest, last);
  }

  /** By whole lines: one whose bytes beyond ASCII are UTF-8 throughout shows that the file was put together of two. */
  *#windows(bytes: Buffer, last: boolean): Iterable<Uint8Array | Finding> {
    const all = this.#joined(bytes);
    const end = last || all.length > longestLine ? all.length : lastLineEnd(all, all.length);
    const whole = all.subarray(0, end);
    this.#rest = Buffer.from(all.subarray(end));
    if (isAscii(whole)) return yield whole;
    const foreign = this.#sure ? -1 : utf8Line(whole);
    yield utf8OfWindows(foreign < 0 ? whole : whole.subarray(0, foreign));
    if (foreign >= 0) yield mixed;
  }

  #joined(bytes: Buffer): Buffer {
    return this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
  }
}

/** UTF-16, strictly: no half of a pair of surrogates without its other half. */
class Utf16 implements Decoder {
  readonly encoding: Encoding;
  #rest = Buffer.alloc(0);

  constructor(encoding: Encoding) {
    this.encoding = encoding;
  }

  *decode(bytes: Buffer, last: boolean): Iterable<Uint8Array | Finding> {
    const all = Buffer.concat([this.#rest, bytes]);
    const units = all.subarray(0, all.length - (all.length % 2));
    const swapped = this.encoding === "utf-16be" ? Buffer.from(units).swap16() : units;
    let text = swapped.toString("utf16le");
    if (!last && isLead(text.charCodeAt(text.length - 1))) text = text.slice(0, -1);
    this.#rest = Buffer.from(all.subarray(text.length * 2));
    const bad = text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u);
    yield Buffer.from(bad < 0 ? text : text.slice(0, bad));
    if (bad >= 0 || (last && this.#rest.length > 0)) yield invalid;
  }
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Where the last whole UTF-8 character ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Where the first character stands that is not UTF-8: the longest beginning that is one is searched by halving. */
function firstInvalid(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const whole = wholeCharacters(bytes.subarray(0, middle));
    if (isUtf8(bytes.subarray(0, whole))) good = middle;
    else bad = middle;
  }
  return wholeCharacters(bytes.subarray(0, good));
}

/** Start of the first line that is not ASCII and yet is UTF-8; -1 where there is none. */
function utf8Line(bytes: Buffer): number {
  for (let from = 0; from < bytes.length;) {
    let to = from;
    while (to < bytes.length && !isLineEnd(bytes[to])) to++;
    const line = bytes.subarray(from, to);
    if (!isAscii(line) && isUtf8(line)) return from;
    from = to + 1;
  }
  return -1;
}

function utf8OfWindows(bytes: Buffer): Uint8Array {
  const utf8 = new Uint8Array(bytes.length * 3);
  let at = 0;
  for (const byte of bytes) {
    const code = byte < 0x80 || byte > 0x9f ? byte : windows1252.charCodeAt(byte - 0x80);
    if (code < 0x80) utf8[at++] = code;
    else if (code < 0x800) {
      utf8[at++] = 0xc0 | (code >> 6);
      utf8[at++] = 0x80 | (code & 0x3f);
    } else {
      utf8[at++] = 0xe0 | (code >> 12);
      utf8[at++] = 0x80 | ((code >> 6) & 0x3f);
      utf8[at++] = 0x80 | (code & 0x3f);
    }
  }
  return utf8.subarray(0, at);
}

/** Characters 0x80 to 0x9F; all others are those of Unicode. The five unused bytes keep their number. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** A line of Windows-1252 that is longer is no longer looked at as a whole. */
const longestLine = 2 ** 20;

const taken: Finding = {
  severity: "warning",
  code: "read-as-windows-1252",
  text: "The bytes are not UTF-8; the file is read as Windows-1252 (Western European).",
};
const mixed: Finding = {
  severity: "error",
  code: "mixed-encodings",
  text: "The bytes of this line are not in the encoding of the lines before.",
  fatal: true,
};
const invalid: Finding = {
  severity: "error",
  code: "invalid-encoding",
  text: "The bytes are not valid in the encoding of the file.",
  fatal: true,
};
