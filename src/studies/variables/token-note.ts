/** Words that were read as "no answer": one note per file, so that nothing of the kind happens silently. */
import { counted, list, occurrences, quote } from "#surveys";
import type { Issue, Source } from "../../intake/source.ts";
import type { ReadColumn } from "./read-column.ts";

export function tokenNote({ name: file }: Source, columns: readonly ReadColumn[]): Issue[] {
  const times = new Map<string, number>();
  let affected = 0;
  for (const { variable, profile } of columns) {
    if (variable.excluded !== undefined && variable.excluded !== "all missing") continue;
    const found = Object.keys(variable.missing).filter((cell) => occurrences(profile, cell) > 0);
    if (found.length > 0) affected++;
    for (const cell of found) times.set(cell, (times.get(cell) ?? 0) + occurrences(profile, cell));
  }
  if (times.size === 0) return [];
  const cells = [...times.values()].reduce((sum, n) => sum + n, 0);
  const text = `${list([...times.keys()].map(quote), 12)} ${times.size === 1 ? "is" : "are"} read as no answer: ${counted(cells, "cell")} in ${counted(affected, "column")}.`;
  return [{ severity: "note", file, code: "read-as-no-answer", text }];
}
