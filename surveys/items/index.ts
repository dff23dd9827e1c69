/** The kinds of items. To add one: its type in item.ts, its file, a line here. */
import { comment } from "./comment.ts";
import { date } from "./date.ts";
import { dropdown } from "./dropdown.ts";
import { information } from "./information.ts";
import type { Item, ItemKindId } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { matrix } from "./matrix.ts";
import { multipleChoice } from "./multiple-choice.ts";
import { number } from "./number.ts";
import { rating } from "./rating.ts";
import { singleChoice } from "./single-choice.ts";
import { text } from "./text.ts";
import { yesNo } from "./yes-no.ts";

/** What an item's kind can do. */
export const kindOf = (item: Item): ItemKind => itemKinds[item.kind];

export const itemKinds: {
  readonly [K in ItemKindId]: ItemKind<Extract<Item, { readonly kind: K }>>;
} = {
  "single choice": singleChoice,
  dropdown,
  "multiple choice": multipleChoice,
  rating,
  matrix,
  "yes/no": yesNo,
  number,
  date,
  text,
  comment,
  information,
};
