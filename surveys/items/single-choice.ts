/** Radio buttons: one option, all of them in sight. */
import type { SingleChoice } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { readOne, sayOne } from "./one-of.ts";
import { hasCode } from "./options.ts";

export const singleChoice: ItemKind<SingleChoice> = {
  kind: "single choice",
  read: readOne,
  holds: hasCode,
  faults: () => [],
  say: sayOne,
};
