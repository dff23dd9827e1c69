/**
 * Whether an association differs between groups of people, never a ranking inside small ones.
 *
 * Three things are told apart, for each experience and group: how many took part, how the group fares on the outcome,
 * and how much higher the outcome is along the step of the experience within it. Only the last is tested: in one model
 * of everything, the step of the experience may differ by group (robust score test, or that of the survey design), with
 * Holm over all experiences and groups of a ranking.
 *
 * Hazard: a difference between groups that is not there is often called (many are compared), and one that is there
 * often missed (groups are small): the intervals say which of the two it can be.
 */
import { holm } from "../inference/multiplicity.ts";
import { replication } from "../inference/replication.ts";
import { jointTestP } from "../models/joint-test.ts";
import { robustModel } from "../models/robust-model.ts";
import type { GroupComparison, GroupDifference, Replicated } from "../ranking.ts";
import { type Level, type Table, type VariableId, columnOf } from "../table.ts";
import { differenceOf, said, saidInterval, type Tested } from "./difference.ts";
import { among, type Panel } from "./panel.ts";
import { type Grouped, type Grouping, groupingOf } from "./grouping.ts";
import type { Item } from "./question.ts";
import { reachOf } from "./reach.ts";

export interface Comparing extends Grouped {
  readonly table: Table;
  readonly items: readonly Item[];
  readonly groups: readonly VariableId[];
  readonly confidence: number;
}

/** By group variable, then by item; items without a direction, and the group variable itself, are passed over. */
export function compareGroups(comparing: Comparing): GroupComparison[] {
  const { table, panel, items, groups } = comparing;
  const found = groups
    .filter((id) => id !== panel.outcome.id && isGrouping.has(columnOf(table, id).level))
    .flatMap((id) => {
      const grouping = groupingOf(columnOf(table, id), comparing);
      return items
        .filter((item) => isDirected(item, panel) && !item.members.includes(id))
        .map((item) => compare(item, grouping, comparing));
    });
  const tested = found.flatMap(({ p }) => (p === null ? [] : [p]));
  const corrected = holm(tested);
  let next = 0;
  return found.map((one) => ({ ...one, pHolm: one.p === null ? null : corrected[next++] }));
}

/** A measurement has no groups to compare. */
const isGrouping: ReadonlySet<Level> = new Set(["nominal", "binary", "ordinal"]);

const isDirected = ({ members }: Item, { variables }: Panel): boolean =>
  members.every((id) => variables.get(id)!.step !== null);

function compare(item: Item, grouping: Grouping, comparing: Comparing): GroupComparison {
  const { table, panel: everybody, confidence } = comparing;
  const { id, groups, large, panel, design, indicators } = grouping;
  const step = stepColumn(item, panel);
  const others = [...panel.variables.values()].filter((one) => !item.members.includes(one.id));
  const given = [
    ...[...panel.covariates, ...others].flatMap(({ columns }) => columns),
    ...indicators.slice(1),
  ];
  const byGroup = indicators.map((own) => own.map((one, i) => one * step[i]));
  const comparable = large.length > 1;
  const model = comparable ? robustModel(panel.y, [...byGroup, ...given], design) : undefined;
  const within = large.map(
    (_, at) =>
      model && differenceOf(model, [{ column: at, times: 1 }], { panel: everybody, confidence }),
  );
  const differences = large.map((group, at): GroupDifference => {
    const sub = among(everybody, group.places);
    return {
      code: group.code,
      label: group.label,
      n: group.places.length,
      reach: reachOf(table, sub, item)?.percent ?? null,
      outcome: meanOf(sub),
      difference: within[at]?.difference ?? null,
    };
  });
  const p = comparable
    ? jointTestP(panel.y, {
        asked: byGroup.slice(1),
        given: [step, ...given],
        ...(design && { design }),
      })
    : null;
  return {
    item: item.id,
    group: id,
    p,
    pHolm: null,
    replicated: replicatedIn(within, { panel: everybody, confidence }),
    groups: groups.map(
      ({ code, label, places }) =>
        differences.find((one) => one.code === code) ?? {
          ...unknown,
          code,
          label,
          n: places.length,
        },
    ),
  };
}

const unknown = { reach: null, outcome: null, difference: null };

/** Groups whose own difference has no error, or none at all, have no part in it. */
function replicatedIn(
  within: readonly (Tested | undefined)[],
  { panel, confidence }: Pick<Comparing, "panel" | "confidence">,
): Replicated | null {
  const usable = within.filter((one) => one !== undefined && one.se > 0) as readonly Tested[];
  const found = replication(usable, confidence);
  if (found === null) return null;
  const { value, interval, prediction, iSquared } = found.pooled;
  return {
    difference: said(value, interval, panel),
    prediction: prediction && saidInterval(prediction, panel),
    iSquared,
    groups: usable.length,
    sameSign: found.sameSign,
    verdict: found.verdict,
  };
}

/** One more is the whole step: of a learning outcome the steps of all its evidence at once. */
function stepColumn({ members }: Item, { variables, people }: Panel): Float64Array {
  const parts = members.map((id) => variables.get(id)!);
  const along = parts.reduce((sum, { step }) => sum + step!.onScale ** 2, 0);
  const column = new Float64Array(people);
  for (const { step, columns } of parts)
    for (let i = 0; i < people; i++) column[i] += (step!.onScale * columns[0][i]) / along;
  return column;
}

/** Of the outcome as in the file; in percent for yes and no. */
function meanOf({ outcome, y, weights }: Panel): number {
  const isShare = outcome.preparation.scale === "0 and 1";
  const values = isShare ? y : outcome.values;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights?.[i] ?? 1;
    total += weight;
    sum += weight * values[i];
  }
  return (isShare ? 100 : 1) * (sum / total);
}
