/** Rows that know whom they are about. Ids are compared to the letter. */
import { dictionaryBase, type Source, type SourceColumn } from "../../intake/source.ts";

export interface JoinFile {
  readonly source: Source;
  readonly format: string;
  readonly oneRowPer: "person" | "event";
  /** Undefined only for a single file with one row per person: then rows are people. */
  readonly idColumn: SourceColumn | undefined;
}

/** A file whose rows know their person. */
export interface Placed extends JoinFile {
  readonly idColumn: SourceColumn;
  readonly personOf: Int32Array;
  /** By person: the first row about them, or -1. */
  readonly firstRow: Int32Array;
}

/** @returns ids in order of first appearance, and the files with the person of every row */
export function place(files: readonly JoinFile[]): { ids: string[]; placed: Placed[] } {
  const ids: string[] = [];
  const known = new Map<string | number, number>();
  const rows = files.map((file) => {
    const idColumn = file.idColumn!;
    return { file, idColumn, personOf: peopleIn(idColumn, known, ids) };
  });
  const placed = rows.map(({ file, idColumn, personOf }) => {
    const firstRow = new Int32Array(ids.length).fill(-1);
    for (let row = personOf.length - 1; row >= 0; row--) firstRow[personOf[row]!] = row;
    return { ...file, idColumn, personOf, firstRow };
  });
  return { ids, placed };
}

/** The person of every row; new ids are added. Whole numbers are looked up as numbers, everything else by its letters. */
function peopleIn(
  { cells, dictionary }: SourceColumn,
  known: Map<string | number, number>,
  ids: string[],
): Int32Array {
  const personOf = (id: string | number): number => {
    const person = known.get(id);
    if (person !== undefined) return person;
    known.set(id, ids.length);
    return ids.push(String(id)) - 1;
  };
  const entries = new Int32Array(dictionary.length).fill(-1);
  const people = new Int32Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const code = cells[row]!;
    if (code < dictionaryBase) people[row] = personOf(code);
    else {
      const entry = code - dictionaryBase;
      if (entries[entry] === -1) entries[entry] = personOf(dictionary[entry]!);
      people[row] = entries[entry]!;
    }
  }
  return people;
}

/** People with at least one row, in order. */
export function peopleOf({ firstRow }: Placed): number[] {
  const people: number[] = [];
  for (let person = 0; person < firstRow.length; person++)
    if (firstRow[person] !== -1) people.push(person);
  return people;
}

export const isIn = (person: number, files: readonly Placed[]): boolean =>
  files.some(({ firstRow }) => firstRow[person] !== -1);
