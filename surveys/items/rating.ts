/** One point of a row of points. */
import type { Rating } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { readOne, sayOne } from "./one-of.ts";
import { hasCode } from "./options.ts";

export const rating: ItemKind<Rating> = {
  kind: "rating",
  read: readOne,
  holds: hasCode,
  faults: () => [],
  say: sayOne,
};
