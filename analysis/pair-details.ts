/**
 * What a page about one pair shows beside the coefficient: companion measures and alarms.
 *
 * Cost: n log n in the people who have both values; nobody is left out by sampling.
 */
import type { Estimate } from "./association.ts";
import { companions } from "./methods/choose.ts";
import { methodOf, type MethodId } from "./methods/index.ts";
import type { Pairs } from "./methods/method.ts";
import { pairChecks, sentenceForCheck, type CheckCode } from "./methods/pair-checks.ts";
import { pairsOf } from "./pairs.ts";
import type { Column } from "./table.ts";
import type { Weighed } from "./weights/units.ts";

export interface PairDetails {
  readonly companions: readonly { readonly method: MethodId; readonly estimate: Estimate }[];
  readonly alarms: readonly { readonly code: CheckCode; readonly text: string }[];
}

export interface PairDetailsOptions extends Weighed {
  /** Of the intervals, 0 to 1. */
  readonly confidence: number;
}

/** Companions under the weights and the design given; alarms among the people as they answered. */
export function pairDetails(x: Column, y: Column, options: PairDetailsOptions): PairDetails {
  const { confidence } = options;
  const pairs = pairsOf(x, y, options);
  const people = unweighted(pairs);
  const known = new Map<MethodId, Estimate>();
  const ofPeople = (id: MethodId): Estimate => {
    const estimate = known.get(id) ?? methodOf(id).estimate(people, confidence);
    known.set(id, estimate);
    return estimate;
  };
  const isWeighted = pairs.weight !== undefined;
  return {
    companions: companions(x, y).map((method) => ({
      method,
      estimate: isWeighted ? methodOf(method).estimate(pairs, confidence) : ofPeople(method),
    })),
    alarms: pairChecks([x, y], people, ofPeople).map((check) => ({
      code: check.code,
      text: sentenceForCheck(check),
    })),
  };
}

const unweighted = ({ x, y, count, n, groups }: Pairs): Pairs => ({
  x,
  y,
  n,
  ...(count && { count }),
  ...(groups && { groups }),
});
