/** How much of an item people had: what can still be widened. */
import { marginOf } from "../methods/margin.ts";
import type { Reach } from "../ranking.ts";
import { type Table, asNumbers, columnOf, missingLimit } from "../table.ts";
import type { Member } from "./member.ts";
import type { Panel } from "./panel.ts";
import type { Item } from "./question.ts";

/** Mean over the members; null where one of them has unordered categories. */
export function reachOf(table: Table, panel: Panel, { members }: Item): Reach | null {
  const each = members.map((id) => reachOfOne(table, panel.variables.get(id)!, panel.weights));
  if (each.some((one) => one === null)) return null;
  const known = each as readonly Reach[];
  const percent = known.reduce((sum, one) => sum + one.percent, 0) / known.length;
  const people = known.map((one) => one.people);
  return {
    of: known.every((one) => one.of === "took part") ? "took part" : "mean place",
    percent,
    people: people.includes(null) ? null : Math.min(...(people as number[])),
  };
}

function reachOfOne(table: Table, member: Member, weights?: Float64Array): Reach | null {
  const { values, preparation } = member;
  if (preparation.scale === "categories") return null;
  const { values: distinct, mass, total, codes } = marginOf(values, weights);
  const taking = takingPart[preparation.scale]?.(distinct);
  if (taking !== undefined) {
    const share = distinct.reduce((sum, value, at) => (taking(value) ? sum + mass[at] : sum), 0);
    const people = codes.reduce((count, code) => count + Number(taking(distinct[code])), 0);
    return { of: "took part", percent: (100 * share) / total, people };
  }
  const [low, high] = rangeOf(table, member);
  const mean = distinct.reduce((sum, value, at) => sum + value * mass[at], 0) / total;
  return { of: "mean place", percent: (100 * (mean - low)) / (high - low), people: null };
}

/** Counts and yes or no say who took part. */
const takingPart: Partial<
  Record<Member["preparation"]["scale"], (distinct: Float64Array) => (value: number) => boolean>
> = {
  "0 and 1": (distinct) => (value) => value === distinct[distinct.length - 1],
  "log(1 + count)": () => (value) => value > 0,
};

/** From the lowest to the highest answer there is, else that anybody of the table has. */
function rangeOf(table: Table, { id }: Member): [low: number, high: number] {
  const column = columnOf(table, id);
  const limit = missingLimit(column.values);
  const present = asNumbers(column).filter((value) => value > limit);
  const known = [...(column.labels?.keys() ?? []), ...extremes(present)];
  return extremes(known);
}

function extremes(values: Iterable<number>): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
