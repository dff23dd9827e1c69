/** How words are compared, sorted and quoted. Comparing never changes what is stored: cells keep their letters. */

/** Surrounding and repeated blanks, case and curly apostrophes do not make another answer. */
export const fold = (text: string): string =>
  text.trim().toLowerCase().replaceAll(/\s+/gu, " ").replaceAll(/[‘’]/gu, "'");

/** Order by code point, the same on every machine. */
export function byCodePoint(a: string, b: string): number {
  const left = Array.from(a, codePoint);
  const right = Array.from(b, codePoint);
  const at = left.findIndex((point, index) => point !== right[index]);
  return at === -1 ? left.length - right.length : left[at]! - (right[at] ?? -1);
}

const codePoint = (character: string): number => character.codePointAt(0)!;

/** A cell in a message: in quotes, and not longer than a reader wants. */
export const quote = (cell: string): string =>
  `"${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}"`;

/** "a, b and c"; beyond `most`, "a, b and 7 more". */
export function list(names: readonly string[], most = 6): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "1 cell", "1,200 cells". */
export const counted = (n: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(n)} ${n === 1 ? noun : plural}`;

/** "1,200": without the tables of a locale, which take longer to load than a codebook to make. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
