/** Words between questions: there is nothing to answer. */
import type { Answer } from "../answer.ts";
import type { Information } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { blank } from "./reading.ts";

export const information: ItemKind<Information> = {
  kind: "information",
  read: () => blank,
  holds: holdsNothing,
  faults: () => [],
  say: () => "",
};

function holdsNothing(_item: Information, _value: unknown): _value is Answer {
  return false;
}
