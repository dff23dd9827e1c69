/** Blocks of whole lines to a table: the header, then rows by the fast path, and by the strict one where that stops. */
import { grouped } from "#surveys";
import type { BlockReader } from "./text/blocks.ts";
import { separatorOf, sniffDelimiter, sniffedBytes } from "./dialect.ts";
import type { Findings } from "./findings.ts";
import { readHeader } from "./header.ts";
import type { Limits } from "./limits.ts";
import { Lines } from "./text/lines.ts";
import { PlainPath } from "./plain.ts";
import { countLineEnds, type Dialect, isLineEnd } from "./text/records.ts";
import { Sheet } from "./columns/sheet.ts";
import { takeStrict } from "./strict.ts";

export interface RowsOptions {
  readonly delimiter?: string | undefined;
  /** Bytes the file will have; 0 where unknown. */
  readonly size: number;
  /** All records take the strict path. */
  readonly strict: boolean;
  readonly limits: Limits;
}

export class Rows implements BlockReader {
  readonly lines = new Lines();
  /** As soon as it is known. */
  #dialect: Dialect | undefined;
  /** As soon as the header is read. */
  #sheet: Sheet | undefined;
  /** Unless all records are for the strict path. */
  #plain: PlainPath | undefined;
  readonly #findings: Findings;
  readonly #options: RowsOptions;

  constructor(findings: Findings, options: RowsOptions) {
    this.#findings = findings;
    this.#options = options;
    if (options.delimiter !== undefined) this.#dialect = this.#dialectOf(options.delimiter);
  }

  /** Reads a block of whole lines; gives how many of its bytes were taken. */
  read(block: Buffer, last: boolean): number {
    const from = this.#sheet === undefined ? this.#open(block, last) : 0;
    return this.#sheet === undefined ? from : this.#fill(this.#sheet, block, from, last);
  }

  refuseLong(): never {
    const longest = grouped(this.#options.limits.rowBytes);
    const text = `The row that starts here has more than ${longest} bytes; no row may have more.`;
    this.#findings.stop("row-too-long", text, { line: this.lines.at });
  }

  /** The table, when all blocks are read; `lacking`: the last line has no line end of its own. */
  finish(lacking: boolean) {
    const findings: Findings = this.#findings;
    if (lacking) this.lines.lent();
    this.lines.note(findings);
    if (this.#dialect === undefined || this.#sheet === undefined) {
      const holds = this.lines.at > 1 ? "has only blank lines" : "is empty";
      findings.stop("empty-file", `The file ${holds}.`);
    }
    return { delimiter: String.fromCharCode(this.#dialect.delimiter), ...this.#sheet.finish() };
  }

  /** Takes blank lines, a separator line and the header, as far as they are there. */
  #open(block: Buffer, last: boolean): number {
    const { lines } = this;
    const findings = this.#findings;
    let at = this.#skipBlank(block, 0);
    const separator = separatorOf(block.toString("latin1", at, at + 8).replace(/[\r\n].*/s, ""));
    if (separator !== undefined) {
      this.#dialect ??= this.#dialectOf(separator);
      const text = "The first line only names the character between the cells; it is skipped.";
      findings.add({ severity: "note", code: "separator-line", text }, { line: lines.at });
      while (!isLineEnd(block[at])) at++;
      at = this.#skipBlank(block, lines.end(block, at));
    }
    if (at === block.length) return at;
    const { limits, strict } = this.#options;
    const dialect = (this.#dialect ??= this.#dialectOf(sniffDelimiter(block)));
    const header = readHeader(block, at, { dialect, lines, findings, limits, last });
    if (header === undefined) return at;
    const expected = this.#rowsExpected(block.subarray(header.next));
    this.#sheet = new Sheet({ names: header.names, lines, dialect, limits, findings, expected });
    if (!strict) this.#plain = new PlainPath(this.#sheet);
    return header.next;
  }

  #fill(sheet: Sheet, block: Buffer, from: number, last: boolean): number {
    const all = this.#plain === undefined;
    let at = from;
    while (at < block.length) {
      at = this.#plain?.take(block, at) ?? at;
      if (at === block.length) break;
      const next = takeStrict(sheet, block, at, { final: last, all });
      if (next === at) break;
      at = next;
    }
    return at;
  }

  /** By the first lines, with a little room. */
  #rowsExpected(block: Buffer): number {
    const first = block.subarray(0, sniffedBytes);
    if (first.length === 0) return 0;
    return Math.ceil((countLineEnds(first) / first.length) * this.#options.size * 1.02);
  }

  #skipBlank(block: Buffer, from: number): number {
    let at = from;
    while (isLineEnd(block[at])) at = this.lines.blank(block, at);
    return at;
  }

  #dialectOf(delimiter: string): Dialect {
    return { delimiter: delimiter.charCodeAt(0), longest: this.#options.limits.cellBytes };
  }
}
