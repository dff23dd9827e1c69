/** For "did you mean": the name closest to what was typed. */

/** Fewest letters added, removed, replaced or swapped; case and punctuation hardly count. Undefined where none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const typed = plain(name);
  let best: string | undefined;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const known of names) {
    if (Math.abs(plain(known).length - typed.length) >= least) continue;
    const steps = distance(typed, plain(known));
    if (steps < least) [best, least] = [known, steps];
  }
  return best;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_.-]+/gu, "");

/** Optimal string alignment distance (Damerau 1964, restricted). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line[column] = Math.min(
        above[column]! + 1,
        line[column - 1]! + 1,
        above[column - 1]! + (same ? 0 : 1),
        swapped ? before[column - 2]! + 1 : Infinity,
      );
    }
    [before, above] = [above, line];
  }
  return above[b.length]!;
}
