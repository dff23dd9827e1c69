/** The largest count that is still no surprise (1 in 1000) when each of n tries comes out with this chance. */
export function unsurprising(n: number, chance: number): number {
  let term = (1 - chance) ** n;
  let below = term;
  let count = 0;
  while (below < 0.999) {
    term *= ((n - count) / (count + 1)) * (chance / (1 - chance));
    below += term;
    count++;
  }
  return count;
}
