/** What a pair looks like before any coefficient: who has both values, who is lost and why, and the means. */
import { columnOf, numberAt, reasonAt } from "./table.ts";
import type { Column, Level, MissingReason, Table, VariableId } from "./table.ts";
import { tQuantile } from "./numeric/student-t.ts";

export interface Distribution {
  readonly id: VariableId;
  readonly label: string;
  readonly level: Level;
  readonly n: number;
  /** Null for nominal variables, and where suppressed. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** For variables with categories; n is null where suppressed. */
  readonly categories: readonly { readonly label: string; readonly n: number | null }[];
}

export interface PairDescription {
  /** People with both values. */
  readonly n: number;
  /** People without a value, by variable and reason; null where suppressed. */
  readonly lost: readonly {
    readonly variable: VariableId;
    readonly reason: MissingReason;
    readonly people: number | null;
  }[];
  readonly predictor: Distribution;
  readonly outcome: Distribution;
  /**
   * The numeric side by the other: one group per category, or per tenth of the people for a numeric predictor.
   * Mean with its 95 % t interval (weighted: Taylor-linearised); null where suppressed. A nominal outcome
   * with a numeric predictor turns round: groups are the categories of the outcome.
   */
  readonly groups: readonly {
    readonly label: string;
    /** Position on the predictor's axis: mean of the predictor in the group, or the category's code. */
    readonly at: number;
    readonly n: number | null;
    readonly mean: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

export function describePair(
  table: Table,
  predictor: VariableId,
  outcome: VariableId,
  weights?: Float64Array,
): PairDescription {
  const x = columnOf(table, predictor);
  const y = columnOf(table, outcome);
  const both: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const weighed = weights === undefined || weights[row] > 0;
    if (weighed && !Number.isNaN(numberAt(x, row)) && !Number.isNaN(numberAt(y, row)))
      both.push(row);
  }
  const [by, of] = y.level === "nominal" && x.level !== "nominal" ? [y, x] : [x, y];
  return {
    n: both.length,
    lost: [...lostFrom(x, table.rows), ...lostFrom(y, table.rows)],
    predictor: distribution(x, both),
    outcome: distribution(y, both),
    groups: of.level === "nominal" ? [] : groupMeans(by, of, { rows: both, weights }),
  };
}

function lostFrom(column: Column, rows: number): PairDescription["lost"] {
  const people = new Map<MissingReason, number>();
  for (let row = 0; row < rows; row++) {
    const reason = reasonAt(column, row);
    if (reason !== undefined) people.set(reason, (people.get(reason) ?? 0) + 1);
  }
  return [...people].map(([reason, count]) => ({ variable: column.id, reason, people: count }));
}

function distribution(column: Column, rows: readonly number[]): Distribution {
  const { id, label, level } = column;
  const values = rows.map((row) => numberAt(column, row));
  const n = values.length;
  const numeric = level !== "nominal" && n > 1;
  const mean = numeric ? values.reduce((sum, value) => sum + value, 0) / n : null;
  const sd =
    mean === null ? null : Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1));
  return { id, label, level, n, mean, sd, categories: categoriesOf(column, values) };
}

function categoriesOf(column: Column, values: readonly number[]): Distribution["categories"] {
  const counts = new Map<number, number>(
    [...(column.labels?.keys() ?? [])].map((code) => [code, 0]),
  );
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (column.labels === undefined && counts.size > 20) return [];
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, n]) => ({ label: column.labels?.get(code) ?? String(code), n }));
}

function groupMeans(
  by: Column,
  of: Column,
  { rows, weights }: { rows: readonly number[]; weights: Float64Array | undefined },
): PairDescription["groups"] {
  return groupsOf(by, rows).map(({ label, at, members }) => {
    const total = members.reduce((sum, row) => sum + (weights?.[row] ?? 1), 0);
    const mean =
      members.reduce((sum, row) => sum + (weights?.[row] ?? 1) * numberAt(of, row), 0) / total;
    const n = members.length;
    if (n < 2) return { label, at, n, mean, low: null, high: null };
    const squares = members.reduce(
      (sum, row) => sum + ((weights?.[row] ?? 1) * (numberAt(of, row) - mean)) ** 2,
      0,
    );
    const half = (tQuantile(0.975, n - 1) * Math.sqrt((squares * n) / (n - 1))) / total;
    return { label, at, n, mean, low: mean - half, high: mean + half };
  });
}

function groupsOf(
  by: Column,
  rows: readonly number[],
): { label: string; at: number; members: number[] }[] {
  const distinct = new Map<number, number[]>();
  for (const row of rows) {
    const value = numberAt(by, row);
    const members = distinct.get(value);
    if (members === undefined) distinct.set(value, [row]);
    else members.push(row);
  }
  if (by.labels !== undefined || distinct.size <= 12)
    return [...distinct]
      .sort(([a], [b]) => a - b)
      .map(([at, members]) => ({ label: by.labels?.get(at) ?? String(at), at, members }));
  return tenths(by, rows);
}

/** Ten groups of nearly equal size along more than twelve different numbers; people with the same one stay together. */
function tenths(
  by: Column,
  rows: readonly number[],
): { label: string; at: number; members: number[] }[] {
  const sorted = [...rows].sort((a, b) => numberAt(by, a) - numberAt(by, b));
  const groups: number[][] = [];
  let start = 0;
  for (let k = 1; k <= 10; k++) {
    let end = Math.max(start, Math.round((k * sorted.length) / 10));
    while (end < sorted.length && numberAt(by, sorted[end]) === numberAt(by, sorted[end - 1]))
      end++;
    if (end > start) groups.push(sorted.slice(start, end));
    start = end;
  }
  return groups.map((members) => {
    const values = members.map((row) => numberAt(by, row));
    const at = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { label: spanOf(round(values[0]), round(values.at(-1)!)), at, members };
  });
}

const spanOf = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);
const round = (value: number): string => String(Number(value.toPrecision(3)));
