/** What remains of a correlation when other columns are held constant. */
import type { Estimate } from "../association.ts";
import { exactAtOne, found, shortfall } from "../methods/estimates.ts";
import { marginOf, midRanks, type Margin } from "../methods/margin.ts";
import { correlationInterval, correlationTest } from "../methods/pearson.ts";
import { shareEstimate } from "../methods/share.ts";
import { addRankInfluence } from "../methods/spearman.ts";
import { tTwoSided } from "../numeric/student-t.ts";
import { designDf, signedEstimate } from "../weights/linearise.ts";
import { scoreTestP } from "../weights/score-test.ts";
import { deviationsOf, type Units } from "../weights/units.ts";
import {
  basisOf,
  coefficients,
  dot,
  extend,
  residualOf,
  type Basis,
  type Residual,
} from "./basis.ts";

/** All columns have one number per person, none missing. */
export interface PartialOptions {
  readonly covariates: readonly Float64Array[];
  /** Positive; absent: everybody counts once. */
  readonly weights?: Float64Array;
  /** Who was drawn together, where not everybody was drawn alone; with weights only. */
  readonly design?: Units;
  readonly confidence: number;
  /** Correlate mid-ranks instead of the numbers themselves, those of the covariates too. */
  readonly ranks?: boolean;
}

export interface Partial {
  readonly estimate: Estimate;
  /** Rank of the covariates without the intercept: a column that repeats others does not count. */
  readonly covariates: number;
}

/**
 * Partial correlation: Pearson's r of what least squares on the covariates leaves of x and of y.
 *
 * t = r sqrt((n-2-k) / (1-r²)) with n - 2 - k degrees of freedom, interval tanh(atanh r ± z / sqrt(n-k-3))
 * (Fisher 1924), k the rank of the covariates. Weighted: weighted least squares; fitting the covariates adds nothing
 * to the linearised error to first order (the residuals are orthogonal to them), df = n - 1 - k, under a design
 * units - strata - k.
 *
 * Hazard: covariates that come after the experience take away part of what is asked about.
 */
export function partialCorrelation(
  x: Float64Array,
  y: Float64Array,
  options: PartialOptions,
): Partial {
  const { weights, confidence } = options;
  const n = x.length;
  const given = [x, y, ...options.covariates];
  const ranked = options.ranks === true ? given.map((column) => rankedColumn(column, weights)) : [];
  const [a, b, ...others] = options.ranks === true ? ranked.map(({ ranks }) => ranks) : given;
  const basis = basisOf(others, n, weights?.map(Math.sqrt));
  const covariates = basis.from.length;
  const of = (estimate: Estimate): Partial => ({ estimate, covariates });
  if (n - 2 - covariates < 1) return of(shortfall("too few pairs"));
  const [left, right] = [residualOf(a, basis), residualOf(b, basis)];
  if (left.length === 0 || right.length === 0) return of(shortfall("no variation"));
  const r = exactAtOne(dot(left.values, right.values) / (left.length * right.length));
  if (weights === undefined) {
    const { statistic, df } = correlationTest(r, n, covariates);
    const interval = correlationInterval(r, n, confidence, covariates);
    return of(found(r, interval, tTwoSided(statistic, df)));
  }
  const influence = weightedInfluence(r, left, right);
  addRanks(influence, { r, basis, residuals: [left, right], ranked, weights });
  const df = designDf({ n, ...options }) - covariates;
  if (df < 1) return of(shortfall("too few pairs"));
  const scores = options.design ? deviationsOf(influence, options.design) : influence;
  const variance = (options.design ? 1 : n / (n - 1)) * dot(scores, scores);
  return of(signedEstimate(r, { se: Math.sqrt(variance), df }, confidence));
}

/**
 * Multiple partial correlation: the root of the share of y's variance that a block of columns adds to the covariates,
 * of what the covariates leave. With one column it is the size of the partial correlation.
 *
 * F test on q and n - 1 - k - q degrees of freedom, interval by inverting the noncentral F (`methods/share.ts`).
 * Weighted: the joint quasi-score test, and F divided by the mean design effect for the interval.
 */
export function multiplePartialCorrelation(
  block: readonly Float64Array[],
  y: Float64Array,
  options: PartialOptions,
): Partial {
  const { weights, confidence } = options;
  const n = y.length;
  const basis = basisOf(options.covariates, n, weights?.map(Math.sqrt));
  const covariates = basis.from.length;
  const of = (estimate: Estimate): Partial => ({ estimate, covariates });
  const { values, length } = residualOf(y, basis);
  const added = extend(basis, block).columns.slice(basis.columns.length);
  const d = [added.length, n - 1 - covariates - added.length] as const;
  if (d[0] === 0 || length === 0) return of(shortfall("no variation"));
  if (d[1] < 1) return of(shortfall("too few pairs"));
  const totals = Float64Array.from(added, (column) => dot(column, values));
  const share = Math.min(1, dot(totals, totals) / (length * length));
  if (weights === undefined) return of(shareEstimate({ share, d }, confidence));
  const { design } = options;
  const df = designDf({ n, ...options }) - covariates;
  if (df < 1) return of(shortfall("too few pairs"));
  const scores = added.map((column) => {
    const own = column.map((q, i) => q * values[i]);
    return design ? deviationsOf(own, design) : own;
  });
  const designEffect =
    ((n / (length * length)) * scores.reduce((sum, score) => sum + dot(score, score), 0)) / d[0];
  const scale = design ? 1 : (df + 1) / df;
  const covariance = (i: number, j: number) => scale * dot(scores[i], scores[j]);
  const p = scoreTestP({ totals, covariance, df });
  return of(shareEstimate({ share, d, design: { designEffect, p } }, confidence));
}

/** w u for every person: zx zy - r (zx² + zy²) / 2 with residuals of length 1. */
function weightedInfluence(r: number, left: Residual, right: Residual): Float64Array {
  const influence = new Float64Array(left.values.length);
  for (let i = 0; i < influence.length; i++) {
    const zx = left.values[i] / left.length;
    const zy = right.values[i] / right.length;
    influence[i] = zx * zy - (r / 2) * (zx * zx + zy * zy);
  }
  return influence;
}

interface RankedColumn {
  readonly margin: Margin;
  readonly ranks: Float64Array;
}

function rankedColumn(column: Float64Array, weights: Float64Array | undefined): RankedColumn {
  const margin = marginOf(column, weights);
  return { margin, ranks: midRanks(margin) };
}

interface Ranked {
  readonly r: number;
  readonly basis: Basis;
  readonly residuals: readonly [Residual, Residual];
  /** x, y and the covariates; none where the numbers themselves are correlated. */
  readonly ranked: readonly RankedColumn[];
  readonly weights: Float64Array;
}

/**
 * Adds, times w, what each person does to everybody's ranks: of x, of y and, through their coefficients, of the
 * covariates. Ranks of two values are the values moved and stretched, to which correlations are blind.
 */
function addRanks(influence: Float64Array, { r, basis, residuals, ranked, weights }: Ranked): void {
  if (ranked.length === 0) return;
  const [left, right] = residuals;
  const [byX, byY] = [new Float64Array(influence.length), new Float64Array(influence.length)];
  for (let i = 0; i < influence.length; i++) {
    const zx = left.values[i] / left.length;
    const zy = right.values[i] / right.length;
    byX[i] = (basis.roots![i] * (zy - r * zx)) / left.length;
    byY[i] = (basis.roots![i] * (zx - r * zy)) / right.length;
  }
  const added = new Float64Array(influence.length);
  const add = (column: RankedColumn, derivative: Float64Array) => {
    if (column.margin.values.length > 2) addRankInfluence(added, { ...column, derivative });
  };
  add(ranked[0], byX);
  add(ranked[1], byY);
  const [slopesX, slopesY] = residuals.map(({ onto }) => coefficients(basis, onto));
  basis.from.forEach((column, j) =>
    add(
      ranked[column + 2],
      byX.map((dx, i) => -(slopesX[j] * dx + slopesY[j] * byY[i])),
    ),
  );
  for (let i = 0; i < influence.length; i++) influence[i] += weights[i] * added[i];
}
