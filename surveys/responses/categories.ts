/** The options of an item over all versions, as the values of one variable. Codes never change their meaning. */
import type { MissingReason } from "#analysis";
import { specialCodes, type Code } from "../answer.ts";
import type { Value } from "../codebook.ts";
import type { ItemNotes } from "../instrument/codebook.ts";
import type { Item, Option } from "../items/item.ts";
import { optionsOf as allOptions } from "../items/options.ts";
import { asOptions } from "../items/yes-no.ts";
import type { Text } from "../text.ts";

export type Words = (text: Text) => string;

export interface Categories {
  readonly values: readonly Value[];
  /** Codes that are no answer to the question, as they stand in cells. */
  readonly missing: Readonly<Record<string, MissingReason>>;
}

/** true is written 1 and false 0. */
export const cellOf = (code: Code): string =>
  typeof code === "boolean" ? (code ? "1" : "0") : String(code);

/**
 * @param forms the same item in the versions that have it, oldest first
 * @returns options of the newest in its order, then those that only earlier versions had
 */
export function categoriesOf(
  forms: readonly Item[],
  notes: ItemNotes | undefined,
  words: Words,
): Categories {
  const labels = new Map<Code, string[]>();
  for (const form of forms.toReversed())
    for (const { code, label } of optionsOf(form)) {
      const said = labels.get(code) ?? [];
      labels.set(code, [...said, words(label)]);
    }
  const missing = missingOf(notes);
  const kept = [...labels.keys()].filter((code) => !Object.hasOwn(missing, cellOf(code)));
  const numeric = numbersFor(kept);
  return {
    values: kept.map((code) => ({
      cell: cellOf(code),
      code: numeric.get(code)!,
      label: labelled(labels.get(code)!),
    })),
    missing: { ...missing },
  };
}

/** Who says "I do not know" gave no answer, but was asked. */
const missingOf = (notes: ItemNotes | undefined): Readonly<Record<string, MissingReason>> => ({
  [specialCodes.refused]: "refused",
  [specialCodes.unsure]: "skipped",
  ...notes?.missing,
});

/** The newest label; earlier ones are told, because earlier answers were given to them. */
function labelled(said: readonly string[]): string {
  const [newest, ...earlier] = [...new Set(said)];
  return earlier.length === 0 ? newest! : `${newest} (earlier: ${earlier.join("; ")})`;
}

/** Codes that are numbers stand for themselves; words are counted on behind them, in their order. */
function numbersFor(codes: readonly Code[]): ReadonlyMap<Code, number> {
  const own = codes.filter((code) => typeof code !== "string");
  let next = Math.max(0, ...own.map(Number));
  return new Map(
    codes.map((code) => [code, typeof code === "string" ? ++next : Number(code)] as const),
  );
}

export function optionsOf(item: Item): readonly Option[] {
  if ("options" in item) return allOptions(item);
  return item.kind === "yes/no" ? asOptions(item).options : [];
}
