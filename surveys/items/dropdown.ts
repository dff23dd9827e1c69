/** One option of a long list that opens. */
import type { Dropdown } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { readOne, sayOne } from "./one-of.ts";
import { hasCode } from "./options.ts";

export const dropdown: ItemKind<Dropdown> = {
  kind: "dropdown",
  read: readOne,
  holds: hasCode,
  faults: () => [],
  say: sayOne,
};
