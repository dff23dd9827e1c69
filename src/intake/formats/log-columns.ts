/** Which columns of an event log say who, what, when and whether. */
import { isDate, looksLikeIdentifier, yesNo } from "#surveys";
import { cellAt, type Source, type SourceColumn } from "../source.ts";
import { attended } from "./attendance.ts";

export interface LogColumns {
  readonly id: SourceColumn;
  readonly kind: SourceColumn;
  readonly date: SourceColumn | undefined;
  readonly status: SourceColumn | undefined;
  readonly checkIn: SourceColumn | undefined;
}

/** Undefined where the file is not a log of events. */
export function logColumns(source: Source, idColumn?: SourceColumn): LogColumns | undefined {
  const ids = source.columns.filter(
    ({ name }) => looksLikeIdentifier(name) && !ofSomethingElse.test(plainName(name)),
  );
  const id = idColumn ?? (ids.length === 1 ? ids[0] : undefined);
  if (id === undefined || source.rows === 0) return undefined;
  const others = source.columns.filter((column) => column !== id);
  const date = find(others, names.date, (cells) => cells.filter(isDate).length * 2 > cells.length);
  const checkIn = find(others, names.checkIn, (cells) => cells.every(isCheckIn));
  const status = find(others, names.status, (cells) => cells.length <= 40 && !cells.some(isDate));
  const kind = find(
    others.filter((column) => column !== date && column !== checkIn && column !== status),
    names.kind,
    (cells) => cells.length <= mostKinds && !cells.some(isDate),
  );
  if (kind === undefined || (date ?? checkIn ?? status) === undefined) return undefined;
  const found = { id, kind, date, status, checkIn };
  return isLog(source, found) ? found : undefined;
}

/**
 * The names alone prove nothing: an alumni file may have employment_type and start_date. People come back, cells speak
 * of attendance, or there is nothing else in the file.
 */
function isLog(source: Source, { id, kind, date, status, checkIn }: LogColumns): boolean {
  const people = differentCells(id).length;
  const roles = new Set([id, kind, date, status, checkIn]);
  return (
    source.rows >= 1.2 * people ||
    checkIn !== undefined ||
    (status !== undefined && differentCells(status).some((cell) => attended(cell) !== undefined)) ||
    source.columns.every((column) => roles.has(column))
  );
}

function find(
  columns: readonly SourceColumn[],
  patterns: readonly RegExp[],
  fits: (cells: readonly string[]) => boolean,
): SourceColumn | undefined {
  for (const pattern of patterns)
    for (const column of columns)
      if (pattern.test(plainName(column.name))) {
        const cells = differentCells(column);
        if (cells.length > 0 && fits(cells)) return column;
      }
  return undefined;
}

/** "Career Fair Session Attendees.Checked In? (Yes / No)" is "checked_in". */
const plainName = (name: string): string =>
  name
    .replaceAll(/\([^)]*\)/gu, "")
    .replace(/^.*\./u, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/gu, "");

const isCheckIn = (cell: string): boolean =>
  yesNo(cell) !== undefined || cell === "0" || cell === "1" || isDate(cell);

function differentCells(column: SourceColumn): string[] {
  const rows = new Map<number, number>();
  for (let row = 0; row < column.cells.length; row++)
    if (!rows.has(column.cells[row]!)) rows.set(column.cells[row]!, row);
  return Array.from(rows.values(), (row) => cellAt(column, row)).filter((cell) => cell !== "");
}

/** Ids of the event or of who ran it, not of who came. */
const ofSomethingElse =
  /^(?:identifi|event|appointment|session|career_fair|fair|record|response|registration|staff|host|advis|employer|location)/u;

/** More different words than this are names of events, not kinds. */
const mostKinds = 60;

/** Better names first. */
const names = {
  kind: [
    /^(?:event|appointment|activity|experience|engagement|interaction|visit|service)_(?:type|kind|category)(?:_name)?$/u,
    /^(?:type|kind|category|identifiable_type)$/u,
    /(?:^|_)(?:type|kind|category)(?:_name)?$/u,
    /^(?:activity|experience|engagement|event|service)$/u,
  ],
  date: [
    /^(?:event_|appointment_|start_|attendance_|activity_)?date$/u,
    /(?:^|_)date(?:_|$)/u,
    /(?:^|_)(?:start|starts_at|start_time|datetime|timestamp|time|when)$|_(?:at|on)$/u,
  ],
  status: [
    /^(?:attendance_|appointment_|event_)?status$/u,
    /(?:^|_)(?:status|attendance|state)(?:_|$)/u,
  ],
  checkIn: [/(?:^|_)checked_in(?:_at)?$/u, /(?:^|_)(?:check_in|attended|present|showed_up)$/u],
} as const;
