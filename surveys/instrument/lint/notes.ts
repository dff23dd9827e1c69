/** What the codebook does not say, or says in two ways. */
import { quote } from "../../wording.ts";
import { itemOf } from "../../expression/names.ts";
import type { InstrumentCodebook, InstrumentScale } from "../codebook.ts";
import type { LintRule } from "../lint.ts";
import type { Said } from "../refusal.ts";

export const notes: LintRule = ({ items, codebook }) => [
  ...[...items.values()]
    .filter(({ kind, name }) => kind !== "information" && !Object.hasOwn(codebook.items, name))
    .map(({ name }) => ({
      code: "no-notes",
      place: ["codebook", "items"],
      name,
      text: `The codebook says nothing of ${quote(name)}, so tables and charts would show its whole title.`,
      suggestion: `Add "${name}": {"label": "…"}.`,
    })),
  ...codebook.scales.flatMap((scale, at) => turnedRound(scale, at, codebook)),
];

/** An item that counts against what its own notes say, in either direction. */
function turnedRound(scale: InstrumentScale, at: number, codebook: InstrumentCodebook): Said[] {
  return scale.items.flatMap((name): Said[] => {
    const item = itemOf(name);
    const direction = Object.hasOwn(codebook.items, item)
      ? codebook.items[item]!.direction
      : undefined;
    const isReversed = scale.reversed?.includes(name) ?? false;
    if (direction === undefined || isReversed === (direction === "higher is less")) return [];
    if (pointsBothWays(item, scale)) return [];
    return [
      {
        code: "direction-contradicted",
        place: ["codebook", "scales", at, isReversed ? "reversed" : "items"],
        name: scale.id,
        text: `The codebook says of ${quote(item)} that ${direction}, but the scale ${quote(scale.id)} ${isReversed ? "reverses it" : "does not reverse it"}.`,
        suggestion: isReversed
          ? "Take it out of reversed, or change its direction."
          : "Add it to reversed, or change its direction.",
      },
    ];
  });
}

/** Rows of one matrix that ask in both directions have no direction in common. */
function pointsBothWays(matrix: string, { items, reversed = [] }: InstrumentScale): boolean {
  const rows = items.filter((name) => itemOf(name) === matrix);
  const turned = rows.filter((name) => reversed.includes(name)).length;
  return turned > 0 && turned < rows.length;
}
