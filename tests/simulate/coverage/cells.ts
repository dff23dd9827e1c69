/** How often intervals hold what they are of, over many samples. */
import { stream } from "#analysis";
import { draw, everybody, kinds, type Kind } from "../population.ts";
import { estimators } from "./index.ts";

export const sizes = [100, 300, 1000] as const;

/** The population's own value by estimator and kind; absent where the method does not fit the kind. */
export type Truths = ReadonlyMap<string, number>;

export const cellOf = (id: string, kind: Kind): string => `${id} | ${kind}`;

/** What the estimators make of everybody there is. Drawing people otherwise does not change the people. */
export function truthsOf(which: (id: string) => boolean): Truths {
  const truths = new Map<string, number>();
  for (const instrument of ["continuous", "skewed ordinal"] as const) {
    const people = everybody(instrument);
    for (const { id, estimate } of estimators.filter(({ id }) => which(id))) {
      const found = estimate(people, { replicates: 0, seed: 0 });
      for (const kind of kinds)
        if (found && (kind === "skewed ordinal") === (instrument === "skewed ordinal"))
          truths.set(cellOf(id, kind), found.value);
    }
  }
  return truths;
}

/** Some runs of one kind and size of sample, of which the bootstrapped methods see the first `slow` only. */
export interface CoverageTask {
  readonly kind: Kind;
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly slowTo: number;
  readonly replicates: number;
  readonly seed: number;
  readonly truths: Truths;
}

/** By cell: samples, those with an interval, and those whose interval holds the truth. */
export type Tallies = ReadonlyMap<string, Tally>;
export interface Tally {
  readonly runs: number;
  readonly given: number;
  readonly held: number;
}

export function coverage(task: CoverageTask): Tallies {
  const { kind, n, from, to, slowTo, replicates, seed, truths } = task;
  const tallies = new Map<string, Tally>();
  for (let run = from; run < to; run++) {
    const people = draw(kind, n, stream(seed, kinds.indexOf(kind), n, run));
    for (const { id, slow, estimate, ...estimator } of estimators) {
      const truth = truths.get(cellOf(id, kind));
      if (truth === undefined || !estimator.kinds.includes(kind) || (slow && run >= slowTo))
        continue;
      const interval = estimate(people, { replicates, seed: run })?.interval;
      const { runs, given, held } = tallies.get(id) ?? { runs: 0, given: 0, held: 0 };
      const holds = interval && interval.low <= truth && truth <= interval.high;
      tallies.set(id, {
        runs: runs + 1,
        given: given + Number(Boolean(interval)),
        held: held + Number(holds === true),
      });
    }
  }
  return tallies;
}
