/** A step in some columns of a model, said as a difference of the outcome. */
import type { Interval } from "../association.ts";
import { coefficientOf } from "../models/terms.ts";
import type { Part, RobustModel } from "../models/robust-model.ts";
import type { Difference } from "../ranking.ts";
import type { Panel } from "./panel.ts";
import { inUnit, unitOf } from "./scale.ts";

export interface Tested {
  readonly difference: Difference;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** Undefined where nothing of the columns is left beside the others in the model. */
export function differenceOf(
  model: RobustModel,
  parts: readonly Part[],
  { panel, confidence }: { readonly panel: Panel; readonly confidence: number },
): Tested | undefined {
  const answer = model.answer(parts);
  if (answer === undefined) return undefined;
  const { df } = model;
  const { value, interval, statistic, p } = coefficientOf(
    { term: "step", ...answer },
    { df, confidence },
  );
  const unit = unitOf(panel.outcome.preparation.scale);
  const sd = spreadOf(panel);
  return {
    difference: {
      value: inUnit(unit, value),
      interval: mapped(interval, (end) => inUnit(unit, end)),
      standardised: { value: value / sd, interval: mapped(interval, (end) => end / sd) },
    },
    statistic,
    df,
    p,
  };
}

/** Standard deviation of the outcome on its scale, people counted by their weights. */
export function spreadOf({ y, weights }: Panel): number {
  let total = 0;
  let mean = 0;
  for (let i = 0; i < y.length; i++) {
    const weight = weights?.[i] ?? 1;
    total += weight;
    mean += (weight / total) * (y[i] - mean);
  }
  let squares = 0;
  for (let i = 0; i < y.length; i++) squares += (weights?.[i] ?? 1) * (y[i] - mean) ** 2;
  return Math.sqrt(squares / total);
}

const mapped = ({ low, high }: Interval, move: (end: number) => number): Interval => ({
  low: move(low),
  high: move(high),
});
