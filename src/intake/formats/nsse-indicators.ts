/** NSSE's engagement indicators: scored from the items, or, where the file brings them, compared with the items. */
import { missingLimit, type Column } from "#analysis";
import {
  engagementIndicators,
  formula,
  list,
  scoreScale,
  type Scale,
  type Variable,
} from "#surveys";
import { columnOfNumbers } from "../../studies/variables/pack.ts";
import type { Issue, Source, SourceColumn } from "../source.ts";
import type { Made, Rows } from "./format.ts";
import { compareScores } from "./nsse-score-check.ts";
import { neededItems } from "./scoring.ts";

/** Columns of a file by lower-cased name. */
export type Named = ReadonlyMap<string, SourceColumn>;

interface Indicators {
  readonly made: readonly Made[];
  readonly issues: readonly Issue[];
}

export function indicators(source: Source, named: Named, rows: Rows): Indicators {
  const each = engagementIndicators.map((scale) => indicator(scale, source, named, rows));
  return { made: each.flatMap(({ made }) => made), issues: each.flatMap(({ issues }) => issues) };
}

function indicator(scale: Scale, source: Source, named: Named, rows: Rows): Indicators {
  const items = itemsOf(scale.items, scale, named, rows);
  const ready = named.get(scale.id.toLowerCase());
  const about = (severity: Issue["severity"], code: string, text: string): Issue => ({
    severity,
    file: source.name,
    column: ready?.name ?? scale.id,
    code,
    text,
  });
  if (ready !== undefined) {
    const scores = rows.read.get(ready)?.column;
    if (scores === undefined || items.missing.length > 0) return { made: [], issues: [] };
    const added = itemsOf(scale.added, scale, named, rows);
    const { reproduced, text } = compareScores(scale, scores, {
      items: items.columns,
      added: added.missing.length > 0 ? [] : added.columns,
    });
    const issue = reproduced
      ? about("note", "scores-reproduced", text)
      : about("warning", "scores-not-reproduced", text);
    return { made: [], issues: [issue] };
  }
  if (items.columns.length === 0) return { made: [], issues: [] };
  if (items.missing.length > 0) {
    const text = `${scale.label} is not scored: ${list(items.missing, 9)} ${items.missing.length === 1 ? "is" : "are"} not in the file with answers from ${scale.low} to ${scale.high}.`;
    return { made: [], issues: [about("warning", "scale-not-scored", text)] };
  }
  return { made: [score(scale, items.columns, source, rows)], issues: [] };
}

/** The columns of the items, and the names of those that are absent or not coded as documented. */
function itemsOf(
  names: readonly string[],
  scale: Scale,
  named: Named,
  rows: Rows,
): { columns: Column[]; missing: string[] } {
  const columns: Column[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const found = named.get(name.toLowerCase());
    const column = found && rows.read.get(found)?.column;
    if (column !== undefined && isWithin(column, scale)) columns.push(column);
    else missing.push(name);
  }
  return { columns, missing };
}

function isWithin({ values }: Column, { low, high }: Scale): boolean {
  const limit = missingLimit(values);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value > limit && !(value >= low && value <= high && Number.isInteger(value))) return false;
  }
  return true;
}

function score(scale: Scale, items: readonly Column[], source: Source, { scoring }: Rows): Made {
  const needed = neededItems[scoring](items.length);
  const { values, reasons } = scoreScale(scale, items, needed);
  const { id, label } = scale;
  const variable: Variable = {
    id,
    label,
    level: "interval",
    source: source.name,
    missing: {},
    decidedBy: `Scale: ${formula(scale)}; scored where ${needed === items.length ? `all ${needed}` : `at least ${needed} of the ${items.length}`} items are answered (rule "${scoring}").`,
    derived: "scale",
  };
  return { variable, column: { ...columnOfNumbers(variable, values, reasons), items } };
}
