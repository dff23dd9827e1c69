/**
 * Is an association the same in every group?
 *
 * Two answers to two questions. Of the correlations: Q = Σ (n_g - 3)(z_g - z̄)² with z = atanh r and z̄ their mean
 * weighted by n_g - 3, chi-square on groups - 1 degrees of freedom (Fisher 1921; Hedges & Olkin 1985), and I² = (Q - df) / Q,
 * the share of the differences beyond chance. Of the slopes: the F test of the interaction, groups with one line each
 * against parallel lines.
 *
 * They can differ: equal slopes with unequal spread give unequal correlations. Assumes independent people and, for Q,
 * bivariate normal pairs; no weights.
 * Hazard: with small groups neither finds much. No evidence of a difference is not evidence of none.
 */
import { marginOf } from "../methods/margin.ts";
import { correlate } from "../methods/pearson.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { fUpper } from "../numeric/f.ts";
import { normalUpper } from "../numeric/normal.ts";

export interface Group {
  /** The code in the grouping column. */
  readonly code: number;
  readonly n: number;
  readonly r: number;
}

export interface Heterogeneity {
  /** By ascending code. */
  readonly groups: readonly Group[];
  /** tanh z̄. */
  readonly pooled: number;
  readonly q: { readonly statistic: number; readonly df: number; readonly p: number };
  /** 0 to 1. */
  readonly iSquared: number;
  /** Of the slopes of y on x; null where nobody would be left to estimate the error. */
  readonly interaction: {
    readonly f: number;
    readonly d: readonly [number, number];
    readonly p: number;
  } | null;
}

/**
 * @param groups codes, of any size
 * @returns null with fewer than two groups, and where one has fewer than four people or no correlation inside -1 to 1
 */
export function correlationHeterogeneity(
  x: Float64Array,
  y: Float64Array,
  groups: Float64Array,
): Heterogeneity | null {
  const margin = marginOf(groups);
  const found = Array.from(margin.values, (code, g) => {
    const rows = Int32Array.from(groups.keys()).filter((row) => margin.codes[row] === g);
    const line = correlate(
      Float64Array.from(rows, (row) => x[row]),
      Float64Array.from(rows, (row) => y[row]),
    );
    return { code, n: rows.length, line };
  });
  const lines = found.flatMap(({ code, n, line }) =>
    line === undefined || n < 4 || Math.abs(line.r) === 1 ? [] : [{ code, n, line }],
  );
  if (lines.length < 2 || lines.length < found.length) return null;
  const sum = (of: (one: (typeof lines)[number]) => number) =>
    lines.reduce((all, one) => all + of(one), 0);
  const z = sum(({ n, line }) => (n - 3) * Math.atanh(line.r)) / sum(({ n }) => n - 3);
  const statistic = sum(({ n, line }) => (n - 3) * (Math.atanh(line.r) - z) ** 2);
  const df = lines.length - 1;
  return {
    groups: lines.map(({ code, n, line }) => ({ code, n, r: line.r })),
    pooled: Math.tanh(z),
    q: { statistic, df, p: chiSquareUpper(statistic, df) },
    iSquared: statistic > df ? (statistic - df) / statistic : 0,
    interaction: interactionOf(lines.map(({ line }) => line)),
  };
}

/** Difference of two groups on Fisher's scale (Cohen's q), and its z test (Fisher 1921). */
export function fisherDifference(one: Omit<Group, "code">, other: Omit<Group, "code">) {
  const difference = Math.atanh(one.r) - Math.atanh(other.r);
  const statistic = difference / Math.sqrt(1 / (one.n - 3) + 1 / (other.n - 3));
  return { difference, statistic, p: 2 * normalUpper(Math.abs(statistic)) };
}

/** Sums of squares around one line per group, against those around parallel lines. */
function interactionOf(lines: readonly NonNullable<ReturnType<typeof correlate>>[]) {
  let [n, xx, xy, yy, apart] = [0, 0, 0, 0, 0];
  for (const { r, mass, sdX, sdY } of lines) {
    n += mass;
    xx += mass * sdX * sdX;
    xy += mass * r * sdX * sdY;
    yy += mass * sdY * sdY;
    apart += mass * sdY * sdY * (1 - r) * (1 + r);
  }
  const d = [lines.length - 1, n - 2 * lines.length] as const;
  if (d[1] < 1 || !(apart > 0)) return null;
  const parallel = yy - (xy * xy) / xx;
  const f = Math.max(0, parallel - apart) / d[0] / (apart / d[1]);
  return { f, d, p: fUpper(f, ...d) };
}
