/** The different cells of a column and how often each occurs: all that is needed to say what the column is. */
export interface Profile {
  /** Name of the column. */
  readonly name: string;
  /** Empty cells. */
  readonly empty: number;
  /** Cells that are whole numbers in canonical form ("7", never "07"), with how often each occurs. */
  readonly integers: ReadonlyMap<number, number>;
  /** Every other cell, to the letter, with how often each occurs. */
  readonly texts: ReadonlyMap<string, number>;
}

/** Cells that are not empty. */
export function answered(profile: Profile): number {
  let total = 0;
  for (const n of profile.integers.values()) total += n;
  for (const n of profile.texts.values()) total += n;
  return total;
}

/** Different cells that are not empty. */
export const different = (profile: Profile): number => profile.integers.size + profile.texts.size;

/** The different cells as written. */
export const cellsOf = (profile: Profile): string[] => [
  ...Array.from(profile.integers.keys(), String),
  ...profile.texts.keys(),
];

/** How often a cell occurs. */
export const occurrences = (profile: Profile, cell: string): number =>
  profile.texts.get(cell) ??
  (String(Number(cell)) === cell ? (profile.integers.get(Number(cell)) ?? 0) : 0);

/** The profile without some cells; the same object where none of them occurs. */
export function without(profile: Profile, cells: Iterable<string>): Profile {
  const found = [...cells].filter((cell) => occurrences(profile, cell) > 0);
  if (found.length === 0) return profile;
  const integers = new Map(profile.integers);
  const texts = new Map(profile.texts);
  for (const cell of found) if (!texts.delete(cell)) integers.delete(Number(cell));
  return { ...profile, integers, texts };
}
