/** Random answers to every instrument, judged by survey-core and by ourselves. */
import * as fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { answersTo, type AnswerSet } from "./answers.ts";
import { compared, type Compared } from "./definitions/index.ts";
import { differences, type Difference } from "./differences.ts";
import { ours, peerOf, type Judged } from "./peer.ts";

export interface Comparison {
  readonly id: string;
  readonly sets: number;
  /** Sets in which some answer is amiss, as both say. */
  readonly amiss: number;
  /** How often each difference was met. */
  readonly met: ReadonlyMap<Difference, number>;
  /** The smallest set of answers that nothing explains, with its seed; undefined: all is explained. */
  readonly unexplained: string | undefined;
}

/** Large instruments take survey-core a hundred times as long as small ones, so they get fewer of the sets. */
export const shareOf = ({ instrument }: Compared): number => 1 / instrument.items.size ** 1.5;

export function setsOf(one: Compared, total: number): number {
  const shares = compared.map(shareOf).reduce((sum, share) => sum + share, 0);
  return Math.ceil((total * shareOf(one)) / shares);
}

export function compare({ id, instrument }: Compared, sets: number, seed?: number): Comparison {
  const peer = peerOf(instrument);
  const met = new Map<Difference, number>();
  let amiss = 0;
  const judge = (answers: AnswerSet) => {
    const [here, there] = [ours(instrument, answers), peer(answers)];
    if (here.faulty.length > 0 && there.faulty.length > 0) amiss++;
    for (const { stricter, name } of disagreements(here, there)) {
      const item = instrument.items.get(name)!;
      const known = differences.find(
        (each) => each.stricter === stricter && each.explains(item, answers.get(name)),
      );
      if (known === undefined)
        throw new Error(
          `only ${stricter} find ${name} amiss: ${JSON.stringify(answers.get(name))}`,
        );
      met.set(known, (met.get(known) ?? 0) + 1);
    }
  };
  const details = fc.check(fc.property(answersTo(instrument), judge), {
    numRuns: sets,
    ...(seed !== undefined && { seed }),
  });
  const unexplained = details.failed ? `${id}: ${fc.defaultReportMessage(details)}` : undefined;
  return { id, sets, amiss, met, unexplained };
}

interface Disagreement {
  readonly stricter: Difference["stricter"];
  readonly name: string;
}

/** About answers that are amiss; anything else that differs is an error. */
export function disagreements(here: Judged, there: Judged): Disagreement[] {
  for (const what of ["sections", "items", "answers"] as const)
    if (!isDeepStrictEqual(here[what], there[what]))
      throw new Error(
        `${what}: we ${JSON.stringify(here[what])}, survey-core ${JSON.stringify(there[what])}`,
      );
  const only = (stricter: Difference["stricter"], some: Judged, others: Judged): Disagreement[] =>
    some.faulty.filter((name) => !others.faulty.includes(name)).map((name) => ({ stricter, name }));
  return [...only("we", here, there), ...only("survey-core", there, here)];
}
