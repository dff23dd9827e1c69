/** What a person should know of how a log was read. */
import { counted, list, quote } from "#surveys";
import { cellAt, type Issue, type Source, type SourceColumn } from "../source.ts";
import { attended, checkedIn } from "./attendance.ts";
import { readEach } from "./cell-readings.ts";
import type { LogColumns } from "./log-columns.ts";

/** For status and check-in: what counted as having been there, and what did not; and what else the file holds. */
export function readAs(source: Source, columns: LogColumns): Issue[] {
  const used = [columns.checkIn, columns.status].filter((column) => column !== undefined);
  const unused = source.columns.filter((column) => !Object.values(columns).includes(column));
  const issues = used.map((column): Issue => {
    const read = column === columns.checkIn ? checkedIn : attended;
    const times = new Map<string, number>();
    const cellIn = readEach(column, (cell) => cell);
    for (let row = 0; row < source.rows; row++)
      times.set(cellIn(row), (times.get(cellIn(row)) ?? 0) + 1);
    const saying = (answer: boolean | undefined) =>
      [...times]
        .filter(([cell]) => read(cell) === answer)
        .map(([cell, n]) => `${cell === "" ? "empty" : quote(cell)} (${n})`);
    const [yes, no, unknown] = [saying(true), saying(false), saying(undefined)];
    const doubt =
      unknown.length === 0 ? "" : ` Not known, and counted as attended: ${list(unknown, 12)}.`;
    return {
      severity: unknown.length === 0 ? "note" : "warning",
      file: source.name,
      column: column.name,
      code: "attendance-read",
      text: `Counted as attended: ${list(yes, 12) || "nothing"}; not counted: ${list(no, 12) || "nothing"}.${doubt}`,
    };
  });
  if (unused.length === 0) return issues;
  const text = `${list(
    unused.map(({ name }) => quote(name)),
    12,
  )} ${unused.length === 1 ? "is" : "are"} not used: a log gives how often and when, by ${columns.kind.name}.`;
  return [...issues, { severity: "note", file: source.name, code: "columns-not-used", text }];
}

/** The first places of each sort, and how many more there are. */
export const few = (faults: readonly Issue[], { name: file }: Source): Issue[] =>
  [...Map.groupBy(faults, ({ code }) => code)].flatMap(([code, same]) => {
    const rest = same.length - shown;
    if (rest <= 0) return same;
    const more: Issue = {
      severity: "warning",
      file,
      code,
      text: `The same holds for ${counted(rest, "more row")}.`,
    };
    return [...same.slice(0, shown), more];
  });
const shown = 5;

export const withoutKind = (source: Source, row: number, column: SourceColumn): Issue =>
  warning(source, row, column, {
    code: "event-without-kind",
    text: "The kind of event is missing; the row is not counted.",
  });

export function withoutDate(source: Source, row: number, column: SourceColumn): Issue {
  const cell = cellAt(column, row);
  const what =
    cell === "" ? "There is no date" : `${quote(cell)} is not a date with a year of four digits`;
  return warning(source, row, column, {
    code: "unreadable-date",
    text: `${what}; the attendance counts, but says nothing about the year of the first.`,
  });
}

const warning = (
  source: Source,
  row: number,
  column: SourceColumn,
  what: { readonly code: string; readonly text: string },
): Issue => ({
  severity: "warning",
  file: source.name,
  line: source.lines[row]!,
  column: column.name,
  ...what,
});
