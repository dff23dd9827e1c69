/**
 * A pair in plain words, without a word that says more than the data do: "goes with", "report", "is
 * associated with" (for rankings: sentences/). Sizes are given as numbers with their interval, never as adjectives.
 */
import type { Association, Estimate } from "./association.ts";
import { methodOf } from "./methods/index.ts";
import { directionOf } from "./methods/method.ts";
import { figure } from "./sentences/figures.ts";
import { quoted } from "./sentences/names.ts";
import type { VariableId } from "./table.ts";

type Name = (id: VariableId) => string;

/** One pair, raw and adjusted. */
export function sentenceForAssociation(association: Association, name: Name): string {
  const { raw, adjusted } = association;
  const predictor = quoted(name(association.predictor));
  const outcome = quoted(name(association.outcome));
  if (!raw.ok) return `${predictor} and ${outcome}: no estimate, ${shortfallInWords(raw)}.`;
  const people = association.n === null ? "" : `, ${association.n.toLocaleString("en-US")} people`;
  const head = `${predictor} ${verdict(raw, association)} ${outcome} (${figure(raw.value, raw.interval)}${people})`;
  if (adjusted === null) return `${head}.`;
  if (!adjusted.estimate.ok)
    return `${head}; adjusted, no estimate: ${shortfallInWords(adjusted.estimate)}.`;
  const held = figure(adjusted.estimate.value, adjusted.estimate.interval);
  const turn = association.cautions.includes("sign flips when adjusted")
    ? ", which turns the direction round"
    : "";
  return `${head}; among people alike on the covariates it is ${held}${turn}.`;
}

function verdict(raw: Extract<Estimate, { ok: true }>, association: Association): string {
  const clear = (association.pHolm ?? raw.p) < 0.05;
  if (!clear) return "cannot be told from unrelated to";
  const direction = directionOf(methodOf(association.method), raw.value);
  if (direction === 0) return "is associated with";
  return direction > 0 ? "goes with higher" : "goes with lower";
}

function shortfallInWords(estimate: Extract<Estimate, { ok: false }>): string {
  return {
    "too few pairs": "too few people have both values",
    "no variation": "one of the two does not vary",
    "method does not fit the levels": "the method does not fit how the two are measured",
    "no weighted version": "the method has no version for weighted answers",
    "no interior maximum": "the answers would fit a perfect association just as well",
    suppressed: "it would rest on too few people to be shown",
  }[estimate.because];
}
