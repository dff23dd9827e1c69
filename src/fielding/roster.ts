/** The list of people who are invited: one row each, an id, and whatever else is known of them. */
import { list, looksLikeIdentifier, quote, type Instrument, type Item } from "#surveys";
import type { Facts } from "../db/invitations.ts";
import { readSource, type ReadOptions } from "../intake/read.ts";
import { cellAt, type Issue, type Source, type SourceColumn } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import { idColumns } from "../studies/join/id-column.ts";
import { answerIn, knownItems } from "./known.ts";

export interface Person {
  readonly personId: string;
  /** The other columns, to the letter. */
  readonly facts: Facts;
}

export interface Roster {
  readonly people: readonly Person[];
  /** Name of the column that holds the ids. */
  readonly idColumn: string;
  /** The others. */
  readonly columns: readonly string[];
  /** Warnings and notes. */
  readonly issues: readonly Issue[];
}

interface RosterOptions extends ReadOptions {
  /** What they will be asked: records may answer some of it. */
  readonly instrument?: Instrument | undefined;
  /** Name of the column that holds the ids; absent: recognised. */
  readonly idColumn?: string | undefined;
}

/** @throws Problem with every place that is wrong: file, line and column */
export async function readRoster(
  bytes: AsyncIterable<Uint8Array>,
  { instrument, idColumn, ...options }: RosterOptions,
): Promise<Roster> {
  const { source, issues } = await readSource(bytes, options);
  const ids = idColumnOf(source, idColumn);
  const others = source.columns.filter((column) => column !== ids.column);
  const wrong = [
    ...wrongIds(source, ids.column),
    ...(instrument === undefined ? [] : wrongFacts(source, others, instrument)),
  ];
  if (wrong.length > 0) throw refusal(source, wrong);
  return {
    people: Array.from({ length: source.rows }, (_, row) => ({
      personId: cellAt(ids.column, row),
      facts: Object.fromEntries(others.map((column) => [column.name, cellAt(column, row)])),
    })),
    idColumn: ids.column.name,
    columns: others.map(({ name }) => name),
    issues: [...issues, ...ids.issues],
  };
}

interface Recognised {
  readonly column: SourceColumn;
  readonly issues: readonly Issue[];
}

function idColumnOf(source: Source, named: string | undefined): Recognised {
  if (named !== undefined) {
    const { columns, issues } = idColumns([source], named);
    return { column: columns[0]!, issues };
  }
  const { name: file, columns } = source;
  const [only, ...more] = columns.length === 1 ? columns : columns.filter(isIdentifier);
  if (only === undefined || more.length > 0)
    throw unclear(source, only === undefined ? 0 : more.length + 1);
  const text = `${quote(only.name)} is used to name the person.`;
  const issue = {
    severity: "note",
    file,
    column: only.name,
    code: "id-column-guessed",
    text,
  } as const;
  return { column: only, issues: [issue] };
}

const isIdentifier = ({ name }: SourceColumn): boolean => looksLikeIdentifier(name);

/** Ids are compared to the letter, as everywhere. */
function wrongIds(source: Source, column: SourceColumn): Issue[] {
  const lineOf = new Map<string, number>();
  return Array.from({ length: source.rows }, (_, row) => row).flatMap((row): Issue[] => {
    const id = cellAt(column, row);
    const place = placeOf(source, column, row);
    if (id.trim() === "")
      return [{ ...place, code: "empty-id", text: "There is no id, so nobody can be invited." }];
    if (id.length > longestId)
      return [{ ...place, code: "long-id", text: `An id has ${longestId} characters at most.` }];
    const before = lineOf.get(id);
    if (before === undefined) lineOf.set(id, source.lines[row]!);
    else
      return [
        {
          ...place,
          code: "duplicate-id",
          text: `The id ${quote(id)} already stands in line ${before}.`,
        },
      ];
    return [];
  });
}

function wrongFacts(
  source: Source,
  columns: readonly SourceColumn[],
  instrument: Instrument,
): Issue[] {
  return knownItems(instrument).flatMap((item) => {
    const column = columns.find(({ name }) => name === item.name);
    return column === undefined ? [] : wrongCells(source, column, item);
  });
}

function wrongCells(source: Source, column: SourceColumn, item: Item): Issue[] {
  const readable = new Map<string, boolean>();
  return Array.from({ length: source.rows }, (_, row) => row).flatMap((row): Issue[] => {
    const cell = cellAt(column, row);
    if (cell.trim() === "") return [];
    if (!readable.has(cell)) readable.set(cell, answerIn(item, cell) !== undefined);
    if (readable.get(cell)) return [];
    const text = `${quote(cell)} is no answer to ${quote(item.name)}, which takes what records say. Write a code or a label of the question, or nothing.`;
    return [{ ...placeOf(source, column, row), code: "unusable-fact", text }];
  });
}

const placeOf = (source: Source, column: SourceColumn, row: number) =>
  ({
    severity: "error",
    file: source.name,
    line: source.lines[row]!,
    column: column.name,
  }) as const;

function refusal({ name }: Source, issues: readonly Issue[]): Problem {
  const shown = issues.toSorted((a, b) => a.line! - b.line!).slice(0, mostShown);
  return new Problem(
    "invalid-roster",
    `${name} has ${issues.length === 1 ? "one cell" : `${issues.length} cells`} that cannot be used.`,
    { next: "Correct the file and upload it again: nobody was added.", issues: shown },
  );
}

const unclear = ({ name, columns }: Source, found: number): Problem =>
  new Problem(
    "invalid-roster",
    `Which column of ${name} holds the id of the person is not clear: ${found === 0 ? "none" : found} of them look like ids.`,
    {
      next: `Choose one. There are: ${list(
        columns.map((column) => column.name),
        20,
      )}.`,
    },
  );

/** UTF-16 units; the database counts characters, which are fewer. */
const longestId = 200;
const mostShown = 20;
