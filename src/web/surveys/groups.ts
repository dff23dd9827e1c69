/** How far the people of a roster are, by one of its columns; groups of few people are hidden. */
import { disclosureThreshold, withComplement } from "#analysis";
import { factsOf } from "../../db/invitations.ts";
import type { InvitedState, KindCount, SectionCount } from "../../db/wave-figures.ts";

export interface GroupProgress {
  readonly group: string;
  /** null: too few people; the other figures are null then, too. */
  readonly invited: number | null;
  readonly started: number | null;
  readonly complete: number | null;
}

/** Names of the columns that a roster brought. */
export const columnsOf = (facts: readonly string[]): string[] => [
  ...new Set(facts.flatMap((each) => Object.keys(factsOf(each)))),
];

export function progressBy(states: readonly InvitedState[], column: string): GroupProgress[] {
  const groups = new Map<string, { invited: number; started: number; complete: number }>();
  for (const { facts, started, complete } of states) {
    const known = factsOf(facts);
    const name = Object.hasOwn(known, column) ? known[column]! : "";
    const group = groups.get(name) ?? { invited: 0, started: 0, complete: 0 };
    group.invited += 1;
    group.started += Number(started);
    group.complete += Number(complete);
    groups.set(name, group);
  }
  const rows = [...groups].toSorted(([a], [b]) => collator.compare(a, b));
  const shown = hideFew(rows.map(([, { invited }]) => invited));
  return rows.map(([group, counts], i) =>
    shown[i] === null
      ? { group, invited: null, started: null, complete: null }
      : { group, ...counts },
  );
}

export interface KindShown {
  readonly kind: string;
  readonly started: number | null;
  readonly complete: number | null;
}

export function releaseKinds(rows: readonly KindCount[]): KindShown[] {
  const shown = hideFew(rows.map(({ started }) => started));
  return rows.map((row, i) =>
    shown[i] === null ? { kind: row.kind, started: null, complete: null } : row,
  );
}

export interface SectionShown {
  readonly section: string;
  readonly reached: number | null;
  readonly left: number | null;
}

/** In the order of the sections; those that no version now has come last. */
export function releaseSections(
  rows: readonly SectionCount[],
  order: readonly string[],
): SectionShown[] {
  const known = ["", ...order];
  const place = ({ section }: SectionCount) => {
    const at = known.indexOf(section);
    return at === -1 ? known.length : at;
  };
  return rows
    .toSorted((a, b) => place(a) - place(b))
    .map((row) => (isFew(row.reached) ? { ...row, reached: null, left: null } : row));
}

export const isFew = (n: number | null): boolean => n !== null && n > 0 && n < disclosureThreshold;

const hideFew = (counts: readonly number[]): (number | null)[] => withComplement(counts, isFew);

const collator = new Intl.Collator("en", { numeric: true });
