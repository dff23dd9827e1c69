import type { Interval } from "../association.ts";
import { normalUpper } from "../numeric/normal.ts";
import { tTwoSided } from "../numeric/student-t.ts";
import { linearisedError, signedInference } from "../weights/linearise.ts";
import { concordance, type Concordance } from "./concordance.ts";
import { exactAtOne, fisherInterval, found, shortfall, zFor } from "./estimates.ts";
import { kendallExactP } from "./exact.ts";
import type { Margin } from "./margin.ts";
import type { Method, Pairs } from "./method.ts";

/**
 * Kendall's tau-b: of two people who differ on both, are they mostly in the same order on both?
 *
 * tau = (P - Q) / sqrt((n0 - n1)(n0 - n2)): concordant less discordant pairs over the pairs not tied on each side.
 * p: normal, with the variance of P - Q corrected for ties, no continuity correction (Kendall 1970, ch. 4); for fewer
 * than fifty people without ties, over all orders (Mann 1945).
 * Interval: where either side has few values, tau ± z ASE (Brown & Benedetti 1977), kept within -1 and 1;
 * where neither has, tanh(atanh tau ± z sqrt(0.437 / (n - 4))) (Fieller, Hartley & Pearson 1957), which is made for
 * untied measurements and too narrow for tables. Weighted: the same derivative as in the ASE, linearised.
 */
export const kendall = {
  id: "kendall",
  label: "Kendall's tau-b",
  symbol: "τ",
  meaning:
    "Of any two people who differ on both, how much more often they stand in the same order than in opposite orders, from -1 to 1. Made for ordered categories with many ties; it reads lower than a correlation of the same strength.",
  inference:
    "Interval from the multinomial error where a side has few values, else Fieller's; p normal with the tie-corrected variance, below fifty people without ties over all orders. Weighted: the linearised error on Fisher's z scale.",
  hazard: "It reads lower than Pearson's r of the same strength: do not compare the two.",
  reference: "Kendall 1945; interval Brown & Benedetti 1977, Fieller et al. 1957",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => predictor !== "nominal" && outcome !== "nominal",
  estimate(pairs, confidence) {
    if (pairs.n < 3) return shortfall("too few pairs");
    const order = concordance(pairs);
    if (!(order.untiedX > 0 && order.untiedY > 0)) return shortfall("no variation");
    const tau = tauB(order);
    const p = concordanceP(order, pairs);
    if (pairs.weight !== undefined) {
      const { half } = signedInference(tau, tauLinearised(order, pairs), confidence);
      return found(tau, fisherInterval(tau, half), p);
    }
    const interval = isTable(order)
      ? tableInterval(tau, multinomialError(order, tauInfluence(order)), confidence)
      : fiellerInterval(tau, pairs.n, confidence);
    return found(tau, interval, p);
  },
} as const satisfies Method;

/**
 * p of "as many pairs agree as disagree", the same whichever measure is made of them: from tau-b and its linearised
 * error under weights; over all orders for fewer than fifty people without ties; else normal.
 */
export function concordanceP(order: Concordance, pairs: Pairs): number {
  if (pairs.weight !== undefined) {
    const error = tauLinearised(order, pairs);
    return tTwoSided(signedInference(tauB(order), error, 0.95).statistic, error.df);
  }
  const { x, y, excess } = order;
  const n = pairs.n;
  if (n >= fiftyPeople || x.values.length < n || y.values.length < n)
    return 2 * normalUpper(Math.abs(kendallZ(order)));
  // Without ties P + Q is the number of pairs; `excess` counts each from both its ends.
  return kendallExactP(Math.round((n * (n - 1)) / 4 + excess / 4), n);
}

const fiftyPeople = 50;

const tauLinearised = (order: Concordance, pairs: Pairs) =>
  linearisedError(tauInfluence(order), pairs);

export const tauB = ({ excess, untiedX, untiedY }: Concordance): number =>
  exactAtOne(excess / Math.sqrt(untiedX * untiedY));

/** Few values on a side: the pairs form a table with many people in each row or column. */
const fewValues = 12;
const isTable = ({ x, y }: Concordance): boolean =>
  Math.min(x.values.length, y.values.length) <= fewValues;

export function tableInterval(tau: number, ase: number, confidence: number): Interval {
  const half = zFor(confidence) * ase;
  return { low: Math.max(-1, tau - half), high: Math.min(1, tau + half) };
}

export const fiellerInterval = (tau: number, n: number, confidence: number): Interval | null =>
  n > 4 ? fisherInterval(tau, zFor(confidence) * Math.sqrt(0.437 / (n - 4))) : null;

/** (P - Q) over its standard deviation when there is no association, given the ties of both sides. */
export function kendallZ({ x, y, excess }: Concordance): number {
  const n = x.total;
  const sum = ({ mass }: Margin, f: (t: number) => number) =>
    mass.reduce((total, t) => total + f(t), 0);
  const single = (t: number) => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number) => t * (t - 1);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (single(n) - sum(x, single) - sum(y, single)) / 18 +
    (sum(x, pairs) * sum(y, pairs)) / (2 * pairs(n)) +
    (sum(x, triples) * sum(y, triples)) / (9 * triples(n));
  // `excess` counts each pair from both its ends.
  return excess / 2 / Math.sqrt(variance);
}

/**
 * Derivative of tau-b by the mass of each cell (mean zero over the mass). With w² = wx wy, d = A - D and
 * v = n_i. wy + n_.j wx: (2 w d + tau v - n tau (wx + wy)) / w² (Brown & Benedetti 1977, eq. 2.2).
 */
export function tauInfluence(order: Concordance): Float64Array {
  const { x, y, agree, disagree, untiedX, untiedY } = order;
  const product = untiedX * untiedY;
  const w = Math.sqrt(product);
  const tau = tauB(order);
  const mean = x.total * tau * (untiedX + untiedY);
  const influence = new Float64Array(agree.length);
  for (let i = 0; i < influence.length; i++) {
    const ties = x.mass[x.codes[i]] * untiedY + y.mass[y.codes[i]] * untiedX;
    influence[i] = (2 * w * (agree[i] - disagree[i]) + tau * ties - mean) / product;
  }
  return influence;
}

/** ASE1: the multinomial standard error of a measure from its derivatives, for unweighted cells. */
export function multinomialError({ mass }: Concordance, influence: Float64Array): number {
  let variance = 0;
  for (let i = 0; i < influence.length; i++)
    variance += (mass === undefined ? 1 : mass[i]) * influence[i] * influence[i];
  return Math.sqrt(variance);
}
