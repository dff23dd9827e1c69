/** The name that was probably meant: one that two in five of its letters turn into the written one, at most. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  for (const name of names) {
    const edits = distance(written.slice(0, longest).toLowerCase(), name.toLowerCase());
    if (edits < fewest && edits <= Math.max(1, Math.floor(0.4 * name.length)))
      [best, fewest] = [name, edits];
  }
  return best;
}

const longest = 60;

/** Letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [at, other] of [...b].entries())
      line.push(
        Math.min(line[at]! + 1, above[at + 1]! + 1, above[at]! + (letter === other ? 0 : 1)),
      );
    above = line;
  }
  return above.at(-1)!;
}
