/** A file as it was read: every cell exactly as written, in columns. */
import type { CodebookOverride } from "#surveys";

/**
 * A cell is empty, a whole number written in its only canonical form ("0", "-7", "120"; never "007" or "+7"),
 * or an entry of the column's dictionary (everything else, to the letter). So nothing is lost and
 * survey items take one byte.
 */
export interface SourceColumn {
  readonly name: string;
  /** 1-based position in the file, for messages. */
  readonly position: number;
  /** Lowest number of the type: empty. From `dictionaryBase` up (Int32Array only): dictionary entry. Else the number. */
  readonly cells: Int8Array | Int32Array;
  readonly dictionary: readonly string[];
}

export const dictionaryBase = 2 ** 30;

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;

export interface Source {
  /** File name without folders, as shown to people. */
  readonly name: string;
  /** Of the bytes of the file. */
  readonly sha256: string;
  readonly encoding: (typeof encodings)[number];
  readonly delimiter: string;
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
  /** Line of the file on which each row starts (1-based; the header is line 1). */
  readonly lines: Int32Array;
  /** What the file says of its own columns, by their names; what a person says of a variable goes before it. */
  readonly codebook?: CodebookOverride;
}

/** What is wrong, or worth knowing, about a file. `line` and `column` are 1-based; absent: the file as a whole. */
export interface Issue {
  readonly severity: "error" | "warning" | "note";
  readonly file: string;
  readonly line?: number;
  /** Name of the column, or its position where it has none. */
  readonly column?: string;
  /** Stable kebab-case id. */
  readonly code: string;
  /** A whole sentence for a person. */
  readonly text: string;
}

const emptyOf = (cells: SourceColumn["cells"]): number =>
  cells instanceof Int8Array ? -128 : -2147483648;

/** The cell as the file has it; "" where it is empty. */
export function cellAt(column: SourceColumn, row: number): string {
  const code = column.cells[row]!;
  if (code === emptyOf(column.cells)) return "";
  return code >= dictionaryBase ? column.dictionary[code - dictionaryBase]! : String(code);
}
