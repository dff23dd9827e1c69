/** One thing that two versions do not have in common. */

export const differenceKinds = [
  "words",
  "languages",
  "consent",
  "new item",
  "removed item",
  "moved item",
  "changed kind",
  "new option",
  "removed option",
  "moved option",
  "changed label",
  "changed code",
  "reused code",
  "loosened limit",
  "narrowed limit",
  "changed requirement",
  "changed condition",
  "changed default",
  "changed notes",
  "changed scale",
  "changed modules",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface VersionDifference {
  readonly kind: DifferenceKind;
  /** Of the item, section or scale; "" for the instrument as a whole. */
  readonly name: string;
  /** Whether answers to both versions can be read together. */
  readonly safe: boolean;
  /** One sentence. */
  readonly text: string;
}

export const safe = (kind: DifferenceKind, name: string, text: string): VersionDifference => ({
  kind,
  name,
  safe: true,
  text,
});

export const breaking = (kind: DifferenceKind, name: string, text: string): VersionDifference => ({
  kind,
  name,
  safe: false,
  text,
});

export const changed = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);
