import { dot } from "../adjusted/basis.ts";
import { scoreTestP } from "../weights/score-test.ts";
import { degreesOf, deviationsOf, type Units } from "../weights/units.ts";
import { shortfall } from "./estimates.ts";
import { marginOf, type Margin } from "./margin.ts";
import { massOf, type Method, type Pairs } from "./method.ts";
import { varies } from "./pearson.ts";
import { shareEstimate } from "./share.ts";

/**
 * Eta, the correlation ratio: the root of the share of a number's variance that lies between groups.
 *
 * eta² = Σ_g m_g (ȳ_g - ȳ)² / Σ m (y - ȳ)². The groups are the nominal side, predictor or outcome (`Pairs.groups`).
 * p is that of the one-way F test; interval by inverting the noncentral F (`share.ts`). Weighted: weighted means,
 * the quasi-score test of equal group means, and the interval from F divided by the mean design effect.
 *
 * Hazard: never below 0, and by chance alone about sqrt((groups - 1) / (n - 1)).
 */
export const eta = {
  id: "eta",
  label: "Eta",
  symbol: "η",
  meaning:
    "How much the averages of the groups differ: squared, the share of the differences between people that lies between the groups. From 0 to 1, without a direction; with many small groups it is above 0 by chance.",
  inference:
    "Interval by inverting the noncentral F; p by the one-way F test. Weighted: p by the quasi-score test of equal means, interval after division by the mean design effect.",
  hazard: "Never below 0, and with many small groups above 0 by chance.",
  reference: "Fisher 1925; interval Steiger & Fouladi 1997",
  range: [0, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: false,
  accepts: (predictor, outcome) =>
    (predictor === "nominal") !== (outcome === "nominal") &&
    predictor !== "binary" &&
    outcome !== "binary",
  estimate(pairs, confidence) {
    const groups = groupMeans(pairs);
    const { margin, between, total } = groups;
    const [df1, df2] = [margin.values.length - 1, pairs.n - margin.values.length];
    if (df1 < 1 || !(total > 0)) return shortfall("no variation");
    if (df2 < 1) return shortfall("too few pairs");
    const share = Math.min(1, between / total);
    const design = pairs.weight && designOf(pairs, groups);
    return shareEstimate({ share, d: [df1, df2], ...(design && { design }) }, confidence);
  },
} as const satisfies Method;

export interface GroupMeans {
  readonly margin: Margin;
  /** Per cell, the number less the mean of all. */
  readonly centred: Float64Array;
  /** Per group, the mean less the mean of all. */
  readonly means: Float64Array;
  /** Sums of squares, weighted by mass. */
  readonly between: number;
  readonly total: number;
}

export function groupMeans(pairs: Pairs): GroupMeans {
  const mass = massOf(pairs);
  const margin = marginOf(pairs[pairs.groups ?? "x"], mass);
  const numbers = pairs.groups === "y" ? pairs.x : pairs.y;
  let mean = 0;
  for (let i = 0; i < numbers.length; i++) mean += (mass === undefined ? 1 : mass[i]) * numbers[i];
  mean = varies(numbers) ? mean / margin.total : numbers[0];
  const centred = numbers.map((value) => value - mean);
  const means = new Float64Array(margin.values.length);
  let total = 0;
  for (let i = 0; i < centred.length; i++) {
    const m = mass === undefined ? 1 : mass[i];
    means[margin.codes[i]] += m * centred[i];
    total += m * centred[i] * centred[i];
  }
  let between = 0;
  for (let g = 0; g < means.length; g++) {
    means[g] /= margin.mass[g];
    between += margin.mass[g] * means[g] * means[g];
  }
  return { margin, centred, means, between, total };
}

/**
 * With residuals e from the mean of all and s_g the weighted share of group g: the contrasts are the totals
 * of w e (1[g] - s_g), one group left out, and their mean design effect is
 * n / ((k - 1) σ²) * Σ_i (w_i / W)² e_i² (1 / s_g(i) - 1).
 */
function designOf(pairs: Pairs, groups: GroupMeans) {
  if (pairs.design !== undefined) return drawnTogether(pairs, groups, pairs.design);
  const { margin, centred, total } = groups;
  const { codes, mass, total: all } = margin;
  const totals = new Float64Array(mass.length);
  const squares = new Float64Array(mass.length);
  let sum = 0;
  for (let i = 0; i < centred.length; i++) {
    const w = pairs.weight![i];
    const square = (pairs.weightSquared?.[i] ?? w * w) * centred[i] * centred[i];
    totals[codes[i]] += w * centred[i];
    squares[codes[i]] += square;
    sum += square;
  }
  const share = mass.map((m) => m / all);
  let designEffect = 0;
  for (let g = 0; g < share.length; g++) designEffect += squares[g] * (1 / share[g] - 1);
  designEffect *= pairs.n / ((share.length - 1) * all * total);
  const products = (i: number, j: number) =>
    (i === j ? squares[i] : 0) -
    share[j] * squares[i] -
    share[i] * squares[j] +
    share[i] * share[j] * sum;
  const df = pairs.n - 1;
  const p = scoreTestP({
    totals: totals.subarray(1),
    covariance: (i, j) => (pairs.n / df) * products(i + 1, j + 1),
    df,
  });
  return { designEffect, p };
}

/** The same contrasts, their covariance from the spread of the units' totals within strata. */
function drawnTogether(pairs: Pairs, { margin, centred, total }: GroupMeans, units: Units) {
  const { codes, mass, total: all } = margin;
  const scores = Array.from(mass, (own, g) =>
    centred.map((e, i) => pairs.weight![i] * e * (Number(codes[i] === g) - own / all)),
  );
  const deviations = scores.map((score) => deviationsOf(score, units));
  const variances = deviations.map((one, g) => (dot(one, one) * all) / mass[g]);
  const designEffect =
    (pairs.n * variances.reduce((sum, v) => sum + v, 0)) / ((mass.length - 1) * all * total);
  const totals = Float64Array.from(scores.slice(1), (score) =>
    score.reduce((sum, u) => sum + u, 0),
  );
  const covariance = (i: number, j: number) => dot(deviations[i + 1], deviations[j + 1]);
  return { designEffect, p: scoreTestP({ totals, covariance, df: degreesOf(units) }) };
}
