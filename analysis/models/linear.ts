import { dot } from "../adjusted/basis.ts";
import { fUpper } from "../numeric/f.ts";
import { varies } from "../methods/pearson.ts";
import { dualsOf, leastSquares, type Fit } from "./least-squares.ts";
import { leftOutErrors } from "./left-out.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface LinearModel {
  readonly ok: true;
  /** In units of the outcome. */
  readonly coefficients: readonly Coefficient[];
  /** Terms that are combinations of earlier ones. */
  readonly dropped: readonly string[];
  readonly n: number;
  /** n less the rows of the model. */
  readonly df: number;
  readonly rSquared: number;
  /** Less what as many columns of chance would explain (Ezekiel 1930). */
  readonly adjustedRSquared: number;
  /** Standard deviation of what is left. */
  readonly sigma: number;
  /** Of "no term but the intercept is associated"; 0 terms: F 0, p 1. */
  readonly f: {
    readonly value: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  };
  /** 2 (k + 1) - 2 log likelihood (Akaike 1974); -Infinity where nothing is left to explain. */
  readonly aic: number;
}

export interface LinearOptions {
  readonly confidence: number;
  /** Absent: "HC3", or "CR1" where there are clusters. */
  readonly errors?: ErrorKind;
  /** Precision weights, positive; survey weights belong in `designModel`. */
  readonly weights?: Float64Array;
  /** Who belongs together, one number per person; needed for "CR1". */
  readonly clusters?: ArrayLike<number>;
}

/**
 * Linear regression by least squares: what one more of each term goes with, the others held constant.
 *
 * b = (X' W X)⁻¹ X' W y by QR, t on n - k degrees of freedom. Standard errors:
 *   classical  σ² (X' W X)⁻¹: right where the spread around the line is the same everywhere (Gauss 1823)
 *   HC1        Σ (b_i e_i)² n / (n - k) (Hinkley 1977)
 *   HC3        Σ (b_i e_i / (1 - h_i))²: the safe choice below 250 people (MacKinnon & White 1985; Long & Ervin 2000)
 *   CR1        sums within clusters first, G/(G-1) (n-1)/(n-k), df G - 1 (Liang & Zeger 1986; Cameron & Miller 2015)
 * where b_i is what person i's outcome moves the coefficient by and h_i the leverage.
 *
 * Assumes that the association is straight and that people (or clusters) are independent of each other.
 * Hazards: a coefficient is not a consequence; with fewer than 20 clusters CR1 is too small; one far value can
 * carry a line.
 */
export function linearModel(
  y: Float64Array,
  terms: readonly Term[],
  options: LinearOptions,
): LinearModel | Unfitted {
  const { weights, clusters, confidence } = options;
  const errors = options.errors ?? (clusters === undefined ? "HC3" : "CR1");
  if (errors === "CR1" && clusters === undefined)
    throw new RangeError("linearModel requires clusters for CR1");
  if (!varies(y)) return unfitted("no variation");
  const fit = leastSquares(y, terms, weights?.map(Math.sqrt));
  const n = y.length;
  const df = n - fit.values.length;
  if (df < 1 || (errors === "CR1" && groupsIn(clusters!) < 2)) return unfitted("too few people");
  const { se, df: own = df } = errorKinds[errors](fit, clusters);
  return {
    ok: true,
    coefficients: fit.terms.map((term, j) =>
      coefficientOf({ term, value: fit.values[j], se: se[j] }, { df: own, confidence }),
    ),
    dropped: fit.dropped,
    n,
    df,
    ...quality(fit, weights),
  };
}

/** Sums of squares of what is explained and what is left, and what follows from them. */
function quality({ residual, values }: Fit, weights: Float64Array | undefined) {
  const n = residual.values.length;
  const k = values.length;
  const df = n - k;
  const slopes = residual.onto.subarray(1);
  const explained = dot(slopes, slopes);
  const left = residual.length ** 2;
  const rSquared = explained / (explained + left);
  const f = k === 1 ? 0 : explained / (k - 1) / (left / df);
  const logWeights = weights?.reduce((sum, w) => sum + Math.log(w), 0) ?? 0;
  return {
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / df,
    sigma: Math.sqrt(left / df),
    f: { value: f, df1: k - 1, df2: df, p: k === 1 ? 1 : fUpper(f, k - 1, df) },
    aic: 2 * (k + 1) + n * (Math.log((2 * Math.PI * left) / n) + 1) - logWeights,
  };
}

interface Errors {
  /** One standard error per row. */
  readonly se: Float64Array;
  /** Absent: n - k. */
  readonly df?: number;
}

export type ErrorKind = "classical" | "HC1" | "HC3" | "CR1";

const errorKinds: Record<ErrorKind, (fit: Fit, clusters?: ArrayLike<number>) => Errors> = {
  classical: ({ basis, residual, values }) => {
    const sigma = residual.length / Math.sqrt(residual.values.length - values.length);
    return { se: Float64Array.from(dualsOf(basis), (dual) => sigma * Math.sqrt(dot(dual, dual))) };
  },
  HC1: (fit) => {
    const n = fit.residual.values.length;
    const scale = Math.sqrt(n / (n - fit.values.length));
    return { se: robust(fit, (e) => e).map((one) => one * scale) };
  },
  HC3: (fit) => {
    const errors = leftOutErrors(fit);
    return { se: robust(fit, (_, i) => errors[i]) };
  },
  CR1: ({ basis, residual, values }, clusters) => {
    const n = residual.values.length;
    const groups = groupsIn(clusters!);
    const scale = (groups / (groups - 1)) * ((n - 1) / (n - values.length));
    const se = Float64Array.from(dualsOf(basis), (dual) => {
      const totals = new Map<number, number>();
      for (let i = 0; i < n; i++) {
        const before = totals.get(clusters![i]) ?? 0;
        totals.set(clusters![i], before + dual[i] * residual.values[i]);
      }
      const squares = [...totals.values()].reduce((sum, total) => sum + total * total, 0);
      return Math.sqrt(scale * squares);
    });
    return { se, df: groups - 1 };
  },
};

const groupsIn = (clusters: ArrayLike<number>): number => new Set(Array.from(clusters)).size;

function robust({ basis, residual }: Fit, of: (e: number, i: number) => number): Float64Array {
  const errors = residual.values.map(of);
  return Float64Array.from(dualsOf(basis), (dual) => {
    const scores = dual.map((d, i) => d * errors[i]);
    return Math.sqrt(dot(scores, scores));
  });
}
