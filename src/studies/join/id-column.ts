/** Which column of each file says whom a row is about. */
import { counted, list, looksLikeIdentifier, quote } from "#surveys";
import type { Issue, Source, SourceColumn } from "../../intake/source.ts";
import { Problem } from "../../problem.ts";
import { nearest } from "../nearest.ts";

export interface IdColumns {
  /** By file; undefined for a single file without one. */
  readonly columns: readonly (SourceColumn | undefined)[];
  readonly issues: readonly Issue[];
}

/** @param id as a person named it; one spelling may stand for "student_id" and "studentID" */
export function idColumns(sources: readonly Source[], id: string | undefined): IdColumns {
  if (id !== undefined) return named(sources, id);
  if (sources.length === 1) return { columns: [undefined], issues: [] };
  return guessed(sources);
}

function named(sources: readonly Source[], id: string): IdColumns {
  const columns = sources.map((source) => {
    const exact = source.columns.find(({ name }) => name === id);
    const alike = source.columns.filter(({ name }) => sameColumn(name, id));
    const column = exact ?? (alike.length === 1 ? alike[0] : undefined);
    if (column === undefined) throw noSuchColumn(source, id);
    return column;
  });
  const issues = columns.flatMap(({ name }, file) =>
    name === id
      ? []
      : [
          note(
            sources[file]!,
            name,
            "id-column-alike",
            `${quote(name)} is used as the column ${quote(id)} that names the person.`,
          ),
        ],
  );
  return { columns, issues };
}

function noSuchColumn({ name: file, columns }: Source, id: string): Problem {
  const names = columns.map(({ name }) => name);
  const close = nearest(id, names);
  return new Problem(
    "unknown-column",
    `${file} has no column ${quote(id)} that names the person.`,
    {
      next:
        close === undefined
          ? `Its columns are: ${list(names, 40)}.`
          : `Did you mean ${quote(close)}?`,
      issues: [
        {
          severity: "error",
          file,
          line: 1,
          code: "no-id-column",
          text: `There is no column ${quote(id)}${close === undefined ? "" : `; ${quote(close)} is the nearest name`}.`,
        },
      ],
    },
  );
}

/** Several files, and nobody said which column: only where one answer is possible. */
function guessed(sources: readonly Source[]): IdColumns {
  const [first, ...others] = sources;
  const common = first!.columns.filter(({ name }) =>
    others.every(
      ({ columns }) => columns.filter((column) => plain(column.name) === plain(name)).length === 1,
    ),
  );
  const ids = common.filter(({ name }) => looksLikeIdentifier(name));
  if (ids.length !== 1)
    throw noGuess(
      sources,
      common.map(({ name }) => name),
      ids.length,
    );
  const name = ids[0]!.name;
  const columns = sources.map((source) =>
    source.columns.find((column) => sameColumn(column.name, name))!,
  );
  const issues = sources.map((source, file) =>
    note(
      source,
      columns[file]!.name,
      "id-column-guessed",
      `${quote(columns[file]!.name)} is used to name the person: it is the only column of that kind that all files have.`,
    ),
  );
  return { columns, issues };
}

const noGuess = (sources: readonly Source[], common: readonly string[], ids: number): Problem =>
  new Problem(
    "unjoinable-files",
    `Which column names the person in ${list(sources.map(({ name }) => name))} is not clear: ` +
      `${ids === 0 ? "no column that all files have looks like an id" : `${counted(ids, "column")} that all files have look like ids`}.`,
    {
      next:
        common.length === 0
          ? "Give every file a column with the same name that holds the id of the person, and name it (--id)."
          : `Name the column (--id). All files have: ${list(common, 20)}.`,
    },
  );

const note = (source: Source, column: string, code: string, text: string): Issue => ({
  severity: "note",
  file: source.name,
  column,
  code,
  text,
});

/** "student_id" and "studentID" are two spellings of one name. */
export const sameColumn = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_.-]+/gu, "");
