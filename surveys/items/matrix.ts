/** The same options for several rows. An answer holds the rows that were answered. */
import { isRecord, type Answer, type Code } from "../answer.ts";
import { textIn } from "../instrument/text-in.ts";
import type { Fault } from "../instrument/instrument.ts";
import type { Matrix } from "./item.ts";
import type { Fields, ItemKind, Reading, Saying } from "./item-kind.ts";
import { codeIn, hasCode, sayCode } from "./options.ts";
import { answered, blank, faultAt, typedIn, unusable } from "./reading.ts";

export const matrix: ItemKind<Matrix> = { kind: "matrix", read, holds, faults, say };

function read(item: Matrix, fields: Fields): Reading {
  const rows: [string, Code][] = [];
  for (const { name } of item.rows) {
    const [field, ...others] = new Set(fields(`.${name}`).filter((value) => value !== ""));
    if (field === undefined) continue;
    const code = others.length === 0 ? codeIn(item, field) : undefined;
    if (code === undefined)
      return unusable(
        typedIn(
          fields,
          item.rows.map((row) => `.${row.name}`),
        ),
        { ...faultAt(item.name, "not accepted"), row: name },
      );
    rows.push([name, code]);
  }
  return rows.length === 0 ? blank : answered(Object.fromEntries(rows));
}

function holds(item: Matrix, value: unknown): value is Answer {
  if (!isRecord(value)) return false;
  const names = Object.keys(value);
  return (
    names.length > 0 && names.every((name) => rowsOf(item).has(name) && hasCode(item, value[name]))
  );
}

/** Rows that have to be answered and are not; who answered none of them is told of each. */
function faults(item: Matrix, answer: Answer | undefined): readonly Fault[] {
  if (!item.eachRowRequired) return [];
  const rows = isRecord(answer) ? answer : {};
  return item.rows
    .filter(({ name }) => !Object.hasOwn(rows, name))
    .map(({ name }) => ({ ...faultAt(item.name, "row required"), row: name }));
}

/** "Row: label; row: label", in the order of the rows. */
function say(item: Matrix, answer: Answer, how: Saying): string {
  if (!holds(item, answer)) return "";
  const answers = new Map<string, Code>(Object.entries(answer));
  return item.rows
    .filter(({ name }) => answers.has(name))
    .map(
      ({ name, title }) =>
        `${textIn(title, how.locale, how.locales)}: ${sayCode(item, answers.get(name)!, how)}`,
    )
    .join("; ");
}

function rowsOf(item: Matrix): ReadonlySet<string> {
  const kept = rowNames.get(item);
  if (kept !== undefined) return kept;
  const names = new Set(item.rows.map(({ name }) => name));
  rowNames.set(item, names);
  return names;
}

const rowNames = new WeakMap<Matrix, ReadonlySet<string>>();
