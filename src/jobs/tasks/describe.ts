/** One pair beside its coefficient: who is in it, what else measures it, what a coefficient hides. Past the gate. */
import {
  columnOf,
  describePair,
  pairDetails,
  releaseDescription,
  releaseDetails,
  weightingOf,
  type PairDescription,
  type PairDetails,
  type Plan,
  type Released,
  type Table,
  type VariableId,
} from "#analysis";

export interface Pair {
  readonly table: Table;
  /** Weights and design are those of the screening. */
  readonly plan: Plan;
  readonly predictor: VariableId;
  readonly outcome: VariableId;
}

export interface DescribedPair {
  readonly description: Released<PairDescription>;
  readonly details: Released<PairDetails>;
}

export function describe({ table, plan, predictor, outcome }: Pair): DescribedPair {
  const weighting = weightingOf(table, plan);
  if (!weighting.ok)
    throw new RangeError(`describe requires a plan that was screened, got: ${weighting.message}`);
  const { confidence } = plan;
  const [x, y] = [columnOf(table, predictor), columnOf(table, outcome)];
  const description = releaseDescription(
    describePair(table, predictor, outcome, weighting.weights),
  );
  const details = releaseDetails(pairDetails(x, y, { ...weighting, confidence }), description);
  return { description, details };
}
