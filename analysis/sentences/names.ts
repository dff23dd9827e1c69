/** What sentences know of the variables, and how they write names. */
import type { Column, VariableId } from "../table.ts";

/** The names and levels a reader knows the variables by, with value labels where they may be shown: columns will do. */
export type Names = ReadonlyMap<
  VariableId,
  Pick<Column, "label" | "level"> & Partial<Pick<Column, "labels">>
>;

/** The label of a variable; its id where it has none. */
export const nameIn =
  (names: Names) =>
  (id: VariableId): string =>
    names.get(id)?.label || id;

/** Names are the researcher's words: quoted, they fit any sentence. */
export const quoted = (name: string): string => `“${name}”`;

/** "A, B and C" */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
