/** The options of a choice: which there are, in the order of the item, and which answer a form field means. */
import { isList, specialCodes, type Answer, type Code } from "../answer.ts";
import { textIn } from "../instrument/text-in.ts";
import type { Text } from "../text.ts";
import type { Item, Option, SpecialOptions } from "./item.ts";
import type { Saying } from "./item-kind.ts";

/** Whatever has options: a choice, a rating, a matrix, yes and no. */
export interface WithOptions extends SpecialOptions {
  readonly options: readonly Option[];
}

/** All options: first those of the item, then other, none of these, prefer not to say, don't know. */
export const optionsOf = (item: WithOptions): readonly Option[] => tabled(item).options;

/** Codes in that order. */
export const codesOf = (item: WithOptions): readonly Code[] => tabled(item).codes;

export const hasCode = (item: WithOptions, value: unknown): value is Code =>
  tabled(item).known.has(value);

/** What a form field says: the text of a code to the code; undefined where the item has no such option. */
export const codeIn = (item: WithOptions, field: string): Code | undefined =>
  tabled(item).byText.get(field);

/** Codes that stand alone: none of these, prefer not to say, don't know. */
export const isExclusive = (item: SpecialOptions, code: Code): boolean =>
  (item.none !== undefined && code === specialCodes.none) ||
  (item.refused !== undefined && code === specialCodes.refused) ||
  (item.unsure !== undefined && code === specialCodes.unsure);

/** Whether words belong to an answer: "other" is chosen, and the item has it. */
export const asksForWords = (item: SpecialOptions, code: Code): boolean =>
  item.other !== undefined && code === specialCodes.other;

/** Whether words belong to the answer to an item: it has "other", and "other" is in the answer. */
export const choosesOther = (item: Item, answer: Answer): boolean =>
  "other" in item &&
  (typeof answer === "object" && isList(answer)
    ? answer.some((code) => asksForWords(item, code))
    : answer === specialCodes.other && item.other !== undefined);

/** The label of a code; the person's own words where there are some for "other". */
export function sayCode(
  item: WithOptions,
  code: Code,
  { locale, locales, comment }: Saying,
): string {
  if (comment !== undefined && comment !== "" && asksForWords(item, code)) return comment;
  const label = tabled(item).labels.get(code);
  return label === undefined ? String(code) : textIn(label, locale, locales);
}

interface Tabled {
  readonly options: readonly Option[];
  readonly codes: readonly Code[];
  readonly known: ReadonlySet<unknown>;
  readonly byText: ReadonlyMap<string, Code>;
  readonly labels: ReadonlyMap<Code, Text>;
}

/** Items are immutable: what is made from one is made once. */
function tabled(item: WithOptions): Tabled {
  const kept = tables.get(item);
  if (kept !== undefined) return kept;
  const options = [...item.options, ...specialOptions(item)];
  const codes = options.map(({ code }) => code);
  const made: Tabled = {
    options,
    codes,
    known: new Set(codes),
    byText: new Map(codes.map((code) => [String(code), code])),
    labels: new Map(options.map(({ code, label }) => [code, label])),
  };
  tables.set(item, made);
  return made;
}

const tables = new WeakMap<WithOptions, Tabled>();

const specialOptions = (item: SpecialOptions): Option[] =>
  specialOrder.flatMap((name) => {
    const special = item[name];
    return special === undefined ? [] : [{ code: specialCodes[name], label: special.label }];
  });

const specialOrder = ["other", "none", "refused", "unsure"] as const;
