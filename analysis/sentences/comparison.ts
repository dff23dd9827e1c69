/** Whether an association differs between groups, its three parts apart: who took part, how they fare, what differs. */
import type { GroupComparison, Ranking, Replicated } from "../ranking.ts";
import { amountOf } from "./difference.ts";
import { plain, pInWords, roundedTo, sizeOf } from "./figures.ts";
import type { VariableId } from "../table.ts";
import { listed, nameIn, outcomeIn, quoted, type Names } from "./names.ts";

type Group = GroupComparison["groups"][number];

/** Participation, and the difference of the association, for one item. */
export function sentenceForComparison(
  { item, group, groups, pHolm, replicated }: GroupComparison,
  ranking: Ranking,
  names: Names,
): string {
  const ranked = ranking.ranked.find(({ id }) => id === item);
  const label = quoted(ranked?.label ?? item);
  const by = quoted(nameIn(names)(group));
  if (pHolm === null)
    return `${label}: fewer than two groups of ${by} are large enough to be compared.`;
  const verdict =
    pHolm < 0.05
      ? `the association differs between the groups of ${by}`
      : `no difference between the groups of ${by} can be told`;
  const called = groups.map((one) => ({ ...one, label: groupName(one, group, names) }));
  const parts = called.flatMap((one) => differenceIn(one, ranking, names));
  const reach = called.flatMap(reachIn);
  const took = ranked?.reach?.of === "mean place" ? "Mean place on its range" : "Took part";
  return [
    `${label}: ${verdict} (Holm p ${pInWords(pHolm)})${parts.length === 0 ? "" : `: ${parts.join("; ")}`}.`,
    ...(replicated === null || replicated.groups < fewTogether
      ? []
      : [together(replicated, ranking, names)]),
    ...(reach.length === 0 ? [] : [`${took}: ${listed(reach)}.`]),
  ].join(" ");
}

/** How the groups fare on the outcome: the same for every item. Undefined where none may be shown. */
export function sentenceForGroups(
  { group, groups }: GroupComparison,
  ranking: Ranking,
  names: Names,
): string | undefined {
  const { unit } = ranking;
  const name = nameIn(names);
  const known = groups.flatMap((one) =>
    one.outcome === null || one.n === null
      ? []
      : [{ label: groupName(one, group, names), mean: one.outcome, people: one.n }],
  );
  if (known.length === 0) return undefined;
  const written = roundedTo(Math.max(...known.map(({ mean }) => Math.abs(mean))));
  const value = (mean: number) =>
    unit === "percentage points" ? `${plain(Math.round(mean))}\u00a0%` : written(mean);
  const parts = known.map(
    ({ label, mean, people }) => `${value(mean)} in ${quoted(label)} (${plain(people)} people)`,
  );
  const what = unit === "percentage points" ? "Share" : "Mean";
  return `${what} of ${outcomeIn(ranking, names)} by ${quoted(name(group))}: ${listed(parts)}.`;
}

/** The mean of two groups, each with its own truth, could be anything. */
const fewTogether = 3;

/** A group as people call it; of yes and no without labels, that. */
export function groupName({ code, label }: Group, variable: VariableId, names: Names): string {
  const unnamed = label === String(code) && names.get(variable)?.level === "binary";
  return (unnamed && ["no", "yes"][code]) || label;
}

/** Each group may have its own truth: their mean, and whether it comes back in each. */
function together(
  { difference: { value, interval }, sameSign, groups }: Replicated,
  ranking: Ranking,
  names: Names,
): string {
  const size = sizeOf(value, interval);
  const rounded = roundedTo(size);
  const amount = amountOf(value, ranking, { names, size });
  const range = `${rounded(interval.low)} to ${rounded(interval.high)}`;
  return `Over all of them: ${amount} (${range}); the same direction in ${sameSign} of ${groups}.`;
}

function differenceIn({ label, difference }: Group, ranking: Ranking, names: Names): string[] {
  if (difference === null) return [];
  const { value, interval } = difference;
  const size = sizeOf(value, interval);
  const rounded = roundedTo(size);
  const amount = amountOf(value, ranking, { names, size });
  return [`${amount} in ${quoted(label)} (${rounded(interval.low)} to ${rounded(interval.high)})`];
}

const reachIn = ({ label, reach }: Group): string[] =>
  reach === null ? [] : [`${Math.round(reach)}\u00a0% in ${quoted(label)}`];
