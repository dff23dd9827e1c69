/** The names of the columns: what the first record says, and what cannot be let through. */
import { grouped } from "#surveys";
import type { Findings } from "./findings.ts";
import type { Limits } from "./limits.ts";
import type { Lines } from "./text/lines.ts";
import { type Dialect, spanAt } from "./text/records.ts";
import { cellsOf } from "./strict.ts";

export interface HeaderOptions {
  readonly dialect: Dialect;
  readonly lines: Lines;
  readonly findings: Findings;
  readonly limits: Limits;
  /** There is nothing behind the block. */
  readonly last: boolean;
}

/** Reads the header that starts at `from`; undefined where it goes on behind the block. */
export function readHeader(
  block: Buffer,
  from: number,
  { dialect, lines, findings, limits, last }: HeaderOptions,
): { names: readonly string[]; next: number } | undefined {
  const span = spanAt(block, from, dialect);
  if (span.shape === "open" && !last) return undefined;
  const line = lines.at;
  if (span.cells > limits.columns) {
    const text = `The header has ${grouped(span.cells)} columns; the limit is ${grouped(limits.columns)}.`;
    findings.stop("too-many-columns", text, { line });
  }
  const record = { text: block.toString("utf8", from, span.to), line, column: String(span.cells) };
  const cells = cellsOf([record], dialect.delimiter, findings)[0];
  if (cells === undefined) throw findings.refusal();
  const long = cells.findIndex((name) => name.length > limits.name) + 1;
  if (long > 0) {
    const text = `The name of column ${long} has more than ${grouped(limits.name)} characters.`;
    findings.stop("name-too-long", text, { line, column: String(long) });
  }
  const names = namesOf(cells, line, findings);
  if (span.shape === "odd") lines.padded.add(line);
  lines.at += span.lines - 1;
  return { names, next: lines.end(block, span.to) };
}

/** Empty names at the end are left out: rows may end in as many empty cells. */
function namesOf(cells: readonly string[], line: number, findings: Findings): readonly string[] {
  const width = cells.findLastIndex((name) => name !== "") + 1;
  if (width === 0) findings.stop("unnamed-column", "The header names no column.", { line });
  const names = cells.slice(0, width);
  if (width < cells.length) {
    const text = `The header ends in ${cells.length - width} empty cells; no columns are made of them.`;
    findings.add({ severity: "note", code: "empty-extra-cells", text }, { line });
  }
  if (names[0] === "") names[0] = nameOfRows(names, line, findings);
  reportUnusable(names, line, findings);
  reportDuplicates(names, line, findings);
  warnOfNumbers(names, line, findings);
  return names;
}

/** R writes the names of its rows below an empty name. */
function nameOfRows(names: readonly string[], line: number, findings: Findings): string {
  let name = "row";
  while (names.includes(name)) name += "_";
  const text = `The first column has no name, as when R writes names of rows; it is called "${name}" here.`;
  findings.add({ severity: "note", code: "named-column", text }, { line, column: name });
  return name;
}

function reportUnusable(names: readonly string[], line: number, findings: Findings): void {
  names.forEach((name, index) => {
    const column = String(index + 1);
    const say = (code: string, text: string) => findings.error(code, text, { line, column });
    if (name === "") say("unnamed-column", `Column ${column} has no name.`);
    if (name.includes("\0")) say("nul-character", `The name of column ${column} holds a NUL.`);
  });
}

function reportDuplicates(names: readonly string[], line: number, findings: Findings): void {
  const positions = new Map<string, number>();
  names.forEach((name, index) => {
    const before = positions.get(name);
    if (before === undefined) positions.set(name, index + 1);
    else if (name !== "") {
      const text = `Columns ${before} and ${index + 1} are both called "${name}".`;
      findings.error("duplicate-column", text, { line, column: name });
    }
  });
}

function warnOfNumbers(names: readonly string[], line: number, findings: Findings): void {
  if (!names.every((name) => /^[+-]?\d+(?:[.,]\d+)?$/.test(name))) return;
  const text = "The first line holds only numbers, and is taken as the names of the columns.";
  findings.add({ severity: "warning", code: "numbers-as-names", text }, { line });
}
