/** Items put in order by importance, and what the replicates say about the order. */
import { type Replicates, percentileInterval, replicatesOf } from "../inference/bootstrap.ts";
import { noiseOf } from "../inference/noise.ts";
import { anyRank, inseparable, type RankSets, rankSets } from "../inference/rank-sets.ts";
import { replicatedRanks } from "../inference/replicated-ranks.ts";
import type { Importance } from "../importance/lmg.ts";
import type { Ranked, Ranking } from "../ranking.ts";
import { tierOf, type Thresholds } from "./tiers.ts";

/** What is known of an item before it has a rank. */
export type Unplaced = Pick<
  Ranked,
  | "id"
  | "label"
  | "members"
  | "steps"
  | "noise"
  | "evidence"
  | "reach"
  | "reliability"
  | "inflation"
  | "parts"
>;

export interface Uncertainty {
  readonly replicates: Replicates;
  /** Effective number where they are weighted. */
  readonly people: number;
  readonly confidence: number;
  readonly thresholds: Thresholds;
  readonly lessIsBetter: boolean;
}

/** Most important first, equals by id; with the ranks that each may truly have. */
export function inOrder(
  items: readonly Unplaced[],
  { lmg, addedRSquared }: Importance,
  { replicates, people, confidence, thresholds, lessIsBetter }: Uncertainty,
): Pick<Ranking, "ranked" | "groups"> {
  const order = [...items.keys()].sort((a, b) => lmg[b] - lmg[a] || byId(items[a].id, items[b].id));
  const replicated = replicates.count > 0;
  const sets =
    replicates.count < 2 ? anyRank(items.length) : setsOf(lmg, replicates, { confidence, people });
  const within = replicated ? replicatedRanks(replicates, confidence).within : undefined;
  const ranked = order.map((item, at): Ranked => ({
    ...items[item],
    importance: lmg[item],
    interval: replicated ? percentileInterval(replicatesOf(replicates, item), confidence) : null,
    share: lmg[item] / addedRSquared,
    tier: tierOf(
      {
        evidence: items[item].evidence,
        rankHigh: sets.high[item],
        of: items.length,
        lessIsBetter,
      },
      thresholds,
    ),
    rank: at + 1,
    rankLow: sets.low[item],
    rankHigh: sets.high[item],
    topThree: within?.[item][Math.min(3, items.length) - 1] ?? null,
  }));
  const groups = inseparable(order, sets).map((group) => group.map((item) => items[item].id));
  return { ranked, groups };
}

/**
 * Rank sets on the scale √(LMG + 10 / n), on which shares large and small vary nearly alike, with differences as they
 * are. On LMG itself the many small shares, which are skewed, decide how sure the large ones seem (docs/decisions/0005).
 */
function setsOf(
  lmg: Float64Array,
  { count, width, values }: Replicates,
  { confidence, people }: Pick<Uncertainty, "confidence" | "people">,
): RankSets {
  const onScale = (share: number): number => Math.sqrt(share + noiseShares / people);
  const replicates = { count, width, values: values.map(onScale) };
  return rankSets(lmg.map(onScale), noiseOf(replicates), { confidence, studentised: false });
}

/** An item without association has an importance of about 1 / n; ten times that is where the root sets in. */
const noiseShares = 10;

/** By code point, the same everywhere. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
