import { linearisedError, signedEstimate } from "../weights/linearise.ts";
import { tTwoSided } from "../numeric/student-t.ts";
import { exactAtOne, fisherInterval, found, shortfall, zFor } from "./estimates.ts";
import { massOf, type Method, type Pairs } from "./method.ts";

/**
 * Pearson's product-moment correlation: how close the pairs come to a straight line.
 *
 * r = Σ m (x - x̄)(y - ȳ) / sqrt(Σ m (x - x̄)² Σ m (y - ȳ)²), the sums over cells of mass m, centred first.
 * Unweighted: t = r sqrt((n-2) / (1-r²)) with n - 2 df, interval tanh(atanh r ± z / sqrt(n-3)) (Fisher 1921),
 * none below four people. Weighted: linearised (`weights/linearise.ts`).
 *
 * Hazard: one far value can make or hide a correlation, and a bent relation can have r = 0.
 */
export const pearson = {
  id: "pearson",
  label: "Pearson's r",
  symbol: "r",
  meaning:
    "How closely the two numbers follow a straight line, from -1 (falling) over 0 to 1 (rising). It suits measurements without far outliers; a curved relation can hide from it.",
  inference:
    "Interval on Fisher's z scale, none below four people; p by Student's t with n - 2 degrees of freedom. Weighted: the linearised error on the same scale.",
  hazard: "One far value can make or hide it, and a bent relation can have r = 0.",
  reference: "Pearson 1895; interval Fisher 1921",
  range: [-1, 1],
  nothing: 0,
  scale: "linear",
  directed: true,
  symmetric: true,
  accepts: (predictor, outcome) => predictor !== "nominal" && outcome !== "nominal",
  estimate(pairs, confidence) {
    if (pairs.n < 3) return shortfall("too few pairs");
    const line = correlate(pairs.x, pairs.y, massOf(pairs));
    if (line === undefined) return shortfall("no variation");
    if (pairs.weight !== undefined) {
      const error = linearisedError(correlationInfluence(pairs, line), pairs);
      return signedEstimate(line.r, error, confidence);
    }
    const { statistic, df } = correlationTest(line.r, pairs.n);
    return found(
      line.r,
      correlationInterval(line.r, pairs.n, confidence),
      tTwoSided(statistic, df),
    );
  },
} as const satisfies Method;

/** A correlation with the moments it was made of; standard deviations have the mass as denominator. */
export interface Line {
  readonly r: number;
  readonly mass: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly sdX: number;
  readonly sdY: number;
}

/** Undefined where x or y does not vary. Two passes: squares of uncentred numbers would lose the digits. */
export function correlate(x: Float64Array, y: Float64Array, mass?: Float64Array): Line | undefined {
  if (!varies(x) || !varies(y)) return undefined;
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < x.length; i++) {
    const m = mass === undefined ? 1 : mass[i];
    total += m;
    meanX += m * x[i];
    meanY += m * y[i];
  }
  meanX /= total;
  meanY /= total;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    const m = mass === undefined ? 1 : mass[i];
    const dx = x[i] - meanX;
    const dy = y[i] - meanY;
    xx += m * dx * dx;
    yy += m * dy * dy;
    xy += m * dx * dy;
  }
  const r = exactAtOne(xy / Math.sqrt(xx * yy));
  return { r, mass: total, meanX, meanY, sdX: Math.sqrt(xx / total), sdY: Math.sqrt(yy / total) };
}

/** t = r sqrt((n-2-k) / (1-r²)), with n - 2 - k degrees of freedom after k covariates. */
export function correlationTest(r: number, n: number, covariates = 0) {
  const df = n - 2 - covariates;
  return { statistic: r * Math.sqrt(df / ((1 - r) * (1 + r))), df };
}

/** Null where n - 3 - k is not positive: the formula has no width there. */
export function correlationInterval(r: number, n: number, confidence: number, covariates = 0) {
  const left = n - 3 - covariates;
  return left > 0 ? fisherInterval(r, zFor(confidence) / Math.sqrt(left)) : null;
}

/** u = (zx zy - r (zx² + zy²) / 2) / mass, with zx and zy standardised by the weighted moments. */
export function correlationInfluence({ x, y }: Pick<Pairs, "x" | "y">, line: Line): Float64Array {
  const influence = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const zx = (x[i] - line.meanX) / line.sdX;
    const zy = (y[i] - line.meanY) / line.sdY;
    influence[i] = (zx * zy - (line.r / 2) * (zx * zx + zy * zy)) / line.mass;
  }
  return influence;
}

export function varies(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return true;
  return false;
}
