/**
 * Confidence sets for ranks: how far up and down each item may truly stand.
 *
 * Purpose: a ranking always has a first, also among equals. A rank set holds all the ranks that the data
 * do not contradict. Mogstad, Romano, Shaikh & Wilhelm 2024, "Inference for ranks with applications to
 * mobility across neighbourhoods and academic achievement across countries", section 3:
 *
 *   t_ij = (theta_i - theta_j) / s_ij,  s_ij = standard deviation of theta_i - theta_j
 *   c    = quantile of max over ordered pairs of [(theta*_i - theta*_j) - mean] / s_ij
 *   i is above j where t_ij > c;  rank of j in [1 + number above j, p - number below j]
 *
 * One c for all pairs makes all sets hold at once (simultaneous). Marginal sets hold for one item chosen
 * beforehand. The step-down version drops the pairs that are decided, and looks again.
 *
 * Hazard: intervals of bootstrap ranks look alike, but where items are equal they cover all true ranks
 * at once in less than one sample of five.
 */
import { type Symmetric, entry } from "../numeric/matrix.ts";
import type { Noise } from "./noise.ts";

export interface RankSets {
  /** 1 = largest. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** above[i][j]: item i is above item j beyond doubt. */
  readonly above: readonly (readonly boolean[])[];
  /** The critical value; of the step-down version the first. Infinity where there are too few replicates. */
  readonly critical: number;
}

export interface RankSetOptions {
  readonly confidence: number;
  readonly stepDown?: boolean;
  /**
   * Whether differences are taken in their standard deviations (absent: they are), or as they are: right where the
   * items are on a scale on which all vary nearly alike.
   */
  readonly studentised?: boolean;
}

/** Simultaneous sets: all true ranks lie in them at once with that confidence. */
export function rankSets(
  theta: ArrayLike<number>,
  noise: Noise,
  { confidence, stepDown = false, studentised = true }: RankSetOptions,
): RankSets {
  const unit = unitOf(noise.covariance, studentised);
  const statistics = statisticsOf(theta, unit);
  const open = statistics.map((row, i) => row.map((t, j) => i !== j && Number.isFinite(t)));
  const above = statistics.map((row) => row.map((t) => t === Infinity));
  const critical = criticalValue(noise, { open, unit, confidence });
  for (let c = critical; ; c = criticalValue(noise, { open, unit, confidence })) {
    let decided = 0;
    for (const [i, row] of statistics.entries())
      for (const [j, t] of row.entries())
        if (open[i][j] && t > c) {
          above[i][j] = true;
          open[i][j] = false;
          decided++;
        }
    if (!stepDown || decided === 0) break;
  }
  return { ...bounds(above), above, critical };
}

/** Marginal sets: each for itself holds with that confidence. */
export function marginalRankSets(
  theta: ArrayLike<number>,
  noise: Noise,
  { confidence, studentised = true }: RankSetOptions,
): Pick<RankSets, "low" | "high"> {
  const unit = unitOf(noise.covariance, studentised);
  const statistics = statisticsOf(theta, unit);
  const low: number[] = [];
  const high: number[] = [];
  for (const item of statistics.keys()) {
    const open = statistics.map((row, i) =>
      row.map((t, j) => i !== j && (i === item || j === item) && Number.isFinite(t)),
    );
    const c = criticalValue(noise, { open, unit, confidence });
    const { low: lows, high: highs } = bounds(
      statistics.map((row) => row.map((t) => t === Infinity || t > c)),
    );
    low.push(lows[item]);
    high.push(highs[item]);
  }
  return { low, high };
}

/**
 * Groups that cannot be told apart: the longest runs of neighbours in the ranking of which no one is
 * above another and all rank sets overlap. Runs may share items (the second may be like the first and
 * like the third, which differ); an item unlike all others is a run of one. Indices, best first.
 */
export function inseparable(order: readonly number[], { low, high, above }: RankSets): number[][] {
  const alike = (i: number, j: number): boolean =>
    !above[i][j] && !above[j][i] && low[i] <= high[j] && low[j] <= high[i];
  const runs: number[][] = [];
  let reached = 0;
  for (const [start] of order.entries()) {
    let end = start + 1;
    while (end < order.length && order.slice(start, end).every((item) => alike(item, order[end])))
      end++;
    if (end > reached) runs.push(order.slice(start, end));
    reached = Math.max(reached, end);
  }
  return runs;
}

/** Nothing is known: every rank is possible. */
export function anyRank(items: number): RankSets {
  const above = Array.from({ length: items }, () => Array.from({ length: items }, () => false));
  return { ...bounds(above), above, critical: Infinity };
}

/**
 * t_ij by row and column. Two items whose difference does not vary (the same evidence under two names)
 * have no t: they are apart for certain (Infinity, -Infinity), or tied (NaN).
 */
function statisticsOf(theta: ArrayLike<number>, unit: Unit): number[][] {
  const items = Array.from(theta);
  return items.map((a, i) =>
    items.map((b, j) => {
      const s = unit(i, j);
      if (s > 0) return (a - b) / s;
      return Math.abs(a - b) > 1e-9 * (Math.abs(a) + Math.abs(b)) ? (a - b) / 0 : NaN;
    }),
  );
}

/** In what the difference of a pair is taken; 0 where it does not vary. */
type Unit = (i: number, j: number) => number;

const unitOf =
  (covariance: Symmetric, studentised: boolean): Unit =>
  (i, j) => {
    const deviation = deviationOf(covariance, i, j);
    return studentised ? deviation : Math.sign(deviation);
  };

/** Standard deviation of a difference; 0 where it is only rounding. */
function deviationOf(covariance: Symmetric, i: number, j: number): number {
  const separate = entry(covariance, i, i) + entry(covariance, j, j);
  const variance = separate - 2 * entry(covariance, i, j);
  return variance > 1e-12 * separate ? Math.sqrt(variance) : 0;
}

interface Asked {
  readonly open: readonly (readonly boolean[])[];
  readonly unit: Unit;
  readonly confidence: number;
}

/** With fewer replicates than this none is far enough out to decide anything: every rank stays possible. */
export const fewestReplicates = (confidence: number): number =>
  Math.ceil(confidence / (1 - confidence) - rounding);

/** A share such as 0.9 is not exact: its quotient with what it leaves of 1 is a little more than 9. */
const rounding = 1e-9;

/** Quantile of the largest deviation over the open pairs. */
function criticalValue({ deviations }: Noise, { open, unit, confidence }: Asked): number {
  const { count, width, values } = deviations;
  const pairs = open.flatMap((row, i) =>
    row.flatMap((isOpen, j) => (isOpen ? [{ i, j, inverse: 1 / unit(i, j) }] : [])),
  );
  if (pairs.length === 0 || count < fewestReplicates(confidence)) return Infinity;
  const largest = new Float64Array(count).fill(-Infinity);
  for (const { i, j, inverse } of pairs)
    for (let b = 0, at = 0; b < count; b++, at += width) {
      const t = (values[at + i] - values[at + j]) * inverse;
      if (t > largest[b]) largest[b] = t;
    }
  return largest.sort()[Math.ceil((count + 1) * confidence - rounding) - 1];
}

function bounds(above: readonly (readonly boolean[])[]): { low: number[]; high: number[] } {
  const number = (flags: readonly boolean[]): number => flags.filter(Boolean).length;
  return {
    low: above.map((_, j) => 1 + number(above.map((row) => row[j]))),
    high: above.map((row) => above.length - number(row)),
  };
}
