/** Comparing a number between groups: what can be quoted beside eta, point-biserial and tau. */
import type { Interval } from "../association.ts";
import { fUpper } from "../numeric/f.ts";
import { tQuantile, tTwoSided } from "../numeric/student-t.ts";
import { groupMeans, type GroupMeans } from "./eta.ts";
import type { Pairs } from "./method.ts";
import { shareF } from "./share.ts";

/** One-way analysis of variance, people unweighted. */
export function oneWay(pairs: Pairs) {
  const { margin, between, total } = groupMeans(pairs);
  const k = margin.values.length;
  const d = [k - 1, pairs.n - k] as const;
  const within = (total - between) / d[1];
  const share = between / total;
  const f = shareF(share, d);
  return {
    f,
    d,
    p: fUpper(f, ...d),
    etaSquared: share,
    /** Less biased shares: Hays 1963 and Kelley 1935. */
    omegaSquared: (between - d[0] * within) / (total + within),
    epsilonSquared: (between - d[0] * within) / total,
  };
}

/** Welch's test of equal means without equal variances (Welch 1951). */
export function welchTest(pairs: Pairs) {
  const { means, count, variance } = groupSpread(pairs);
  const k = means.length;
  const weight = count.map((n, g) => n / variance[g]);
  const all = weight.reduce((sum, w) => sum + w, 0);
  const mean = weight.reduce((sum, w, g) => sum + w * means[g], 0) / all;
  const lost = weight.reduce((sum, w, g) => sum + (1 - w / all) ** 2 / (count[g] - 1), 0);
  const spread = weight.reduce((sum, w, g) => sum + w * (means[g] - mean) ** 2, 0) / (k - 1);
  const f = spread / (1 + (2 * (k - 2) * lost) / (k * k - 1));
  const df2 = (k * k - 1) / (3 * lost);
  return { f, df2, p: fUpper(f, k - 1, df2) };
}

/** Two groups of two people or more: mean of the group with the higher code less that of the lower (Welch 1938). */
export function meanDifference(pairs: Pairs, confidence: number) {
  const { means, count, variance } = groupSpread(pairs);
  const difference = means[1] - means[0];
  const [v0, v1] = [variance[0] / count[0], variance[1] / count[1]];
  const se = Math.sqrt(v0 + v1);
  const df = (v0 + v1) ** 2 / (v0 ** 2 / (count[0] - 1) + v1 ** 2 / (count[1] - 1));
  const half = -tQuantile((1 - confidence) / 2, df) * se;
  const interval: Interval = { low: difference - half, high: difference + half };
  return {
    difference,
    interval,
    t: difference / se,
    df,
    p: tTwoSided(difference / se, df),
    count,
  };
}

/** People, mean and sample variance of every group. */
function groupSpread(pairs: Pairs) {
  const { margin, centred, means }: GroupMeans = groupMeans(pairs);
  const squares = new Float64Array(means.length);
  for (let i = 0; i < centred.length; i++) {
    const g = margin.codes[i];
    squares[g] += (pairs.count?.[i] ?? 1) * (centred[i] - means[g]) ** 2;
  }
  const count = margin.mass;
  return { means, count, variance: squares.map((square, g) => square / (count[g] - 1)) };
}
