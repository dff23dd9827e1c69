/** What a person looks at before saying yes to files: the first rows, what was recognised, what joins. */
import type { Excluded } from "#surveys";
import type { Level } from "#analysis";
import { cellAt, type Issue, type Source } from "../../intake/source.ts";
import { Problem } from "../../problem.ts";
import { assemble } from "../../studies/assemble.ts";
import type { JoinReport } from "../../studies/study.ts";
import type { Files } from "./assemble.ts";

export interface Preview {
  readonly files: readonly FilePreview[];
  /** Null where the files cannot be joined. */
  readonly join: JoinReport | null;
  readonly issues: readonly Issue[];
  /** Why they cannot be joined. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly title: string;
  readonly detail: string;
  readonly next: string | undefined;
}

export interface FilePreview {
  readonly name: string;
  readonly columns: readonly ColumnPreview[];
  /** The first rows, cell by cell as written. */
  readonly head: readonly (readonly string[])[];
}

export interface ColumnPreview {
  readonly name: string;
  /** Null where the files cannot be joined, and for what names the person. */
  readonly recognised: {
    readonly level: Level;
    readonly decidedBy: string;
    readonly excluded: Excluded | null;
  } | null;
}

const headRows = 5;

export function preview({ sources, ...options }: Files): Preview {
  try {
    const { codebook, join, issues } = assemble(sources, options);
    const known = new Map(codebook.variables.map((v) => [JSON.stringify([v.source, v.id]), v]));
    const recognised = (file: string, column: string): ColumnPreview["recognised"] => {
      // Where two files have a column of one name, the second is told apart by its file.
      const variable = [column, `${column}@${file}`]
        .map((id) => known.get(JSON.stringify([file, id])))
        .find((each) => each !== undefined);
      if (variable === undefined) return null;
      const { level, decidedBy, excluded = null } = variable;
      return { level, decidedBy, excluded };
    };
    return {
      files: sources.map((file) => previewOf(file, recognised)),
      join,
      issues,
      refusal: null,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { title, message: detail, next, issues } = error;
    const files = sources.map((file) => previewOf(file, () => null));
    return { files, join: null, issues, refusal: { title, detail, next } };
  }
}

function previewOf(
  { name, columns, rows }: Source,
  recognised: (file: string, column: string) => ColumnPreview["recognised"],
): FilePreview {
  const shown = Math.min(rows, headRows);
  return {
    name,
    columns: columns.map((column) => ({
      name: column.name,
      recognised: recognised(name, column.name),
    })),
    head: Array.from({ length: shown }, (_, row) => columns.map((column) => cellAt(column, row))),
  };
}
