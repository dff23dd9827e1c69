/**
 * Who and what enters a ranking: the people without gaps, and the variables that vary among them, as
 * columns of numbers.
 *
 * People are taken listwise: complete on outcome, covariates and everything ranked, with a positive
 * weight. A variable that does not vary cannot be ranked; it is left out before it costs anybody their
 * place, and again whenever the people who remain are all alike in it.
 */
import { dummies } from "../adjusted/dummies.ts";
import type { Game } from "./game.ts";
import { completeRows, take } from "../rows.ts";
import { type Column, type Table, type VariableId, columnOf } from "../table.ts";

export interface Asked {
  readonly outcome: VariableId;
  readonly covariates: readonly VariableId[];
  readonly weight: VariableId | null;
  /** Everything that is to be ranked. */
  readonly variables: readonly VariableId[];
}

export interface Panel {
  readonly people: number;
  readonly outcome: Float64Array;
  readonly covariates: readonly Float64Array[];
  readonly weights?: Float64Array;
  /** Columns of the variables that vary, in the order asked for. */
  readonly variables: ReadonlyMap<VariableId, readonly Float64Array[]>;
  readonly leftOut: readonly VariableId[];
}

/** Fewer complete people than this are not ranked by, nor fewer than `spare` more than columns. */
const fewest = 30;
const spare = 10;

export function panelOf(table: Table, asked: Asked): Panel {
  const base = [asked.outcome, ...asked.covariates].map((id) => columnOf(table, id));
  const weight = asked.weight === null ? null : columnOf(table, asked.weight);
  const complete = (variables: readonly Column[]): Int32Array => {
    if (weight === null) return completeRows([...base, ...variables]);
    const rows = completeRows([...base, weight, ...variables]);
    const weights = take(weight, rows);
    return rows.filter((_, i) => weights[i] > 0);
  };

  const all = asked.variables.map((id) => columnOf(table, id));
  let kept = all.filter((variable) => varies(numbersOf(variable, complete([variable]))));
  let rows = complete(kept);
  for (;;) {
    const still = rows.length < fewest ? kept : kept.filter((v) => varies(numbersOf(v, rows)));
    if (still.length === kept.length) break;
    kept = still;
    rows = complete(kept);
  }
  const left = new Set(kept);
  return {
    people: rows.length,
    outcome: onScale(base[0], take(base[0], rows)),
    covariates: base.slice(1).flatMap((column) => columnsFor(column, rows)),
    ...(weight && { weights: take(weight, rows) }),
    variables: new Map(kept.map((variable) => [variable.id, numbersOf(variable, rows)])),
    leftOut: all.filter((variable) => !left.has(variable)).map(({ id }) => id),
  };
}

/** Whether a panel has people enough for so many columns. */
export const hasPeopleEnough = ({ people, covariates, variables }: Panel): boolean =>
  people >= fewest && people >= covariates.length + [...variables.values()].flat().length + spare;

/** Row 0 of the correlations is the outcome, then the covariates, then the columns of each variable once. */
export function gameOf(
  { outcome, covariates, variables }: Panel,
  items: readonly { readonly members: readonly VariableId[] }[],
): { columns: Float64Array[]; game: Game } {
  const columns = [outcome, ...covariates];
  const places = new Map<VariableId, number[]>();
  for (const [id, own] of variables) {
    places.set(
      id,
      own.map((_, k) => columns.length + k),
    );
    columns.push(...own);
  }
  return {
    columns,
    game: {
      outcome: 0,
      covariates: covariates.map((_, k) => k + 1),
      players: items.map((item) => item.members.flatMap((id) => places.get(id) ?? [])),
    },
  };
}

const numbersOf = (variable: Column, rows: Int32Array): Float64Array[] =>
  columnsFor(variable, rows).map((values) => onScale(variable, values));

/** One column of scores, or the dummies of a nominal variable; none where all are alike or nobody is left. */
const columnsFor = (variable: Column, rows: Int32Array): Float64Array[] =>
  rows.length === 0 ? [] : dummies(variable, rows).map(({ values }) => values);

/** Counts as log(1 + count): the step from none to one visit weighs more than that from nine to ten. */
const onScale = ({ level }: Column, values: Float64Array): Float64Array =>
  level === "count"
    ? values.map((value) => Math.sign(value) * Math.log1p(Math.abs(value)))
    : values;

/** A column of two values varies when at least 2 % of the people have the rarer one. */
const varies = (columns: readonly Float64Array[]): boolean =>
  columns.some((column) => {
    const first = column[0];
    const other = column.find((value) => value !== first);
    if (other === undefined) return false;
    let firsts = 0;
    for (const value of column) {
      if (value === first) firsts++;
      else if (value !== other) return true;
    }
    return Math.min(firsts, column.length - firsts) >= rare * column.length;
  });

const rare = 0.02;
