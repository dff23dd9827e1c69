/** Hides small counts and, where exactly one is hidden, the next smallest too: else the total gives it away. */
export function withComplement(
  counts: readonly (number | null)[],
  few: (n: number | null) => boolean,
): (number | null)[] {
  const shown = counts.map((n) => (few(n) ? null : n));
  if (shown.filter((n) => n === null).length !== 1) return shown;
  const smallest = Math.min(...shown.filter((n) => n !== null && n > 0).map(Number));
  const second = shown.indexOf(smallest);
  return shown.map((n, i) => (i === second ? null : n));
}
