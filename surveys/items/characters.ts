/** Which letters are kept, and how many there are. */

/** Kept as an answer at most, whatever an item allows: beyond it is no writing. */
export const mostCharacters = 10_000;

/** Characters as people count them, nearly: code points, so that an emoji is one and not two. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) if (!isSecondHalf(text.charCodeAt(at))) length++;
  return length;
}

/** No half character, no control character but the tab; line ends where there are several lines. */
export function isUsable(text: string, lines: "one line" | "lines"): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delete_ || (code < space && !allowed[lines].has(code))) return false;
  }
  return text.isWellFormed();
}

const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

const [tab, newLine, carriageReturn, space, delete_] = [9, 10, 13, 32, 127];

const allowed = {
  "one line": new Set([tab]),
  lines: new Set([tab, newLine, carriageReturn]),
} as const;
