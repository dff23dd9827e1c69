/**
 * The strict path: PapaParse on strings of whole records, delimiter and line end fixed. Its streams are
 * never used (they cut characters and line ends), and every error it reports becomes an issue.
 */
import { grouped } from "#surveys";
import Papa from "papaparse";
import type { Findings } from "./findings.ts";
import { isLineEnd, spanAt } from "./text/records.ts";
import type { Sheet } from "./columns/sheet.ts";

export interface StrictOptions {
  /** There is nothing behind `bytes`. */
  readonly final: boolean;
  /** Takes every record, not only the odd ones. */
  readonly all: boolean;
}

/** The text of one record, the line it starts on, and its last column as far as its quotes can be followed. */
export interface TextRecord {
  readonly text: string;
  readonly line: number;
  readonly column: string;
}

const longestRun = 500;

/**
 * Takes the run of odd records that starts at `from`; gives the position behind it: `from` itself
 * where the first record goes on behind `bytes` (which end in a line end).
 */
export function takeStrict(
  sheet: Sheet,
  bytes: Buffer,
  from: number,
  { final, all }: StrictOptions,
): number {
  const { lines, dialect, findings } = sheet;
  const run: TextRecord[] = [];
  let at = from;
  while (at < bytes.length && run.length < longestRun) {
    if (isLineEnd(bytes[at])) {
      at = lines.blank(bytes, at);
      continue;
    }
    const span = spanAt(bytes, at, dialect);
    const whole = span.shape === "plain" || span.shape === "odd";
    if (span.shape === "open" && !final) break;
    if (run.length > 0 && (!whole || (span.shape === "plain" && !all))) break;
    const column = sheet.nameAt(span.cells);
    if (span.shape === "endless")
      findings.stop(
        "unclosed-quote",
        `A quote opens in this cell and is not closed within ${grouped(dialect.longest)} bytes, the longest cell allowed.`,
        { line: lines.at, column },
      );
    if (span.shape === "odd") lines.padded.add(lines.at);
    run.push({ text: bytes.toString("utf8", at, span.to), line: lines.at, column });
    lines.at += span.lines - 1;
    at = lines.end(bytes, span.to);
    if (!whole) break;
  }
  cellsOf(run, dialect.delimiter, findings).forEach((cells, index) => {
    if (cells !== undefined) putRow(sheet, cells, run[index]!.line);
  });
  return at;
}

/** The cells of each record; undefined where PapaParse has something against it, which is reported. */
export function cellsOf(
  records: readonly TextRecord[],
  delimiter: number,
  findings: Findings,
): (readonly string[] | undefined)[] {
  // The empty lines around protect a byte-order mark in the first cell and spaces behind the last quote.
  const text = ["", ...records.map((record) => record.text), ""].join("\n");
  const config = {
    delimiter: String.fromCharCode(delimiter),
    newline: "\n",
    header: false,
  } as const;
  const { data, errors } = Papa.parse<string[]>(text, config);
  const rows: (readonly string[] | undefined)[] = data.slice(1, records.length + 1);
  for (const { row = 1, code, message } of errors) {
    const { line, column } = records[row - 1]!;
    const [id, says] = faults[code] ?? ["malformed-row", `The row is malformed: ${message}.`];
    if (rows[row - 1] !== undefined) findings.error(id, says, { line, column });
    rows[row - 1] = undefined;
  }
  return rows;
}

function putRow(sheet: Sheet, cells: readonly string[], line: number): void {
  const { width } = sheet.columns;
  sheet.line = line;
  const named = cells.slice(0, width);
  const bytes = Buffer.from(named.join(""));
  let from = 0;
  named.forEach((cell, column) => {
    const to = from + Buffer.byteLength(cell);
    if (cell.includes("\0")) reportNul(sheet, column);
    sheet.put(column, bytes, from, to);
    from = to;
  });
  sheet.endRow(cells.length, cells.slice(width).join("") !== "");
}

function reportNul({ findings, line, nameAt }: Sheet, column: number): void {
  const text = "The cell holds a NUL character, which no text has: the file is damaged.";
  findings.error("nul-character", text, { line, column: nameAt(column + 1) });
}

/** By PapaParse's code. */
const faults: Readonly<Record<string, readonly [code: string, text: string]>> = {
  MissingQuotes: ["unclosed-quote", "A quote opens in this cell and is not closed."],
  InvalidQuotes: ["text-after-quote", "Text follows the closing quote of this cell."],
};
