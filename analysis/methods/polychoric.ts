import { polychoricInference } from "../latent/polychoric-inference.ts";
import { polychoric as latentOf } from "../latent/polychoric.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import type { Level } from "../table.ts";
import { crossTable, type CrossTable } from "./cross-table.ts";
import { found, shortfall } from "./estimates.ts";
import type { Method, Pairs } from "./method.ts";

/**
 * The polychoric correlation: that of two normal variables behind two ordered answers (Olsson 1979, two steps).
 *
 * The formula is in `latent/polychoric.ts`. Interval tanh(atanh rho ± z SE / (1 - rho²)) with the expected information
 * over rho and all thresholds; p by the likelihood ratio against rho = 0, one degree of freedom. No weighted version: its
 * error under weights needs replicates.
 *
 * Assumes that the latent variables are bivariate normal: `pairChecks` says where the table contradicts that. Hazard: larger
 * than Pearson's r of the same codes. Example: items of five answers with r = 0.45 have rho about 0.5.
 */
export const polychoric = {
  id: "polychoric",
  label: "Polychoric correlation",
  symbol: "ρ_pc",
  meaning:
    "The correlation of the two continuous feelings behind two ordered answers, if both were normally distributed and cut into categories. It is larger than a correlation of the codes.",
  inference:
    "Interval from the expected information over correlation and thresholds, on Fisher's z scale; p by the likelihood ratio. No weighted version.",
  hazard:
    "Where the fit test rejects two normal variables, it describes the table and nothing behind it.",
  reference: "Pearson 1900; Olsson 1979",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) =>
    isAnswer(predictor) && isAnswer(outcome) && (predictor === "ordinal" || outcome === "ordinal"),
  estimate: latentEstimate,
} as const satisfies Method;

const isAnswer = (level: Level): boolean => level === "ordinal" || level === "binary";

export function latentEstimate(pairs: Pairs, confidence: number) {
  if (pairs.weight !== undefined) return shortfall("no weighted version");
  if (pairs.n < 3) return shortfall("too few pairs");
  const table = crossTable(pairs);
  const model = latentOf(table);
  if (!model.ok) return shortfall(model.because);
  const { interval, logLikelihood } = polychoricInference(table, model, confidence);
  const statistic = Math.max(0, 2 * (logLikelihood - logOfMargins(table)));
  const usable = interval.low <= interval.high ? interval : null;
  return found(model.rho, usable, chiSquareUpper(statistic, 1));
}

/** The log-likelihood at rho = 0, where the cells are products of the margins. */
function logOfMargins({ rowMass, columnMass, n }: CrossTable): number {
  const of = (mass: Float64Array) =>
    mass.reduce((sum, people) => sum + people * Math.log(people / n), 0);
  return of(rowMass) + of(columnMass);
}
