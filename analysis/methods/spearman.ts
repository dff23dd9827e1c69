import { tTwoSided } from "../numeric/student-t.ts";
import { linearisedError, signedEstimate } from "../weights/linearise.ts";
import { fisherInterval, found, shortfall, zFor } from "./estimates.ts";
import { spearmanExactP } from "./exact.ts";
import { marginOf, midRanks, type Margin } from "./margin.ts";
import { massOf, type Method, type Pairs } from "./method.ts";
import { correlate, correlationInfluence, correlationTest, type Line } from "./pearson.ts";

/**
 * Spearman's rank correlation: Pearson's r of mid-ranks (ties share the average rank).
 *
 * Unweighted: t as for Pearson; for nine people or fewer without ties the exact permutation p. Interval
 * tanh(atanh r ± z sqrt((1 + r²/2) / (n - 3))) (Bonett & Wright 2000, eq. 5), none below four people.
 * Weighted: ranks become values of the weighted mid-distribution function, and the linearised error counts
 * that the ranks themselves are estimated (`addRankInfluence`).
 *
 * Hazard: with five categories or fewer the interval is rougher than it looks (Ruscio 2008).
 */
export const spearman = {
  id: "spearman",
  label: "Spearman's rho",
  symbol: "ρ",
  meaning:
    "Whether people who rank higher on one also rank higher on the other, from -1 to 1, whatever the shape of the curve. Far values count no more than their rank.",
  inference:
    "Interval on Fisher's z scale with the error of Bonett and Wright, none below four people; p by Student's t, for nine people or fewer without ties over all orders. Weighted: the linearised error of weighted mid-ranks.",
  hazard: "With five categories or fewer the interval is rougher than it looks (Ruscio 2008).",
  reference: "Spearman 1904; interval Bonett & Wright 2000",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => predictor !== "nominal" && outcome !== "nominal",
  estimate(pairs, confidence) {
    if (pairs.n < 3) return shortfall("too few pairs");
    const ranks = rankPairs(pairs);
    const line = correlate(ranks.x, ranks.y, massOf(pairs));
    if (line === undefined) return shortfall("no variation");
    const { r } = line;
    if (pairs.weight !== undefined) {
      const error = linearisedError(spearmanInfluence(pairs, ranks, line), pairs);
      return signedEstimate(r, error, confidence);
    }
    return found(r, spearmanInterval(r, pairs.n, confidence), spearmanP(ranks, r, pairs.n));
  },
} as const satisfies Method;

export interface RankedPairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly margins: readonly [Margin, Margin];
}

export function rankPairs(pairs: Pairs): RankedPairs {
  const mass = massOf(pairs);
  const margins = [marginOf(pairs.x, mass), marginOf(pairs.y, mass)] as const;
  return { x: midRanks(margins[0]), y: midRanks(margins[1]), margins };
}

function spearmanP({ margins }: RankedPairs, r: number, n: number): number {
  const untied = margins.every(({ values }) => values.length === n);
  if (untied && n <= 9) return spearmanExactP(r, n);
  const { statistic, df } = correlationTest(r, n);
  return tTwoSided(statistic, df);
}

/** `factor` is what multiplies 1 / (n - 3): 1 + r²/2 by default, 1.06 after Fieller 1957, 1 after Fisher. */
export function spearmanInterval(
  r: number,
  n: number,
  confidence: number,
  factor = 1 + (r * r) / 2,
) {
  return n > 3 ? fisherInterval(r, zFor(confidence) * Math.sqrt(factor / (n - 3))) : null;
}

/** The influence of Pearson's r on the mid-ranks, and what each person does to the ranks of the others. */
function spearmanInfluence(pairs: Pairs, ranks: RankedPairs, line: Line): Float64Array {
  const { r, mass, meanX, meanY, sdX, sdY } = line;
  const influence = correlationInfluence(ranks, line);
  const weight = massOf(pairs);
  const [x, y] = ranks.margins;
  // Derivatives of r by the rank of a person, up to that person's share of the mass.
  const byX = new Float64Array(ranks.x.length);
  const byY = new Float64Array(ranks.x.length);
  for (let i = 0; i < byX.length; i++) {
    const share = (weight === undefined ? 1 : weight[i]) / mass;
    const zx = (ranks.x[i] - meanX) / sdX;
    const zy = (ranks.y[i] - meanY) / sdY;
    byX[i] = (share * (zy - r * zx)) / sdX;
    byY[i] = (share * (zx - r * zy)) / sdY;
  }
  addRankInfluence(influence, { margin: x, ranks: ranks.x, derivative: byX });
  addRankInfluence(influence, { margin: y, ranks: ranks.y, derivative: byY });
  return influence;
}

/**
 * Adds what a little mass at a person's value does to a statistic through the mid-ranks of everybody:
 * it raises those above by one, those level by a half, and all ranks shrink by their own size,
 * Σ_i derivative_i (1[x_i > x] + 1[x_i = x] / 2 - rank_i), per unit of total mass.
 */
export function addRankInfluence(
  influence: Float64Array,
  by: {
    readonly margin: Margin;
    readonly ranks: Float64Array;
    /** Derivative of the statistic by each person's (cell's) rank, times the cell's mass. */
    readonly derivative: Float64Array;
  },
): void {
  const { margin, ranks, derivative } = by;
  const atValue = new Float64Array(margin.values.length);
  let shrink = 0;
  for (let i = 0; i < derivative.length; i++) {
    atValue[margin.codes[i]] += derivative[i];
    shrink += derivative[i] * ranks[i];
  }
  let above = 0;
  for (let j = atValue.length - 1; j >= 0; j--) {
    const here = atValue[j];
    atValue[j] = (above + here / 2 - shrink) / margin.total;
    above += here;
  }
  for (let i = 0; i < influence.length; i++) influence[i] += atValue[margin.codes[i]];
}
