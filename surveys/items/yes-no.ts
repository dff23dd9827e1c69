/** Yes or no. */
import type { Text } from "../text.ts";
import type { YesNo } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { readOne, sayOne, type NamedOptions } from "./one-of.ts";
import { hasCode } from "./options.ts";

export const yesNo: ItemKind<YesNo> = {
  kind: "yes/no",
  read: (item, fields) => readOne(asOptions(item), fields),
  holds: (item, value) => hasCode(asOptions(item), value),
  faults: () => [],
  say: (item, answer, how) => sayOne(asOptions(item), answer, how),
};

/** Yes and no as the two options they are. */
export function asOptions(item: YesNo): NamedOptions {
  const kept = made.get(item);
  if (kept !== undefined) return kept;
  const options = {
    name: item.name,
    options: [
      { code: item.yesCode, label: item.yes ?? ownWords.yes },
      { code: item.noCode, label: item.no ?? ownWords.no },
    ],
  };
  made.set(item, options);
  return options;
}

const made = new WeakMap<YesNo, NamedOptions>();

/** Where the instrument brings no words. */
const ownWords: Readonly<Record<"yes" | "no", Text>> = {
  yes: { default: "Yes", en: "Yes", es: "Sí" },
  no: { default: "No", en: "No", es: "No" },
};
