/** How the variables of a ranking were made ready, and what stands in its way: one sentence each. */
import type { Ranking, Scale } from "../ranking.ts";
import { muchInflation } from "../ranking/collinearity.ts";
import { figure } from "./figures.ts";
import { listed, nameIn, quoted, type Names } from "./names.ts";

/** What was done before anything was computed. */
export function sentencesForPreparation(ranking: Ranking, names: Names): string[] {
  const { preparations, leftOut } = ranking;
  const named = (ids: readonly string[]): string =>
    listed(ids.map((id) => quoted(nameIn(names)(id))));
  const scaled = scales.flatMap(([scale, words]) => {
    const ids = preparations.filter((one) => one.scale === scale).map(({ variable }) => variable);
    return ids.length === 0 ? [] : [`${words} (${named(ids)}).`];
  });
  const merged = preparations
    .filter((one) => one.merged.length > 0)
    .map(
      ({ variable, merged: codes }) =>
        `${codes.length} categories of ${named([variable])} had too few people, and count as one.`,
    );
  const left =
    leftOut.length === 0 ? [] : [`Left out, as hardly anybody differs in them: ${named(leftOut)}.`];
  return [...scaled, ...merged, ...left];
}

/** Fewer primary sampling units than this, and their errors are not to be relied on. */
const fewUnits = 20;

/** What a reader should know before relying on the ranking. @param units primary sampling units, where there are any */
export function warningsFor(ranking: Ranking, units: number | null): string[] {
  const { twins, ranked } = ranking;
  const labels = new Map(ranked.map(({ id, label }) => [id, quoted(label)]));
  const label = (id: string): string => labels.get(id) ?? quoted(id);
  const pairs = twins.map(
    ({ items: [one, other], correlation }) =>
      `${label(one)} and ${label(other)} go together so closely (r = ${figure(correlation, null)}) ` +
      `that the ranking splits one credit between them: rank one of the two, or both as one.`,
  );
  const hidden = ranked
    .filter(({ inflation }) => inflation === null || inflation > muchInflation)
    .map(({ id }) => label(id));
  const own =
    hidden.length === 0
      ? []
      : [
          `Little of its own is left beside everything else, so little can be told of: ${listed(hidden)}.`,
        ];
  const few =
    units === null || units >= fewUnits
      ? []
      : [
          `People were drawn in only ${units} units; with fewer than ${fewUnits}, errors come out too small and intervals too narrow.`,
        ];
  return [...pairs, ...own, ...few];
}

const scales: readonly (readonly [Scale, string])[] = [
  ["log(1 + count)", "Counts enter as log(1 + count): the first time weighs more than the tenth"],
  ["log", "Long-tailed amounts enter as their logarithm, so that a difference is a percentage"],
  ["0 and 1", "Two categories enter as 0 and 1"],
  ["categories", "Categories without an order enter each on its own"],
];
