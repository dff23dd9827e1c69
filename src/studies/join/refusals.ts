/** Files that cannot be joined: what is wrong, where, and what to do. */
import { counted, list, quote } from "#surveys";
import {
  cellAt,
  dictionaryBase,
  type Issue,
  type Source,
  type SourceColumn,
} from "../../intake/source.ts";
import { Problem } from "../../problem.ts";
import { nearMisses } from "./near-misses.ts";
import { isIn, peopleOf, type JoinFile, type Placed } from "./placed.ts";
import { emptyCode } from "../variables/profile.ts";

export function refuseEmpty({ source, idColumn }: JoinFile): void {
  const { cells, dictionary } = idColumn!;
  const nothing = emptyCode(cells);
  const blank = new Set(
    dictionary.flatMap((text, entry) => (text.trim() === "" ? [entry + dictionaryBase] : [])),
  );
  const rows: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const code = cells[row]!;
    if (code === nothing || (blank.size > 0 && blank.has(code))) rows.push(row);
  }
  if (rows.length === 0) return;
  const issues = rows
    .slice(0, shown)
    .map((row) =>
      at(
        source,
        idColumn!,
        row,
        "empty-id",
        "There is no id, so nobody knows whom the row is about.",
      ),
    );
  throw new Problem(
    "unjoinable-files",
    `${source.name} has ${counted(rows.length, "row")} without an id.`,
    {
      next: "Fill in the ids or remove the rows.",
      issues,
    },
  );
}

export function refuseDuplicates({
  source,
  idColumn,
  oneRowPer,
  personOf,
  firstRow,
}: Placed): void {
  if (oneRowPer === "event") return;
  const again: number[] = [];
  for (let row = 0; row < personOf.length; row++)
    if (firstRow[personOf[row]!] !== row) again.push(row);
  if (again.length === 0) return;
  const issues = again.slice(0, shown).map((row) => {
    const text = `The id ${quote(cellAt(idColumn, row))} already stands in line ${source.lines[firstRow[personOf[row]!]!]}.`;
    return at(source, idColumn, row, "duplicate-id", text);
  });
  throw new Problem(
    "unjoinable-files",
    `${source.name} should have one row per person, but in ${counted(again.length, "row")} an id occurs again: ` +
      `${quote(cellAt(idColumn, again[0]!))} in lines ${source.lines[firstRow[personOf[again[0]!]!]!]} and ${source.lines[again[0]!]}.`,
    {
      next: "Keep one row per person. A log with a row per event is recognised by a column for the kind of event (such as event_type) and one for its date.",
      issues,
    },
  );
}

export function refuseNearMisses(placed: readonly Placed[], ids: readonly string[]): void {
  const misses = nearMisses(placed, ids);
  if (misses.length === 0) return;
  const issues = misses.slice(0, shown).map(({ file, person, other, otherPerson, by }) => {
    const there = `${quote(ids[otherPerson]!)} in ${other.source.name}, line ${other.source.lines[other.firstRow[otherPerson]!]}`;
    const text = `The id ${quote(ids[person]!)} differs from ${there} only by ${by}. Ids are compared to the letter, so they count as two people.`;
    return at(file.source, file.idColumn, file.firstRow[person]!, "id-nearly-matches", text);
  });
  const files = new Set(misses.flatMap(({ file, other }) => [file.source.name, other.source.name]));
  throw new Problem(
    "unjoinable-files",
    `${counted(misses.length, "id")} would match between ${list([...files])} if they were written alike.`,
    {
      next: "Write the ids in the same way in all files. Spreadsheets drop leading zeros: format the column as text before saving.",
      issues,
    },
  );
}

/** A file that shares nobody with any other has other ids, not other people. */
export function refuseStranger(file: Placed, placed: readonly Placed[]): void {
  const others = placed.filter((other) => other !== file);
  if (file.source.rows === 0 || peopleOf(file).some((person) => isIn(person, others))) return;
  const examples = placed.map(
    ({ source, idColumn }) =>
      `${source.name}: ${source.rows > 0 ? quote(cellAt(idColumn, 0)) : "none"}`,
  );
  throw new Problem(
    "unjoinable-files",
    `Nobody in ${file.source.name} is in any other file. First ids: ${examples.join(", ")}.`,
    { next: `Choose a column that holds the same ids in every file.` },
  );
}

const at = (
  source: Source,
  column: SourceColumn,
  row: number,
  code: string,
  text: string,
): Issue => ({
  severity: "error",
  file: source.name,
  line: source.lines[row]!,
  column: column.name,
  code,
  text,
});

/** As many places as a person reads. */
const shown = 5;
