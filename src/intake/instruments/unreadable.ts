/** Refusals of a file as a whole. */
import { grouped } from "#surveys";
import { Problem } from "../../problem.ts";
import type { Issue } from "../source.ts";

/** Beyond these a file is refused before it is looked into. */
export const limits = { characters: 5_000_000, questions: 2_000, depth: 20, rows: 50_000 } as const;

interface Where {
  readonly line?: number;
  readonly column?: number;
  readonly next?: string;
}

/** @param text a sentence that says what is wrong with the file. */
export function unreadable(file: string, text: string, { line, column, next }: Where = {}) {
  const where = line === undefined ? "" : ` on line ${line}, column ${column}`;
  const issue: Issue = {
    severity: "error",
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column: String(column) }),
    code: "unreadable-instrument",
    text,
  };
  const says = text.charAt(0).toLowerCase() + text.slice(1);
  return new Problem("unreadable-file", `${file} cannot be read${where}: ${says}`, {
    issues: [issue],
    next: next ?? "Export the survey again where it was made, and send the file as it comes.",
  });
}

export const tooMuch = (file: string, n: number, most: number, what: string): Problem =>
  unreadable(file, `It holds ${grouped(n)} ${what}; ${grouped(most)} are the most.`, {
    next: "Divide the survey where it was made, and export its parts.",
  });
