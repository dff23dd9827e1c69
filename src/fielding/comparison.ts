/** How others answered: what people get back, and what the survey team sees of its scales. Released figures only. */
import { releaseScores, type Released, type ScoreDescription } from "#analysis";
import type { Read } from "../db/connect.ts";
import { snapshotsOf } from "../db/snapshots.ts";
import type { DescribedScale } from "../jobs/tasks/collect.ts";

export interface Comparison {
  readonly takenAt: Date;
  /** Returns behind the figures. */
  readonly responses: number;
  readonly scales: readonly DescribedScale[];
}

/**
 * Of the newest snapshot, so that no two moments can be subtracted to find one newcomer. Undefined: none was taken.
 */
export async function comparisonOf(read: Read, waveId: string): Promise<Comparison | undefined> {
  const [newest] = await snapshotsOf(read, waveId);
  if (newest === undefined) return undefined;
  const { takenAt, responses, comparison } = newest;
  return { takenAt, responses, scales: (JSON.parse(comparison) as Stored[]).map(released) };
}

type Stored = Omit<DescribedScale, "description"> & { readonly description: ScoreDescription };

/** What was written down had passed the gate; it passes it again, so that nothing else ever can. */
const released = ({ description, ...scale }: Stored): DescribedScale => ({
  ...scale,
  description: releaseScores(description) satisfies Released<ScoreDescription>,
});
