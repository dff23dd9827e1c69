/** Questions of Qualtrics that become several items: one for each of their rows. */
import type { Json } from "../foreign.ts";
import { choiceIds, rowName } from "./choices.ts";
import type { QsfQuestion } from "./open.ts";

/** What becomes an item for each of its rows, and what their names end in. */
export function piecesOf({
  payload,
}: QsfQuestion): readonly { readonly id: string; readonly key: string }[] {
  const ids = choiceIds(payload);
  return isApart(payload, ids.length) ? ids.map((id) => ({ id, key: rowName(payload, id) })) : [];
}

function isApart(
  { QuestionType: type, Selector: selector, SubSelector: sub }: Json,
  rows: number,
): boolean {
  if (type === "TE") return selector === "FORM";
  if (type === "Slider") return rows > 1;
  return type === "Matrix" && sub === "MultipleAnswer";
}
