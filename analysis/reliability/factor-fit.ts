/**
 * Does one thing lie behind all items of a scale? The one-factor model (one-factor.ts) and how well it fits.
 *
 * Beside the chi-square of normal answers stands the one scaled for answers as they are, χ² / c with c = tr(U Γ) / df
 * (Satorra & Bentler 1994): U is what the model leaves of the information on covariances, Γ the covariance of the
 * products of deviations, taken from the people. With z a person's deviations, W = Σ⁻¹ and D = z z' - S,
 *
 *   tr(U Γ) = mean of ½ tr(W D W D) - g' I⁻¹ g,   g the slopes of ½ tr(W D W Σ) in the parameters, I their information.
 *
 * Example: nine tests of ability (Holzinger & Swineford 1939) have χ² 312 on 27 degrees of freedom and a CFI of .68: they
 * are more than one ability.
 *
 * Four items or more: three always fit. Hazards as in fit.ts; a scale can fit one factor and still be too short, and
 * one that does not fit may serve as a sum, but not as a measure of one thing.
 */
import { dot } from "../adjusted/basis.ts";
import { varies } from "../methods/pearson.ts";
import { entry, lowerRoot, solveRoot, symmetricOf, type Symmetric } from "../numeric/matrix.ts";
import { covariances, logDeterminant, standardised, toCorrelations } from "./covariances.ts";
import { chiSquareOf, fitIndices, type ChiSquare, type FitIndices } from "./fit.ts";
import {
  informationOf,
  inverseOf,
  misfit,
  oneFactor,
  times,
  type OneFactor,
} from "./one-factor.ts";

export type FactorFit =
  | ({
      readonly ok: true;
      readonly n: number;
      /** In units of the items. */
      readonly factor: OneFactor;
      /** Satorra & Bentler's, and what the plain one was divided by: above 1 where answers have long tails. */
      readonly scaled: ChiSquare & { readonly by: number };
    } & FitIndices)
  | NoFactor;

export interface NoFactor {
  readonly ok: false;
  readonly because:
    | "too few items"
    | "too few people"
    | "no variation"
    | "items determine each other"
    | "one factor does not describe the items";
}

export interface FactorFitOptions {
  /** Of the interval of RMSEA; absent: 0.9, as is customary. */
  readonly confidence?: number;
}

/** @param items columns of the same people, none missing */
export function factorFit(
  items: readonly Float64Array[],
  { confidence = 0.9 }: FactorFitOptions = {},
): FactorFit {
  const k = items.length;
  if (k < 4) return { ok: false, because: "too few items" };
  const n = items[0].length;
  if (n <= k) return { ok: false, because: "too few people" };
  if (!items.every(varies)) return { ok: false, because: "no variation" };
  const observed = covariances(items);
  const correlations = toCorrelations(observed);
  const determinant = logDeterminant(correlations);
  if (determinant === undefined) return { ok: false, because: "items determine each other" };
  const [factor, standardised] = [observed, correlations].map(oneFactor);
  if (factor === undefined || standardised === undefined)
    return { ok: false, because: "one factor does not describe the items" };
  const df = (k * (k - 3)) / 2;
  const plain = chiSquareOf(n * (misfit(correlations, standardised) - determinant - k), df);
  const by = scalingOf(items, { correlations, model: standardised, df });
  return {
    ok: true,
    n,
    factor,
    scaled: { ...chiSquareOf(plain.statistic / by, df), by },
    ...fitIndices(
      {
        chiSquare: plain,
        baseline: chiSquareOf(-n * determinant, (k * (k - 1)) / 2),
        n,
        groups: 1,
        srmr: residualSize(correlations, standardised),
      },
      confidence,
    ),
  };
}

function residualSize(correlations: Symmetric, { loadings, own }: OneFactor): number {
  let squares = 0;
  for (let i = 0; i < loadings.length; i++)
    for (let j = 0; j <= i; j++)
      squares +=
        (entry(correlations, i, j) - loadings[i] * loadings[j] - (i === j ? own[i] : 0)) ** 2;
  return Math.sqrt(squares / correlations.values.length);
}

interface Scaling {
  readonly correlations: Symmetric;
  /** Of the correlations. */
  readonly model: OneFactor;
  readonly df: number;
}

function scalingOf(items: readonly Float64Array[], { correlations, model, df }: Scaling): number {
  const k = items.length;
  const n = items[0].length;
  const z = items.map(standardised);
  const inverse = inverseOf(model);
  const root = lowerRoot(informationOf(model));
  const middle = sandwich(inverse, correlations);
  let squared = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) squared += entry(middle, i, j) * entry(correlations, i, j);
  const onLoadings = times(middle, model.loadings);
  const person = new Float64Array(k);
  const slopes = new Float64Array(2 * k);
  let sum = 0;
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < k; i++) person[i] = z[i][row];
    const t = times(inverse, person);
    const along = dot(t, model.loadings);
    for (let i = 0; i < k; i++) {
      slopes[i] = t[i] * along - onLoadings[i];
      slopes[k + i] = (t[i] * t[i] - entry(middle, i, i)) / 2;
    }
    const square = dot(person, t) ** 2 - 2 * dot(t, times(correlations, t)) + squared;
    sum += square / 2 - dot(slopes, solveRoot(root, slopes));
  }
  return sum / n / df;
}

/** A B A. */
function sandwich(a: Symmetric, b: Symmetric): Symmetric {
  const rows = Array.from({ length: a.size }, (_, i) =>
    Float64Array.from({ length: a.size }, (_, j) => entry(a, i, j)),
  );
  const through = rows.map((row) => times(b, row));
  return symmetricOf(a.size, (i, j) => dot(through[i], rows[j]));
}
