/**
 * Who and what enters a ranking: the people without gaps, and the variables that vary among them, ready for a model.
 *
 * People are taken listwise: complete on outcome, covariates and everything ranked, with a positive
 * weight. A variable that hardly varies cannot be ranked; it is left out before it costs anybody their
 * place, and again whenever the people who remain are nearly all alike in it.
 */
import type { Game } from "../importance/game.ts";
import type { UnionGame } from "../importance/owen.ts";
import { marginOf } from "../methods/margin.ts";
import { completeRows, pick } from "../rows.ts";
import { type Table, type VariableId, columnOf } from "../table.ts";
import type { Weighting } from "../weights/weighting.ts";
import { type Member, memberOf } from "./member.ts";

export interface Asked {
  readonly outcome: VariableId;
  readonly covariates: readonly VariableId[];
  /** Everything that is to be ranked. */
  readonly variables: readonly VariableId[];
  readonly weighting: Weighting;
}

export interface Panel {
  /** Rows of the table, ascending. */
  readonly rows: Int32Array;
  readonly people: number;
  /** People who have the outcome. */
  readonly answered: number;
  readonly outcome: Member;
  /** The outcome on its scale. */
  readonly y: Float64Array;
  readonly covariates: readonly Member[];
  /** What varies, in the order asked for. */
  readonly variables: ReadonlyMap<VariableId, Member>;
  /** Absent: everybody counts once. */
  readonly weights?: Float64Array;
  readonly leftOut: readonly VariableId[];
}

/** Fewer complete people than this are not ranked by, nor fewer than `spare` more than columns. */
const fewest = 30;
const spare = 10;

export function panelOf(table: Table, { outcome, covariates, variables, weighting }: Asked): Panel {
  const base = [outcome, ...covariates].map((id) => columnOf(table, id));
  const { weights } = weighting;
  const complete = (ids: readonly VariableId[]): Int32Array => {
    const rows = completeRows([...base, ...ids.map((id) => columnOf(table, id))]);
    return weights === undefined ? rows : rows.filter((row) => weights[row] > 0);
  };
  const memberAmong = (id: VariableId, rows: Int32Array): Member =>
    memberOf(columnOf(table, id), rows);

  let kept = variables.filter((id) => varies(memberAmong(id, complete([id]))));
  let rows = complete(kept);
  for (;;) {
    const still = rows.length < fewest ? kept : kept.filter((id) => varies(memberAmong(id, rows)));
    if (still.length === kept.length) break;
    kept = still;
    rows = complete(kept);
  }
  const [own, ...given] = base.map((column) => memberOf(column, rows));
  return {
    rows,
    people: rows.length,
    answered: completeRows([base[0]]).filter((row) => weights === undefined || weights[row] > 0)
      .length,
    outcome: own,
    y: own.columns[0] ?? own.values,
    covariates: given,
    variables: new Map(kept.map((id) => [id, memberAmong(id, rows)])),
    ...(weights && { weights: pick(weights, rows) }),
    leftOut: variables.filter((id) => !kept.includes(id)),
  };
}

/** Some of the people of a panel, by their places in it; columns stay as they are. */
export function among(panel: Panel, places: Int32Array): Panel {
  const part = (values: Float64Array): Float64Array => pick(values, places);
  const partOf = (member: Member): Member => ({
    ...member,
    values: part(member.values),
    columns: member.columns.map(part),
  });
  return {
    ...panel,
    rows: places.map((at) => panel.rows[at]),
    people: places.length,
    outcome: partOf(panel.outcome),
    y: part(panel.y),
    covariates: panel.covariates.map(partOf),
    variables: new Map([...panel.variables].map(([id, member]) => [id, partOf(member)])),
    ...(panel.weights && { weights: part(panel.weights) }),
  };
}

/** Whether a panel has people enough for so many columns. */
export const hasPeopleEnough = ({ people, covariates, variables }: Panel): boolean =>
  people >= fewest &&
  people >= [...covariates, ...variables.values()].flatMap(({ columns }) => columns).length + spare;

/**
 * Row 0 of the correlations is the outcome, then the covariates, then the columns of each variable once. The players are
 * the items; `unions` tells their members apart.
 */
export function gameOf(
  { y, covariates, variables }: Panel,
  items: readonly { readonly members: readonly VariableId[] }[],
): { columns: Float64Array[]; game: Game; unions: UnionGame["unions"] } {
  const given = covariates.flatMap(({ columns }) => columns);
  const columns = [y, ...given];
  const places = new Map<VariableId, number[]>();
  for (const [id, member] of variables) {
    places.set(
      id,
      member.columns.map((_, k) => columns.length + k),
    );
    columns.push(...member.columns);
  }
  const unions = items.map((item) => item.members.map((id) => places.get(id) ?? []));
  return {
    columns,
    game: {
      outcome: 0,
      covariates: given.map((_, k) => k + 1),
      players: unions.map((members) => members.flat()),
    },
    unions,
  };
}

/** At least 2 % of the people differ from what most of them have. */
function varies({ columns, values }: Member): boolean {
  if (columns.length === 0) return false;
  const { mass } = marginOf(values);
  const most = mass.reduce((largest, one) => Math.max(largest, one), 0);
  return values.length - most >= rare * values.length;
}

const rare = 0.02;
