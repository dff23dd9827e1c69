/** A step in some columns of a model, said as a difference of the outcome. */
import type { Interval } from "../association.ts";
import { coefficientOf } from "../models/terms.ts";
import type { Part, RobustModel } from "../models/robust-model.ts";
import type { Difference } from "../ranking.ts";
import type { Panel } from "./panel.ts";
import { inUnit, unitOf } from "./scale.ts";

export interface Tested {
  readonly difference: Difference;
  /** On the scale of the model. */
  readonly value: number;
  readonly se: number;
  readonly statistic: number;
  /** Those that the statistic is judged on. */
  readonly df: number;
  readonly dfOfModel: number;
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
  const { interval, statistic, p } = coefficientOf(
    { term: "step", ...answer },
    { df: answer.df, confidence },
  );
  const difference = said(answer.value, interval, panel);
  return { difference, ...answer, dfOfModel: model.df, statistic, p };
}

/** A difference on the scale of the model, in the unit of the outcome and in its standard deviations. */
export function said(value: number, interval: Interval, panel: Panel): Difference {
  const sd = spreadOf(panel);
  return {
    value: inUnit(unitOf(panel.outcome.preparation.scale), value),
    interval: saidInterval(interval, panel),
    standardised: { value: value / sd, interval: mapped(interval, (end) => end / sd) },
  };
}

export const saidInterval = (interval: Interval, { outcome }: Panel): Interval =>
  mapped(interval, (end) => inUnit(unitOf(outcome.preparation.scale), end));

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
