/** Ids that would match between files if they were written alike. */
import type { Placed } from "./placed.ts";

export interface NearMiss {
  readonly file: Placed;
  readonly person: number;
  readonly other: Placed;
  readonly otherPerson: number;
  /** What sets the two ids apart. */
  readonly by: string;
}

/**
 * Two ids that read alike, each in a file that lacks the other's. " 7" and "7" in both files are two people of both:
 * nothing is lost there, so nothing is said.
 */
export function nearMisses(files: readonly Placed[], ids: readonly string[]): NearMiss[] {
  const alike = new Map<string, number[]>();
  for (const [person, id] of ids.entries()) {
    if (files.every(({ firstRow }) => firstRow[person] !== -1)) continue;
    const key = bare(id);
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [person]);
    else group.push(person);
  }
  return [...alike.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.flatMap((person, index) => lost(person, group.slice(index + 1), files)),
    )
    .map((miss) => ({ ...miss, by: difference(ids[miss.person]!, ids[miss.otherPerson]!) }));
}

function lost(
  person: number,
  others: readonly number[],
  files: readonly Placed[],
): Omit<NearMiss, "by">[] {
  const has = ({ firstRow }: Placed, who: number) => firstRow[who] !== -1;
  return others.flatMap((otherPerson) => {
    const file = files.find((each) => has(each, person) && !has(each, otherPerson));
    const other = files.find((each) => has(each, otherPerson) && !has(each, person));
    return file === undefined || other === undefined ? [] : [{ file, person, other, otherPerson }];
  });
}

/** What is left of an id without the differences that programs make: blanks, case, leading zeros, ".0". */
const bare = (id: string): string =>
  /^(?:0|[1-9]\d*)$/u.test(id) ? id : withoutZeros(id.normalize("NFKC").trim().toLowerCase());

const withoutZeros = (id: string): string =>
  id.replace(/^(\d+)\.0+$/u, "$1").replace(/^0+(?=[\p{L}\p{N}])/u, "");

function difference(a: string, b: string): string {
  const rules = [
    { by: "blanks around it", same: (id: string) => id.trim() },
    { by: "upper and lower case", same: (id: string) => id.toLowerCase() },
    { by: "leading zeros", same: (id: string) => id.replace(/^0+/u, "") },
    { by: 'a ".0" at the end', same: (id: string) => id.replace(/\.0+$/u, "") },
  ];
  return rules.find(({ same }) => same(a) === same(b))?.by ?? "the way it is written";
}
