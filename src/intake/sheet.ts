/** The table as it fills up, whichever path reads the records. */
import { Columns } from "./columns.ts";
import { type Findings, grouped } from "./findings.ts";
import type { Limits } from "./limits.ts";
import { type Lines, Tally } from "./lines.ts";
import type { Dialect } from "./records.ts";
import type { SourceColumn } from "./source.ts";

export interface SheetOptions {
  readonly names: readonly string[];
  readonly lines: Lines;
  readonly dialect: Dialect;
  readonly limits: Limits;
  readonly findings: Findings;
}

export class Sheet {
  readonly columns: Columns;
  readonly names: readonly string[];
  readonly lines: Lines;
  readonly dialect: Dialect;
  readonly findings: Findings;
  /** How many rows the file seems to have, as far as it is known. */
  expected = 0;
  readonly #limits: Limits;
  readonly #surplus = new Tally();
  #starts = new Int32Array(1024);

  constructor({ names, lines, dialect, limits, findings }: SheetOptions) {
    this.names = names;
    this.lines = lines;
    this.dialect = dialect;
    this.findings = findings;
    this.#limits = limits;
    this.columns = new Columns(names.length, limits);
    this.columns.reserve(0);
  }

  /** What a column is called in messages; `position` counts from 1. */
  readonly nameAt = (position: number): string => this.names[position - 1] ?? String(position);

  /** One cell of the row under way, as UTF-8; `column` counts from 0. */
  put(column: number, bytes: Uint8Array, from: number, to: number): void {
    const limit = this.#limits.cellBytes;
    if (to - from <= limit) return this.columns.put(column, bytes, from, to);
    const text = `The cell has ${grouped(to - from)} bytes; the limit is ${grouped(limit)}.`;
    const place = { line: this.lines.at, column: this.nameAt(column + 1) };
    this.findings.error("cell-too-long", text, place);
  }

  /** All cells of a row that starts on `line` are put: `found` of them, with or without a `surplus` behind the last column. */
  endRow(line: number, found: number, surplus: boolean): void {
    const { columns } = this;
    if (found < columns.width || surplus) {
      const text = `The row has ${cells(found)} where the header has ${cells(columns.width)}.`;
      this.findings.error("ragged-row", text, { line });
      return;
    }
    if (found > columns.width) this.#surplus.add(line);
    if (columns.rows === this.#starts.length) this.#growStarts();
    this.#starts[columns.rows] = line;
    columns.slot++;
    if (columns.slot === columns.stride) this.#endBlock(line);
  }

  finish(): { rows: number; columns: SourceColumn[]; lines: Int32Array } {
    this.#surplus.note(this.findings, "empty-extra-cells", [
      "ends in empty cells behind the last column; they are left out",
      "end in empty cells behind the last column; they are left out",
    ]);
    const { rows } = this.columns;
    if (rows === 0 && this.findings.none)
      this.findings.error("no-rows", "The file has a header and no rows below it.");
    return { rows, columns: this.columns.finish(this.names), lines: this.#starts.slice(0, rows) };
  }

  #endBlock(line: number): void {
    const { columns, findings } = this;
    const { rows, cells } = this.#limits;
    columns.flush();
    if (columns.rows > rows)
      findings.stop("too-many-rows", `The file has more than ${grouped(rows)} rows.`, { line });
    if (columns.rows * columns.width > cells)
      findings.stop("too-many-cells", `The file has more than ${grouped(cells)} cells.`, { line });
    columns.reserve(this.expected);
  }

  #growStarts(): void {
    const capacity = Math.max(this.expected, this.#starts.length * 2);
    this.#starts = new Int32Array(this.#starts.buffer.transfer(capacity * 4));
  }
}

const cells = (count: number): string => (count === 1 ? "1 cell" : `${grouped(count)} cells`);
