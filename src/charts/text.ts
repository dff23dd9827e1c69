/** Text in a chart: SVG does not break lines, so this does, by the width of common characters. */

const narrow = /[iljftrI.,:;'!|()[\]\s-]/;
const wide = /[mMW@%…]|[\u1100-\uffef]/;

/**
 * Roughly, in units of the font size, as wide as the widest of the system fonts sets it (DejaVu Sans), so that
 * nothing runs into its neighbour.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += narrow.test(character) ? 0.39 : wide.test(character) ? 0.99 : 0.63;
  }
  return width;
}

/** The text in at most `lines` lines of `width` font sizes; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, lines = 2): string[] {
  const wrapped: string[] = [];
  let rest = text.trim().replace(/\s+/g, " ");
  while (rest !== "" && wrapped.length < lines) {
    const last = wrapped.length === lines - 1;
    const line = last ? shorten(rest, width) : firstLine(rest, width);
    wrapped.push(line.trimEnd());
    rest = last ? "" : rest.slice(line.length).trimStart();
  }
  return wrapped.length === 0 ? [""] : wrapped;
}

function firstLine(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = [...text];
  let end = characters.length;
  while (end > 1 && textWidth(characters.slice(0, end).join("")) > width) end--;
  const fits = characters.slice(0, end).join("");
  const places = [...fits.matchAll(breakable)].map(({ index }) => index).filter((at) => at > 0);
  return fits.slice(0, places.at(-1) ?? fits.length);
}

/** Before white space, and after what joins words in the names of columns. */
const breakable = /\s|(?<=[-_/.])/g;

function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(characters.join("")) > width - 1) characters.pop();
  return characters.join("").trimEnd() + "…";
}
