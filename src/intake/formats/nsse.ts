/**
 * Files under NSSE's variable names (2013 and later), whatever their case: codes or labels, 9 of the quality of
 * interactions not applicable, engagement indicators scored, the six practices as done or not.
 */
import { columnOfNumbers } from "../../studies/variables/pack.ts";
import {
  documentedByNsse,
  engagementIndicators,
  nssePractices,
  type Practice,
  type Scale,
  type Variable,
} from "#surveys";
import { missingReasons, numberAt, reasonAt } from "#analysis";
import type { Source, SourceColumn } from "../source.ts";
import type { Declared, Format, Made, Rows } from "./format.ts";
import { indicators, type Named } from "./nsse-indicators.ts";

export const nsse: Format = {
  id: "nsse",
  sniff({ columns }) {
    const names = new Set(columns.map(({ name }) => name.toLowerCase()));
    const among = (known: readonly string[]) =>
      known.filter((name) => names.has(name.toLowerCase())).length;
    return (
      among(itemNames) >= 3 ||
      among(engagementIndicators.map(({ id }) => id)) >= 5 ||
      (among(practiceNames) >= 4 && (names.has("learncom") || names.has("servcourse")))
    );
  },
  read(source, idColumn) {
    const named = columnsByName(source);
    return {
      oneRowPer: "person",
      ...(idColumn === undefined ? {} : { idColumn }),
      columns: source.columns.filter((column) => column !== idColumn).map(declare),
      makes: [
        ...engagementIndicators.map(({ id }) => id).filter((id) => !named.has(id.toLowerCase())),
        ...nssePractices.map(({ column }) => flagOf(column)),
      ],
      issues: [],
      make(rows) {
        const scored = indicators(source, named, rows);
        const flags = nssePractices.flatMap((practice) => flag(practice, named, rows, source));
        return { made: [...scored.made, ...flags], issues: scored.issues };
      },
    };
  },
};

const practiceNames = nssePractices.map(({ column }) => column);
const itemNames = engagementIndicators.flatMap(({ items }) => items);
const flagOf = (column: string): string => `${column}_done`;

/** The first of two whose names differ only by case. */
const columnsByName = ({ columns }: Source): Named =>
  new Map(columns.toReversed().map((column) => [column.name.toLowerCase(), column]));

function declare(column: SourceColumn): Declared {
  const documented = documentedByNsse(column.name);
  const known = what.get(column.name.toLowerCase());
  return {
    column,
    ...(documented === undefined ? {} : { documented }),
    ...known?.(column.name),
  };
}

type Known = (name: string) => Pick<Declared, "label" | "derived">;

const item =
  ({ label }: Scale): Known =>
  (name) => ({ label: `${name} (${label.toLowerCase()})` });
const score =
  ({ label }: Scale): Known =>
  () => ({ label, derived: ({ excluded }) => (excluded === undefined ? "scale" : undefined) });
/** A file may hold a practice as yes or no already. */
const ready = ({ level, excluded }: Variable): string | undefined =>
  level === "binary" && excluded === undefined ? "flag" : undefined;
const practised =
  ({ label }: Practice): Known =>
  (name) => ({ label: `${name} (${label.toLowerCase()})`, derived: ready });

/** By lower-cased name of the column. */
const what: ReadonlyMap<string, Known> = new Map([
  ...engagementIndicators.flatMap((scale) => [
    [scale.id.toLowerCase(), score(scale)] as const,
    ...[...scale.items, ...scale.added].map((name) => [name.toLowerCase(), item(scale)] as const),
  ]),
  ...nssePractices.map((practice) => [practice.column, practised(practice)] as const),
]);

/** 1 where a practice was done, 0 for every other answer; nothing to make where the column has other codes. */
function flag(practice: Practice, named: Named, rows: Rows, { name: source }: Source): Made[] {
  const answers = named.get(practice.column);
  const { variable, column } = (answers && rows.read.get(answers)) ?? {};
  if (variable?.values === undefined || column === undefined || variable.derived === "flag")
    return [];
  const numbers = new Float64Array(rows.people);
  const reasons = new Uint8Array(rows.people);
  for (let person = 0; person < rows.people; person++) {
    const reason = reasonAt(column, person);
    numbers[person] =
      reason === undefined ? Number(numberAt(column, person) >= practice.doneFrom) : NaN;
    if (reason !== undefined) reasons[person] = 1 + missingReasons.indexOf(reason);
  }
  const values = ["No", "Yes"].map((label, code) => ({ cell: String(code), code, label }));
  const made: Variable = {
    id: flagOf(practice.column),
    label: practice.label,
    level: "binary",
    source,
    values,
    missing: {},
    decidedBy: `Flag: 1 where ${answers!.name} is ${practice.doneFrom} or more (${practice.doneMeans}), 0 for every other answer.`,
    derived: "flag",
  };
  return [{ variable: made, column: columnOfNumbers(made, numbers, reasons) }];
}
