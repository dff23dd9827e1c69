/**
 * Findings in plain words, without a word that says more than the data do: "goes with", "report", "is
 * associated with". Sizes are given as numbers with their interval, never as adjectives.
 */
import type { Association, Estimate, Interval } from "./association.ts";
import { methodOf } from "./methods/index.ts";
import { directionOf } from "./methods/method.ts";
import type { Difference, Ranked, Ranking, Unit, Unranked } from "./ranking.ts";
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

/** One ranked experience or learning outcome: importance, rank set, evidence. */
export function sentenceForRanked(ranked: Ranked, ranking: Ranking, name: Name): string {
  const { difference, pHolm } = ranked.evidence;
  const place = ordinalRange(ranked.rankLow, ranked.rankHigh);
  const share = `${(100 * ranked.share).toFixed(0)} % of what the ${ranking.of} add to explaining ${quoted(name(ranking.outcome))}`;
  const alike = ranking.covariatesRSquared > 0 ? " among people alike on the covariates" : "";
  const found =
    pHolm < 0.05
      ? `an association ${alike === "" ? "is there" : "remains"}`
      : "no association can be told from chance";
  const evidence = `${found}${alike} (${differenceFigure(difference, ranking.unit)}Holm p ${pInWords(pHolm)})`;
  return `${quoted(ranked.label)} ranks ${place} of ${ranking.ranked.length} and accounts for ${share}; ${evidence}.`;
}

/** "4.1 percentage points, 2.0 to 6.2, "; nothing where an item has no direction. */
function differenceFigure(difference: Difference | null, unit: Unit): string {
  if (difference === null) return "";
  const { low, high } = difference.interval;
  const words = { "own units": "", "percentage points": " points", percent: " %" }[unit];
  return `${twoDecimals(difference.value)}${words}, ${twoDecimals(low)} to ${twoDecimals(high)}, `;
}

/** Why an outcome has no ranking, as a sentence. */
export function sentenceForUnranked(unranked: Unranked, name: Name): string {
  const why = {
    "too few complete people": "too few people have all the answers that a ranking needs",
    "fewer than two experiences vary": `fewer than two ${unranked.of} differ between people`,
    "together they explain almost nothing": `the ${unranked.of} together explain almost nothing of it`,
  }[unranked.because];
  return `No ranking for ${quoted(name(unranked.outcome))}: ${why}.`;
}

/** "1st", or "1st-3rd" for a rank set. */
export function ordinalRange(low: number, high: number): string {
  return low === high ? ordinal(low) : `${ordinal(low)}–${ordinal(high)}`;
}

/** A p value as people write it: "< .001", "= .032". */
export function pInWords(p: number): string {
  return p < 0.001 ? "< .001" : `= ${p.toFixed(3).replace(/^0/, "")}`;
}

/** A coefficient with its interval, two decimals, true minus sign. */
export function figure(value: number, interval: Interval | null): string {
  const range =
    interval === null ? "" : `, ${twoDecimals(interval.low)} to ${twoDecimals(interval.high)}`;
  return `${twoDecimals(value)}${range}`;
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

function ordinal(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  return `${rank}${(!teen && ["th", "st", "nd", "rd"][rank % 10]) || "th"}`;
}

/** Names are the researcher's words: quoted, they fit any sentence. */
const quoted = (name: string): string => `“${name}”`;

function twoDecimals(value: number): string {
  const text = value.toFixed(2);
  return Number(text) === 0 ? "0.00" : text.replace("-", "\u2212");
}
