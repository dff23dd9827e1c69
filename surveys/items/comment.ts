/** Several lines of words. */
import type { Answer } from "../answer.ts";
import type { Comment } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { holdsWritten, readWritten, writtenFaults } from "./written.ts";

export const comment: ItemKind<Comment> = {
  kind: "comment",
  read: (item, fields) => readWritten(item, fields, "lines"),
  holds: (item, value): value is Answer => holdsWritten(item, value, "lines"),
  faults: writtenFaults,
  say: (_, answer) => String(answer),
};
