/** Gamma, Somers' D and tau-c: other readings of the same concordant and discordant pairs. */
import type { Estimate } from "../association.ts";
import { tQuantile } from "../numeric/student-t.ts";
import { linearisedError } from "../weights/linearise.ts";
import { concordance, type Concordance } from "./concordance.ts";
import { exactAtOne, fisherInterval, found, shortfall, zFor } from "./estimates.ts";
import { concordanceP } from "./kendall.ts";
import type { Pairs } from "./method.ts";

export interface OrdinalMeasure {
  readonly value: number;
  /**
   * Derivative by the mass of each cell, its mean over the mass zero: the asymptotic error is that of these
   * (Goodman & Kruskal 1972; Brown & Benedetti 1977).
   */
  readonly influence: Float64Array;
}

/** (P - Q) / (P + Q): ties left out. */
export function gammaOf(order: Concordance): OrdinalMeasure {
  const { agree, disagree } = order;
  const [p, q] = [overMass(order, agree), overMass(order, disagree)];
  const scale = 4 / (p + q) ** 2;
  const influence = agree.map((a, i) => scale * (q * a - p * disagree[i]));
  return { value: exactAtOne((p - q) / (p + q)), influence };
}

/** (P - Q) / pairs not tied on x: y is the outcome. */
export function somersDOf(order: Concordance): OrdinalMeasure {
  const { agree, disagree, excess, untiedX, x } = order;
  const scale = 2 / untiedX ** 2;
  const influence = agree.map(
    (a, i) => scale * (untiedX * (a - disagree[i]) - excess * (x.total - x.mass[x.codes[i]])),
  );
  return { value: exactAtOne(excess / untiedX), influence };
}

/** 2 (P - Q) m / (n² (m - 1)), m the smaller number of values. */
export function tauCOf(order: Concordance): OrdinalMeasure {
  const { agree, disagree, excess, x, y } = order;
  const m = Math.min(x.values.length, y.values.length);
  const scale = m / ((m - 1) * x.total ** 2);
  const influence = agree.map((a, i) => 2 * scale * (a - disagree[i] - excess / x.total));
  return { value: exactAtOne(excess * scale), influence };
}

/**
 * A measure of the pairs with its interval on Fisher's scale, from the multinomial error (ASE) or, weighted, the linearised
 * one (Newson 2002). With 100 people and a strong relation gamma ± z ASE held the true value in 91 of 100 simulations, this
 * in 95. p is that of tau-b whichever the measure: all of them ask whether as many pairs agree as disagree.
 * At -1 and 1 the error is 0 however few people there are, so there is no interval.
 */
export function ordinalEstimate(
  pairs: Pairs,
  confidence: number,
  measure: (order: Concordance) => OrdinalMeasure,
): Estimate {
  if (pairs.n < 3) return shortfall("too few pairs");
  const order = concordance(pairs);
  if (!(order.untiedX > 0 && order.untiedY > 0)) return shortfall("no variation");
  const { value, influence } = measure(order);
  const p = concordanceP(order, pairs);
  if (Math.abs(value) === 1) return found(value, null, p);
  return found(value, onFishersScale(value, influence, { pairs, confidence }), p);
}

/** tanh(atanh v ± half), half from the linearised error: with t under weights, with z without. */
export function onFishersScale(
  value: number,
  influence: Float64Array,
  { pairs, confidence }: { readonly pairs: Pairs; readonly confidence: number },
) {
  const { se, df } = linearisedError(influence, pairs);
  const z = pairs.weight === undefined ? zFor(confidence) : -tQuantile((1 - confidence) / 2, df);
  return fisherInterval(value, (z * se) / ((1 - value) * (1 + value)));
}

/** Concordant and discordant pairs, each counted once. */
export const pairCounts = (order: Concordance) => ({
  concordant: overMass(order, order.agree) / 2,
  discordant: overMass(order, order.disagree) / 2,
});

function overMass({ mass }: Concordance, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (mass === undefined ? 1 : mass[i]) * values[i];
  return sum;
}
