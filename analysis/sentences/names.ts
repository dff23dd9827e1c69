/** What sentences know of the variables, and how they write names. */
import type { Ranking } from "../ranking.ts";
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

/** Labels under which the upper of two categories is what the name of the variable says. */
export const isYes = (label: string): boolean => /^(yes|y|true|done|did|1)\b/i.test(label);

/** The outcome of a ranking, quoted; of two categories the one that a share is of, where the name alone does not say it. */
export function outcomeIn(
  { unit, outcome }: Pick<Ranking, "unit" | "outcome">,
  names: Names,
): string {
  const name = nameIn(names)(outcome);
  const labels = names.get(outcome)?.labels;
  if (unit !== "percentage points" || labels === undefined || labels.size === 0)
    return quoted(name);
  const upper = labels.get(Math.max(...labels.keys()))!;
  return quoted(isYes(upper) ? name : `${name}: ${upper}`);
}

/** "A, B and C" */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
