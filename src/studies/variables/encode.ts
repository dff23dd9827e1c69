/** From the cells of a column to its numbers, person by person, as its variable says. */
import {
  missingCode,
  missingReasons,
  type Column,
  type MissingReason,
  type Values,
} from "#analysis";
import { numberIn, type Profile, type Variable } from "#surveys";
import { dictionaryBase, type SourceColumn } from "../../intake/source.ts";
import { headOf, smallestFor } from "./pack.ts";
import { emptyCode } from "./profile.ts";

/** Which person each row of a file is about; null: row and person are the same. */
export interface Placing {
  readonly people: number;
  readonly personOf: Int32Array | null;
}

/**
 * Every different cell is read once; then one pass writes the numbers. People without a row in the file are
 * "not joined".
 */
export function encode(
  column: SourceColumn,
  { variable, profile }: { readonly variable: Variable; readonly profile: Profile },
  placing: Placing,
): Column {
  const reader = readerOf(variable);
  const values = smallestFor(numbersIn(profile, reader))(placing.people);
  const code = (reading: Reading) =>
    typeof reading === "number" ? reading : missingCode(values, reading);
  if (placing.personOf !== null) values.fill(code("not joined"));
  write({ column, profile, reader, code }, values, placing);
  if (!(values instanceof Float64Array)) return { ...headOf(variable), values };
  const reasons = new Uint8Array(placing.people);
  const reason = (reading: Reading) =>
    typeof reading === "number" ? 0 : 1 + missingReasons.indexOf(reading);
  if (placing.personOf !== null) reasons.fill(reason("not joined"));
  write({ column, profile, reader, code: reason }, reasons, placing);
  return { ...headOf(variable), values, reasons };
}

/** What a cell stands for. */
type Reading = number | MissingReason;

interface Reader {
  /** Whole numbers that do not stand for themselves. */
  readonly special: ReadonlyMap<number, Reading>;
  integer(cell: number): Reading;
  text(cell: string): Reading;
}

function readerOf({ values, missing }: Variable): Reader {
  const told = new Map<string, Reading>(values?.map(({ cell, code }) => [cell, code]));
  for (const [cell, reason] of Object.entries(missing)) told.set(cell, reason);
  const special = new Map(
    [...told].flatMap(([cell, reading]) =>
      String(Number(cell)) === cell ? [[Number(cell), reading] as const] : [],
    ),
  );
  const numeric = values === undefined;
  return {
    special,
    integer: (cell) => special.get(cell) ?? (numeric ? cell : "unreadable"),
    text: (cell) => told.get(cell) ?? (numeric ? numberIn(cell) : undefined) ?? "unreadable",
  };
}

function* numbersIn({ integers, texts }: Profile, reader: Reader): Generator<number> {
  for (const cell of integers.keys()) {
    const reading = reader.integer(cell);
    if (typeof reading === "number") yield reading;
  }
  for (const cell of texts.keys()) {
    const reading = reader.text(cell);
    if (typeof reading === "number") yield reading;
  }
}

interface Writing {
  readonly column: SourceColumn;
  readonly profile: Profile;
  readonly reader: Reader;
  code(reading: Reading): number;
}

function write(writing: Writing, target: Values | Uint8Array, { personOf }: Placing): void {
  const { cells } = writing.column;
  if (cells instanceof Int8Array) {
    const codes = smallCodes(writing);
    if (target instanceof Int8Array)
      return writeSmall(cells, Int8Array.from(codes), { target, personOf });
    for (let row = 0; row < cells.length; row++)
      target[personOf === null ? row : personOf[row]!] = codes[cells[row]! + 128]!;
    return;
  }
  const codeOf = codesIn(writing, cells);
  for (let row = 0; row < cells.length; row++)
    target[personOf === null ? row : personOf[row]!] = codeOf(cells[row]!);
}

/** Most columns of a survey. One type in and out, so that it compiles to a plain loop over bytes. */
function writeSmall(
  cells: Int8Array,
  codes: Int8Array,
  { target, personOf }: { target: Int8Array; personOf: Int32Array | null },
): void {
  if (personOf === null)
    for (let row = 0; row < cells.length; row++) target[row] = codes[cells[row]! + 128]!;
  else
    for (let row = 0; row < cells.length; row++) target[personOf[row]!] = codes[cells[row]! + 128]!;
}

/** The code of every possible cell of one byte. */
function smallCodes({ profile, reader, code }: Writing): Float64Array {
  const codes = new Float64Array(256);
  codes[0] = code("skipped");
  for (const cell of profile.integers.keys()) codes[cell + 128] = code(reader.integer(cell));
  return codes;
}

function codesIn({ column, reader, code }: Writing, cells: Int32Array): (cell: number) => number {
  const entries = Float64Array.from(column.dictionary, (text) => code(reader.text(text)));
  const empty = emptyCode(cells);
  const skipped = code("skipped");
  const integer = (cell: number) => code(reader.integer(cell));
  return (cell) => {
    if (cell >= dictionaryBase) return entries[cell - dictionaryBase]!;
    return cell === empty ? skipped : integer(cell);
  };
}
