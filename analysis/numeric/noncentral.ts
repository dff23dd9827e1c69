/**
 * Noncentral chi-square and F: the distributions of a test statistic when there *is* an association.
 * Inverting them in the noncentrality gives the intervals of Cramér's V and eta.
 *
 * Both are Poisson mixtures of central distributions, P = Σ_j Pois(j; λ/2) P_j, and the central tails obey
 * P_j = P_{j+1} + m_j with m_j > 0, so the sum is built downwards from the highest j that matters: only
 * additions of positive numbers, hence relative accuracy in the far lower tail too.
 */
import { betaLower, betaMass } from "./beta.ts";
import { gammaLower, poissonMass } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";

/** Chance of the lower tail, and its derivative by the noncentrality (never positive). */
interface Mixture {
  readonly lower: number;
  readonly slope: number;
}

/** A family of central lower tails: P_j, and m_j = P_j - P_{j+1}. */
interface Family {
  readonly tail: (j: number) => number;
  readonly mass: (j: number) => number;
  /** m_{j-1} / m_j. */
  readonly ratio: (j: number) => number;
}

/** P(X <= x) with df degrees of freedom and noncentrality λ >= 0. */
export function noncentralChiSquareLower(x: number, df: number, noncentrality: number): number {
  return x > 0 ? mixture(chiSquareFamily(x, df), noncentrality).lower : 0;
}

/** P(F <= f) with d1 and d2 degrees of freedom and noncentrality λ >= 0. */
export function noncentralFLower(f: number, d: readonly [number, number], noncentrality: number) {
  return f > 0 ? mixture(fFamily(f, d), noncentrality).lower : 0;
}

/** The λ for which x is the p quantile: 0 where x lies below that of the central distribution. */
export function noncentralityOfChiSquare(x: number, df: number, p: number): number {
  return x > 0 ? solve(chiSquareFamily(x, df), p, x - df) : 0;
}

/** The λ for which f is the p quantile: 0 where f lies below that of the central distribution. */
export function noncentralityOfF(f: number, d: readonly [number, number], p: number): number {
  return f > 0 ? solve(fFamily(f, d), p, (f - 1) * d[0]) : 0;
}

/**
 * Newton's method in the root of λ, kept inside the bracket that earlier steps have shown. The root of a noncentral
 * chi-square is near normal with variance 1 about the root of its mean: `excess`, the statistic less its degrees of
 * freedom, tells where to start.
 */
function solve(family: Family, p: number, excess: number): number {
  if (family.tail(0) <= p) return 0;
  let low = 0;
  let high = Infinity;
  let root = Math.max(0.5, Math.sqrt(Math.max(0, excess)) - normalQuantile(p));
  for (let step = 0; step < 100; step++) {
    const { lower, slope } = mixture(family, root * root);
    if (lower > p) low = root;
    else high = root;
    // On the log of the tail a far guess above the solution still gets back in a few steps.
    let next = root - (Math.log(lower / p) * lower) / (slope * 2 * root);
    if (Math.abs(next - root) <= 1e-9 * root) return next * next;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * root : (low + high) / 2;
    root = next;
  }
  return root * root;
}

function mixture(family: Family, noncentrality: number): Mixture {
  const mean = noncentrality / 2;
  let j = Math.ceil(mean + 9 * Math.sqrt(mean) + (mean > 0 ? 12 : 0));
  let weight = poissonMass(j, mean);
  let tail = family.tail(j);
  let mass = family.mass(j);
  let lower = weight * tail;
  let steep = weight * mass;
  while (j > 0) {
    mass = mass < 1e-290 ? family.mass(j - 1) : mass * family.ratio(j);
    tail += mass;
    weight *= j / mean;
    j -= 1;
    lower += weight * tail;
    steep += weight * mass;
    // Below its peak the weight falls faster than geometrically, and no tail exceeds 1.
    if (j < mean && weight * (mean / (mean - j + 1)) < 1e-17 * lower) break;
  }
  return { lower, slope: -0.5 * steep };
}

function chiSquareFamily(x: number, df: number): Family {
  const [half, a] = [x / 2, df / 2];
  return {
    tail: (j) => gammaLower(a + j, half),
    mass: (j) => poissonMass(a + j, half),
    ratio: (j) => (a + j) / half,
  };
}

function fFamily(f: number, [d1, d2]: readonly [number, number]): Family {
  const sum = d1 * f + d2;
  const [x, y, a, b] = [(d1 * f) / sum, d2 / sum, d1 / 2, d2 / 2];
  return {
    tail: (j) => betaLower(x, a + j, b, y),
    mass: (j) => betaMass(x, y, a + j, b) / (a + j),
    ratio: (j) => (a + j) / ((a + b + j - 1) * x),
  };
}
