/**
 * Logs with a row per event: who, what kind, when, and whether they came. They become one variable per kind: how often a
 * person attended (the dose), and the year of the first time. Cancelled and missed events do not count.
 */
import { missingReasons } from "#analysis";
import { quote, yearOf, type Variable } from "#surveys";
import { columnOfNumbers } from "../../studies/variables/pack.ts";
import type { Issue, Source } from "../source.ts";
import { attended, checkedIn } from "./attendance.ts";
import { readEach } from "./cell-readings.ts";
import type { Format, Made, Rows } from "./format.ts";
import { logColumns, type LogColumns } from "./log-columns.ts";
import { few, readAs, withoutDate, withoutKind } from "./log-notes.ts";

export const eventLog: Format = {
  id: "event log",
  sniff: (source, idColumn) => logColumns(source, idColumn) !== undefined,
  read(source, idColumn) {
    const columns = logColumns(source, idColumn);
    if (columns === undefined)
      throw new RangeError(`eventLog.read requires a log of events, got ${quote(source.name)}`);
    const events = readEvents(source, columns);
    return {
      oneRowPer: "event",
      idColumn: columns.id,
      columns: [],
      makes: events.kinds.flatMap(({ id }) => (columns.date ? [id, firstOf(id)] : [id])),
      issues: events.issues,
      make: (rows) => ({
        made: events.kinds.flatMap((kind) => tally(kind, events, { rows, source, columns })),
        issues: [],
      }),
    };
  },
};

interface Kind {
  /** "career_fair" */
  readonly id: string;
  /** As the file writes it first. */
  readonly label: string;
  readonly index: number;
}

/** Row by row. */
interface Events {
  readonly kinds: readonly Kind[];
  /** Index of the kind where the person attended, else -1. */
  readonly kindOf: Int32Array;
  /** Calendar year, 0 where the file has no readable date. */
  readonly yearOf: Int32Array;
  readonly issues: readonly Issue[];
}

function readEvents(source: Source, columns: LogColumns): Events {
  const kinds = new Map<string, Kind>();
  const kindIn = readEach(columns.kind, (cell) => {
    if (cell.trim() === "") return undefined;
    const id = idOf(cell);
    const kind = kinds.get(id) ?? { id, label: cell.trim(), index: kinds.size };
    kinds.set(id, kind);
    return kind;
  });
  const came = attendance(columns);
  const yearIn = columns.date && readEach(columns.date, (cell) => yearOf(cell) ?? 0);
  const kindOf = new Int32Array(source.rows).fill(-1);
  const years = new Int32Array(source.rows);
  const faults: Issue[] = [];
  for (let row = 0; row < source.rows; row++) {
    const kind = kindIn(row);
    if (kind === undefined) faults.push(withoutKind(source, row, columns.kind));
    if (kind === undefined || !came(row)) continue;
    kindOf[row] = kind.index;
    years[row] = yearIn?.(row) ?? 0;
    if (columns.date && years[row] === 0) faults.push(withoutDate(source, row, columns.date));
  }
  const issues = [...few(faults, source), ...readAs(source, columns)];
  return { kinds: [...kinds.values()], kindOf, yearOf: years, issues };
}

function attendance({ status, checkIn }: LogColumns): (row: number) => boolean {
  const byStatus = status && readEach(status, (cell) => attended(cell) ?? true);
  const byCheckIn = checkIn && readEach(checkIn, checkedIn);
  return (row) => (byStatus?.(row) ?? true) && (byCheckIn?.(row) ?? true);
}

interface Context {
  readonly rows: Rows;
  readonly source: Source;
  readonly columns: LogColumns;
}

/** Everybody who never attended has a dose of 0: a log records all attendance. */
function tally(
  { id, label, index }: Kind,
  events: Events,
  { rows, source, columns }: Context,
): Made[] {
  const times = new Float64Array(rows.people);
  const first = new Float64Array(rows.people);
  const dated = new Uint8Array(rows.people);
  for (let row = 0; row < source.rows; row++) {
    if (events.kindOf[row] !== index) continue;
    const person = rows.personOf === null ? row : rows.personOf[row]!;
    const year = events.yearOf[row]!;
    times[person]!++;
    if (year === 0) continue;
    if (dated[person] === 0 || year < first[person]!) first[person] = year;
    dated[person] = 1;
  }
  const reasons = new Uint8Array(rows.people);
  for (let person = 0; person < rows.people; person++) {
    if (dated[person] === 1) continue;
    first[person] = NaN;
    reasons[person] =
      1 + missingReasons.indexOf(times[person] === 0 ? "not applicable" : "unreadable");
  }
  const { name: file } = source;
  const from = `${quote(label)} in ${file}`;
  const dose = {
    id,
    label,
    level: "count",
    source: file,
    missing: {},
    derived: "dose",
    decidedBy: `Count: times attended, from the rows with ${columns.kind.name} ${from}; people without such a row have 0, because a log records all attendance.`,
  } as const satisfies Variable;
  const year = {
    id: firstOf(id),
    label: `${label}: year of the first`,
    level: "interval",
    source: file,
    missing: {},
    derived: "first year",
    decidedBy: `Interval: calendar year of the first attended ${from}, from ${columns.date?.name}; not applicable to people who never attended.`,
  } as const satisfies Variable;
  const all = { variable: dose, column: columnOfNumbers(dose, times, new Uint8Array(rows.people)) };
  if (columns.date === undefined) return [all];
  return [all, { variable: year, column: columnOfNumbers(year, first, reasons) }];
}

/** "Career Fair", "career-fair" and "CareerFair" are one kind. */
const idOf = (kind: string): string =>
  kind
    .normalize("NFKC")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/gu, "") || "event";
const firstOf = (id: string): string => `first_${id}_year`;
