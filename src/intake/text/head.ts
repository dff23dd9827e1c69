/** What the first bytes of a file say: that it is no text table, or in which encoding it is written. */
import type { Encoding } from "./encoding.ts";
import type { Findings } from "../findings.ts";
import { binaryFormat, foreignFormat } from "./foreign.ts";

/** How many bytes are looked at: the same ones however the file arrives. */
export const headBytes = 4096;

export interface Verdict {
  readonly encoding: Encoding;
  /** Bytes of the byte-order mark. */
  readonly mark: number;
  /** Known from the mark or `chosen`, not only likely. */
  readonly sure: boolean;
}

/** Judges the start of a file; refuses what is no text. */
export function judgeHead(
  start: Buffer,
  chosen: Encoding | undefined,
  findings: Findings,
): Verdict {
  const head = start.subarray(0, headBytes);
  const guess = guessEncoding(head);
  const encoding = chosen ?? guess.encoding;
  const mark = encoding === guess.encoding ? guess.mark : 0;
  const foreign =
    foreignFormat(head) ??
    foreignFormat(head.subarray(mark)) ??
    (encoding.startsWith("utf-16") ? undefined : binaryFormat(head));
  if (foreign) {
    const text = `The file looks like ${foreign.looks}.`;
    findings.add({ severity: "error", code: "not-a-table", text, fatal: true, next: foreign.next });
  }
  return { encoding, mark, sure: chosen !== undefined || mark > 0 };
}

/** By the mark, or the NULs that half the bytes of plain text are in UTF-16; else UTF-8 until proven wrong. */
function guessEncoding(head: Buffer): { encoding: Encoding; mark: number } {
  const marked = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (marked) return { encoding: marked.encoding, mark: marked.bytes.length };
  if (isHalfNul(head, 1)) return { encoding: "utf-16le", mark: 0 };
  if (isHalfNul(head, 0)) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
}

/** NULs in every second place from `first` on: at once (a name begins with a letter), often, and hardly elsewhere. */
function isHalfNul(head: Buffer, first: 0 | 1): boolean {
  let [here, elsewhere] = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0 && index % 2 === first) here++;
    else if (byte === 0) elsewhere++;
  });
  return head[first] === 0 && here * 8 > head.length && elsewhere * 8 < here;
}

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];
