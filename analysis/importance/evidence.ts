/** Evidence: whether anything is associated at all once the covariates are held constant. */
import { multiplePartialCorrelation, partialCorrelation } from "../adjusted/partial.ts";
import type { Estimate } from "../association.ts";
import { holm } from "../inference/multiplicity.ts";
import type { Plan } from "../plan.ts";
import type { Evidence } from "../ranking.ts";
import type { Panel } from "./panel.ts";
import type { Item } from "./question.ts";

/** Partial correlation of each item given the covariates, on the people of the ranking. */
export function evidenceOf(panel: Panel, items: readonly Item[], { confidence }: Plan): Evidence[] {
  const { variables, outcome, covariates, weights } = panel;
  const options = { covariates, ...(weights && { weights }), confidence };
  const estimates = items.map(({ members }): Estimate => {
    const block = members.flatMap((id) => variables.get(id) ?? []);
    const [only] = block;
    return block.length === 1
      ? partialCorrelation(only, outcome, options).estimate
      : multiplePartialCorrelation(block, outcome, options).estimate;
  });
  const plain = estimates.map((estimate) =>
    estimate.ok
      ? { estimate: estimate.value, interval: estimate.interval, p: estimate.p }
      : nothingLeft,
  );
  const adjusted = holm(plain.map(({ p }) => p));
  return plain.map((one, at) => ({ ...one, pHolm: adjusted[at] }));
}

/** An item that the covariates determine has no variance of its own to be associated with anything. */
const nothingLeft = { estimate: 0, interval: null, p: 1 };

/** p of the joint F test of everything ranked, given the covariates; 1 where there is none. */
export function jointP(
  { variables, outcome, covariates, weights }: Panel,
  { confidence }: Plan,
): number {
  const { estimate } = multiplePartialCorrelation([...variables.values()].flat(), outcome, {
    covariates,
    ...(weights && { weights }),
    confidence,
  });
  return estimate.ok ? estimate.p : 1;
}
