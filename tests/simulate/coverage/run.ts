/** The table of coverage: every method, kind and size. */
import { kinds, type Kind } from "../population.ts";
import type { Effort } from "../effort.ts";
import { judged, shareOf, type Share, type Verdict } from "../share.ts";
import { performAll, type Doing } from "../threads.ts";
import { sizes, type Tally, type Truths } from "./cells.ts";
import { reasonFor } from "./deviations.ts";
import { estimators } from "./index.ts";

export interface Cell {
  readonly id: string;
  readonly kind: Kind;
  readonly n: number;
  readonly coverage: Share;
  /** Share of the samples that got an interval. */
  readonly given: number;
  readonly verdict: Verdict;
  /** Why it is outside, where the literature says. */
  readonly reason: string | undefined;
}

export const target = [0.935, 0.965] as const;
const runsPerTask = 50;

export async function runCoverage(
  { seed, runs, slowRuns, replicates }: Effort,
  { only, kept, onDone }: Doing,
): Promise<Cell[]> {
  const ids = estimators.map(({ id }) => id).filter(only);
  if (ids.length === 0) return [];
  const portions = [0, 1, 2, 3].map((part) => ids.filter((_, at) => at % 4 === part));
  const found = await performAll<"truths">(
    portions.map((ids) => ({ kind: "truths", ids })),
    { kept },
  );
  const truths: Truths = new Map(found.flatMap((some) => [...some]));
  const most = estimators.some(({ id, slow }) => only(id) && !slow) ? runs : slowRuns;
  const tasks = sizes.toReversed().flatMap((n) =>
    kinds.flatMap((kind) =>
      Array.from({ length: Math.ceil(most / runsPerTask) }, (_, part) => ({
        kind: "coverage" as const,
        input: {
          kind,
          n,
          from: part * runsPerTask,
          to: Math.min(most, (part + 1) * runsPerTask),
          slowTo: slowRuns,
          replicates,
          seed,
          truths,
        },
      })),
    ),
  );
  const sums = new Map<string, Tally>();
  const results = await performAll<"coverage">(tasks, {
    kept,
    onDone: (done) => onDone(done, tasks.length),
  });
  for (const [at, tallies] of results.entries())
    for (const [id, tally] of tallies) {
      const name = nameOf({ id, ...tasks[at]!.input });
      sums.set(name, added(sums.get(name), tally));
    }
  return ids.flatMap((id) =>
    kinds.flatMap((kind) => sizes.flatMap((n) => cellOf({ id, kind, n }, sums))),
  );
}

type Place = Pick<Cell, "id" | "kind" | "n">;

const nameOf = ({ id, kind, n }: Place): string => JSON.stringify([id, kind, n]);

const added = (before: Tally | undefined, more: Tally): Tally =>
  before
    ? {
        runs: before.runs + more.runs,
        given: before.given + more.given,
        held: before.held + more.held,
      }
    : more;

/** Nothing where the method gives no interval for such people. */
function cellOf(place: Place, sums: ReadonlyMap<string, Tally>): Cell[] {
  const tally = sums.get(nameOf(place));
  if (tally === undefined || tally.given < tally.runs / 2) return [];
  const coverage = shareOf(tally.held, tally.given);
  const verdict = judged(coverage, target);
  return [
    {
      ...place,
      coverage,
      given: tally.given / tally.runs,
      verdict,
      reason: verdict === "inside" ? undefined : reasonFor(place, coverage.value),
    },
  ];
}
