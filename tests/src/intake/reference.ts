/** The grammar of CSV as plainly as it can be written, a character at a time: what both paths must agree with. */

export interface ReferenceTable {
  readonly rows: readonly (readonly string[])[];
  /** Line on which each row starts. */
  readonly lines: readonly number[];
}

/** Rows of a text; undefined where a quote is not closed, or text follows a closing one. */
export function referenceRows(text: string, delimiter: string): ReferenceTable | undefined {
  const rows: string[][] = [];
  const lines: number[] = [];
  let [at, line] = [0, 1];
  const lineEnd = () => (text.startsWith("\r\n", at) ? 2 : /[\r\n]/.test(text.charAt(at)) ? 1 : 0);
  while (at < text.length) {
    if (lineEnd() > 0) {
      at += lineEnd();
      line++;
      continue;
    }
    const cells: string[] = [];
    lines.push(line);
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        at++;
        while (text[at] !== '"' || text[at + 1] === '"') {
          if (at >= text.length) return undefined;
          if (lineEnd() > 0) line++;
          const length = text[at] === '"' ? 2 : Math.max(1, lineEnd());
          cell += text[at] === '"' ? '"' : text.slice(at, at + length);
          at += length;
        }
        at++;
        while (/[ \t]/.test(text.charAt(at)) && text[at] !== delimiter) at++;
        if (at < text.length && text[at] !== delimiter && lineEnd() === 0) return undefined;
      } else
        while (at < text.length && text[at] !== delimiter && lineEnd() === 0) cell += text[at++];
      cells.push(cell);
      if (text[at] !== delimiter) break;
      at++;
    }
    rows.push(cells);
    at += lineEnd();
    line++;
  }
  return { rows, lines };
}
