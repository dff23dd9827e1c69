/**
 * How ranks vary over the replicates: a description, never a confidence set. Among equal items the
 * intervals of replicated ranks miss true ranks far more often than they claim (see rank-sets.ts).
 */
import { type Replicates, replicatesOf } from "./bootstrap.ts";

export interface ReplicatedRanks {
  readonly mean: readonly number[];
  /** Middle share of the ranks: smallest rank with at least that much of the replicates at or below it. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Share of the replicates with rank 1, with rank 2 or better, and so on: by item, then by rank. */
  readonly within: readonly (readonly number[])[];
  /** By pair: share of the replicates in which the row's item is the greater. */
  readonly greater: readonly (readonly number[])[];
}

/** Rank 1 is the largest; ties share the mean of their ranks. */
export function replicatedRanks(replicates: Replicates, confidence: number): ReplicatedRanks {
  const { count, width } = replicates;
  const items = Array.from({ length: width }, (_, item) => replicatesOf(replicates, item));
  const ranks = items.map((own) =>
    own.map((value, b) => {
      let above = 0;
      let tied = 0;
      for (const other of items) {
        if (other[b] > value) above++;
        else if (other[b] === value) tied++;
      }
      return above + (tied + 1) / 2;
    }),
  );
  const sorted = ranks.map((own) => own.toSorted());
  const quantile = (own: Float64Array, p: number): number =>
    own[Math.max(0, Math.ceil(p * count - 1e-9) - 1)];
  const share = (holds: (b: number) => boolean): number => {
    let times = 0;
    for (let b = 0; b < count; b++) if (holds(b)) times++;
    return times / count;
  };
  return {
    mean: ranks.map((own) => own.reduce((sum, rank) => sum + rank, 0) / count),
    low: sorted.map((own) => quantile(own, (1 - confidence) / 2)),
    high: sorted.map((own) => quantile(own, (1 + confidence) / 2)),
    within: ranks.map((own) =>
      Array.from({ length: width }, (_, rank) => share((b) => own[b] <= rank + 1)),
    ),
    greater: items.map((own) => items.map((other) => share((b) => own[b] > other[b]))),
  };
}
