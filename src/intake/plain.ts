/**
 * The fast path: bytes straight into columns, for records without quotes or with simple ones only
 * ("...", nothing doubled, on one line). It stops at the first record of another kind, which is the
 * strict path's; on what it takes, both agree cell by cell.
 */
import { empty } from "./columns.ts";
import { carriageReturn, isLineEnd, lineFeed, quote } from "./records.ts";
import type { Sheet } from "./sheet.ts";

/** Takes records from `from` on; gives the position of the first one not taken. `bytes` end in a line end. */
export function takePlain(sheet: Sheet, bytes: Uint8Array, from: number): number {
  const { columns, lines } = sheet;
  const { block, stride, width } = columns;
  const { delimiter } = sheet.dialect;
  const { steps, codes, ends } = tablesOf(delimiter);
  let start = from;
  while (start < bytes.length) {
    if (isLineEnd(bytes[start])) {
      start = lines.blank(bytes, start);
      continue;
    }
    const first = columns.slot;
    const beyond = first + width * stride;
    let at = start;
    let slot = first;
    let surplus = false;
    for (;;) {
      const byte = bytes[at]!;
      const step = steps[byte]!;
      if (step < 2 && bytes[at + step] === delimiter && slot < beyond) {
        block[slot] = codes[byte]!;
        slot += stride;
        at += step + 1;
        continue;
      }
      let to = at;
      if (byte === quote) {
        to = simpleClose(bytes, ++at);
        if (bytes[to] !== quote || ends[bytes[to + 1]!] === 0) return start;
      } else while (ends[bytes[to]!] === 0) to++;
      if (bytes[to] === 0) return start;
      if (slot < beyond) sheet.put((slot - first) / stride, bytes, at, to);
      else if (to > at) surplus = true;
      slot += stride;
      at = byte === quote ? to + 1 : to;
      if (bytes[at] !== delimiter) break;
      at++;
    }
    sheet.endRow(lines.at, (slot - first) / stride, surplus);
    start = lines.end(bytes, at);
  }
  return start;
}

/** The next quote, line end or NUL. */
function simpleClose(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== quote && !isLineEnd(bytes[at]) && bytes[at] !== 0) at++;
  return at;
}

/**
 * What a byte at the start of a cell says. `steps`: how far behind it a delimiter must stand for it to be
 * the whole cell (0 the delimiter itself: an empty cell, 1 a digit, 2 anything else); `codes`: that cell;
 * `ends`: 1 for the delimiter, line ends, and NUL, which is the strict path's to report.
 */
function tablesOf(delimiter: number) {
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
  return { steps, codes, ends };
}
