/** How reliable an experience is measured, where it is a score of several items. */
import type { ScoreReliability } from "../ranking.ts";
import { reliability } from "../reliability/reliability.ts";
import { completeRows, take } from "../rows.ts";
import { type Table, columnOf } from "../table.ts";
import type { Panel } from "./panel.ts";
import type { Item } from "./question.ts";

/** Over the people of the panel who answered every item. */
export function reliabilityOf(
  table: Table,
  { rows }: Panel,
  { item, confidence }: { readonly item: Item; readonly confidence: number },
): ScoreReliability | null {
  const [only] = item.members;
  const items = columnOf(table, only).items ?? [];
  if (item.members.length !== 1 || items.length < 2) return null;
  const answered = new Set(completeRows(items));
  const complete = rows.filter((row) => answered.has(row));
  const found = reliability(
    items.map((column) => take(column, complete)),
    confidence,
  );
  return found && { alpha: found.alpha, interval: found.interval, items: items.length };
}
