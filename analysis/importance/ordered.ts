/** Importance put in order, and what the replicates say about the order. */
import { type Replicates, percentileInterval, replicatesOf } from "../inference/bootstrap.ts";
import { noiseOf } from "../inference/noise.ts";
import { anyRank, inseparable, rankSets } from "../inference/rank-sets.ts";
import type { Plan } from "../plan.ts";
import type { Evidence, Ranked, Ranking, Unranked } from "../ranking.ts";
import type { VariableId } from "../table.ts";
import type { Importance } from "./lmg.ts";
import type { Item } from "./question.ts";

interface Uncertainty {
  readonly replicates: Replicates;
  readonly evidence: readonly Evidence[];
  readonly plan: Plan;
}

/** Most important first, equals by id; with the ranks that each may truly have. */
export function inOrder(
  items: readonly Item[],
  { lmg, addedRSquared }: Importance,
  { replicates, evidence, plan: { confidence } }: Uncertainty,
): Pick<Ranking, "ranked" | "groups"> {
  const order = [...items.keys()].sort((a, b) => lmg[b] - lmg[a] || byId(items[a].id, items[b].id));
  const sets =
    replicates.count < 2
      ? anyRank(items.length)
      : rankSets(lmg, noiseOf(replicates), { confidence });
  const ranked = order.map((item, at): Ranked => ({
    ...items[item],
    importance: lmg[item],
    interval:
      replicates.count === 0
        ? null
        : percentileInterval(replicatesOf(replicates, item), confidence),
    share: lmg[item] / addedRSquared,
    evidence: evidence[item],
    rank: at + 1,
    rankLow: sets.low[item],
    rankHigh: sets.high[item],
    parts: [],
  }));
  const groups = inseparable(order, sets).map((group) => group.map((item) => items[item].id));
  return { ranked, groups };
}

/** A learning outcome shows what each piece of its evidence is worth on its own in the same outcome. */
export function withParts(
  answer: Ranking | Unranked,
  earlier: readonly (Ranking | Unranked)[],
): Ranking | Unranked {
  if (!answer.ok || answer.of !== "learning outcomes") return answer;
  const alone = new Map<VariableId, number>();
  for (const other of earlier)
    if (other.ok) for (const { id, importance } of other.ranked) alone.set(id, importance);
  const partsOf = (members: readonly VariableId[]): Ranked["parts"] =>
    members
      .map((id) => ({ id, importance: alone.get(id) ?? null }))
      .sort((a, b) => (b.importance ?? -1) - (a.importance ?? -1) || byId(a.id, b.id));
  return {
    ...answer,
    ranked: answer.ranked.map((one) => ({ ...one, parts: partsOf(one.members) })),
  };
}

/** By code point, the same everywhere. */
const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
