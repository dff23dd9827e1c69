/** The ranking made again in other ways that are as good: is its top still the top? */
import type { Importance } from "../importance/lmg.ts";
import { runChecks } from "../robustness/checks.ts";
import { type Entered, overEverybody, type Variables } from "../robustness/input.ts";
import type { StressTest } from "../ranking.ts";
import { completeRows, pick } from "../rows.ts";
import { type Table, type VariableId, columnOf, reasonAt } from "../table.ts";
import type { Weighting } from "../weights/weighting.ts";
import { memberOf, type Member } from "./member.ts";
import type { Panel } from "./panel.ts";
import type { Item } from "./question.ts";

export interface Stressed {
  readonly table: Table;
  readonly panel: Panel;
  readonly items: readonly Item[];
  readonly shares: Importance;
  readonly weighting: Weighting;
}

/** The top three; of three items or two the first. */
const topOf = (items: number): number => (items > 3 ? 3 : 1);

export function stressTestOf({ table, panel, items, shares, weighting }: Stressed): StressTest {
  const top = topOf(items.length);
  const variables = {
    ...enteredFrom(panel.outcome, panel.covariates, [...panel.variables.values()]),
    ...(panel.weights && { weights: panel.weights }),
  };
  const input = {
    ...variables,
    items,
    base: shares.lmg,
    withHoles: withHolesOf(table, panel, weighting),
  };
  const checks = runChecks(input, top).map((check) =>
    check.ok
      ? { ...check, order: check.order.map((place) => items[place].id), of: check.of ?? null }
      : check,
  );
  return { top, checks };
}

const enteredFrom = (
  outcome: Member,
  covariates: readonly Member[],
  ranked: readonly Member[],
): Omit<Variables, "weights"> => ({
  outcome: entered(outcome),
  covariates: covariates.map(entered),
  ranked: ranked.map(entered),
});

const entered = ({ id, label, level, columns }: Member): Entered => ({ id, label, level, columns });

/**
 * Everybody who has the outcome and to whom all variables apply, with their gaps. Of those who did not answer at all
 * only the response weights can speak.
 */
function withHolesOf(table: Table, panel: Panel, { weights }: Weighting): Variables | null {
  const ids = [
    panel.outcome.id,
    ...panel.covariates.map(({ id }) => id),
    ...panel.variables.keys(),
  ];
  const columns = ids.map((id) => columnOf(table, id));
  const rows = completeRows([columns[0]]).filter(
    (row) =>
      (weights === undefined || weights[row] > 0) &&
      columns.every((column) => reasonAt(column, row) !== "not applicable"),
  );
  if (rows.length === panel.people) return null;
  const places = new Map(Array.from(rows, (row, at) => [row, at]));
  const withHoles = (id: VariableId): Member => {
    const present = completeRows([columnOf(table, id)]).filter((row) => places.has(row));
    const member = memberOf(columnOf(table, id), present);
    const at = present.map((row) => places.get(row)!);
    return { ...member, columns: overEverybody(member.columns, at, rows.length) };
  };
  return {
    ...enteredFrom(
      withHoles(panel.outcome.id),
      panel.covariates.map(({ id }) => withHoles(id)),
      [...panel.variables.keys()].map(withHoles),
    ),
    ...(weights && { weights: pick(weights, rows) }),
  };
}
