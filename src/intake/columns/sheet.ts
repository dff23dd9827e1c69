/** The table as it fills up, whichever path reads the records. */
import { grouped } from "#surveys";
import { Columns } from "./columns.ts";
import type { Findings } from "../findings.ts";
import type { Limits } from "../limits.ts";
import { type Lines, Tally } from "../text/lines.ts";
import type { Dialect } from "../text/records.ts";
import type { SourceColumn } from "../source.ts";

export interface SheetOptions {
  readonly names: readonly string[];
  readonly lines: Lines;
  readonly dialect: Dialect;
  readonly limits: Limits;
  readonly findings: Findings;
  /** Rows the file seems to have; 0 where that is unknown. */
  readonly expected: number;
}

export class Sheet {
  readonly columns: Columns;
  readonly names: readonly string[];
  readonly lines: Lines;
  readonly dialect: Dialect;
  readonly findings: Findings;
  /** Line on which the row under way starts. */
  line = 0;
  readonly #expected: number;
  readonly #limits: Limits;
  readonly #surplus = new Tally();
  #starts = new Int32Array(1024);

  constructor({ names, lines, dialect, limits, findings, expected }: SheetOptions) {
    this.names = names;
    this.lines = lines;
    this.dialect = dialect;
    this.findings = findings;
    this.#limits = limits;
    this.#expected = expected;
    this.columns = new Columns(names.length, limits);
    this.columns.reserve(expected);
  }

  /** What a column is called in messages; `position` counts from 1. */
  readonly nameAt = (position: number): string => this.names[position - 1] ?? String(position);

  /** One cell of the row under way, as UTF-8; `column` counts from 0. */
  put(column: number, bytes: Uint8Array, from: number, to: number): void {
    const limit = this.#limits.cellBytes;
    if (to - from <= limit) return this.columns.put(column, bytes, from, to);
    const text = `The cell has ${grouped(to - from)} bytes; the limit is ${grouped(limit)}.`;
    const place = { line: this.line, column: this.nameAt(column + 1) };
    this.findings.error("cell-too-long", text, place);
  }

  /** The cells of the row are put. `found`: how many it has; `surplus`: some behind the last column are not empty. */
  endRow(found: number, surplus: boolean): void {
    const { columns, line } = this;
    if (found < columns.width || surplus) {
      const text = `The row has ${cells(found)} where the header has ${cells(columns.width)}.`;
      this.findings.error("ragged-row", text, { line });
      return;
    }
    if (found > columns.width) this.#surplus.add(line);
    if (columns.rows === this.#starts.length) this.#growStarts();
    this.#starts[columns.rows] = line;
    columns.slot++;
    if (columns.slot === columns.stride) {
      columns.flush();
      this.#checkSize();
      columns.reserve(this.#expected);
    }
  }

  finish(): { rows: number; columns: SourceColumn[]; lines: Int32Array } {
    this.#surplus.note(this.findings, "empty-extra-cells", [
      "ends in empty cells behind the last column; they are left out",
      "end in empty cells behind the last column; they are left out",
    ]);
    this.#checkSize();
    const { rows } = this.columns;
    if (rows === 0 && this.findings.none)
      this.findings.error("no-rows", "The file has a header and no rows below it.");
    return { rows, columns: this.columns.finish(this.names), lines: this.#starts.slice(0, rows) };
  }

  #checkSize(): void {
    const { rows, width } = this.columns;
    const limits = this.#limits;
    const place = { line: this.line };
    const findings: Findings = this.findings;
    if (rows > limits.rows)
      findings.stop("too-many-rows", `The file has more than ${grouped(limits.rows)} rows.`, place);
    if (rows * width > limits.cells)
      findings.stop(
        "too-many-cells",
        `The file has more than ${grouped(limits.cells)} cells.`,
        place,
      );
  }

  #growStarts(): void {
    const capacity = Math.max(this.#expected, this.#starts.length * 2);
    this.#starts = new Int32Array(this.#starts.buffer.transfer(capacity * 4));
  }
}

const cells = (count: number): string => (count === 1 ? "1 cell" : `${grouped(count)} cells`);
