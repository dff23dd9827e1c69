/** One pair as it looks before any coefficient, past the disclosure gate. */
import {
  asNumbers,
  columnOf,
  describePair,
  releaseDescription,
  type PairDescription,
  type Released,
  type Table,
  type VariableId,
} from "#analysis";

export interface Pair {
  readonly table: Table;
  readonly predictor: VariableId;
  readonly outcome: VariableId;
  readonly weight: VariableId | null;
}

export function describe({ table, predictor, outcome, weight }: Pair): Released<PairDescription> {
  const weights = weight === null ? undefined : asNumbers(columnOf(table, weight));
  return releaseDescription(describePair(table, predictor, outcome, weights));
}
