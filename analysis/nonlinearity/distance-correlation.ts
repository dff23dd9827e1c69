/**
 * Distance correlation: an alarm for associations of any shape, 0 only where x and y are independent.
 *
 * Do people who are far apart in x also lie far apart in y? With the distances a_ij = |x_i - x_j| and b_ij doubly
 * centred, dCov² = mean(A B) and dCor = sqrt(dCov² / sqrt(dVar_x² dVar_y²)) (Székely, Rizzo & Bakirov 2007). That is
 * above 0 by chance; U-centring removes the bias, and then t = sqrt(v - 1) R / sqrt(1 - R²) with v = n (n - 3) / 2 is
 * one-sided t on v - 1 degrees of freedom (Székely & Rizzo 2013).
 *
 * In n log n steps, not n²: the means need prefix sums over sorted values, and Σ a_ij b_ij needs, in the order of x,
 * how many people lie below a y and their sums of x, y and x y, kept in a binary indexed tree (Huo & Székely 2016).
 *
 * Hazard: it has no sign and its size is on no familiar scale: show the scatter beside it, do not rank by it.
 */
import { exactAtOne } from "../methods/estimates.ts";
import { inOrder, marginOf, type Margin } from "../methods/margin.ts";
import { varies } from "../methods/pearson.ts";
import { tUpper } from "../numeric/student-t.ts";

export interface DistanceCorrelation {
  /** 0 to 1. */
  readonly value: number;
  readonly covarianceSquared: number;
  /** The unbiased square: around 0, and below it half of the time, where there is no association. */
  readonly correctedSquare: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * @param count people in each entry; absent: one each
 * @returns null with fewer than four people, and where x or y does not vary
 */
export function distanceCorrelation(
  x: Float64Array,
  y: Float64Array,
  count: Float64Array = new Float64Array(x.length).fill(1),
): DistanceCorrelation | null {
  if (y.length !== x.length)
    throw new RangeError(
      `distanceCorrelation requires columns of equal length, got ${x.length} and ${y.length}`,
    );
  const n = sum(count);
  if (n < 4 || !varies(x) || !varies(y)) return null;
  const [a, b] = [sideOf(x, count), sideOf(y, count)];
  const [sumsA, sumsB] = [distanceSums(a, count), distanceSums(b, count)];
  const rows = (one: Float64Array, other: Float64Array) => dot(weighted(one, count), other);
  const products = {
    ab: {
      entries: crossDistances(a, b, count),
      rows: rows(sumsA.rows, sumsB.rows),
      all: sumsA.all * sumsB.all,
    },
    aa: {
      entries: squaredDistances(a.values, count),
      rows: rows(sumsA.rows, sumsA.rows),
      all: sumsA.all ** 2,
    },
    bb: {
      entries: squaredDistances(b.values, count),
      rows: rows(sumsB.rows, sumsB.rows),
      all: sumsB.all ** 2,
    },
  };
  // Σ A B by expanding what the centring takes away.
  const plain = ({ entries, rows, all }: Products) =>
    (entries - (2 * rows) / n + all / (n * n)) / (n * n);
  const unbiased = ({ entries, rows, all }: Products) =>
    (entries - (2 * rows) / (n - 2) + all / ((n - 1) * (n - 2))) / (n * (n - 3));
  const covarianceSquared = Math.max(0, plain(products.ab));
  const spread = Math.sqrt(plain(products.aa) * plain(products.bb));
  const [xx, yy] = [unbiased(products.aa), unbiased(products.bb)];
  // With few people and many ties nothing may be left; the statistic then is 0 by definition.
  const left = Math.min(xx / plain(products.aa), yy / plain(products.bb)) > 1e-10;
  const ratio = left ? unbiased(products.ab) / Math.sqrt(xx * yy) : 0;
  const correctedSquare = exactAtOne(ratio);
  const df = (n * (n - 3)) / 2 - 1;
  const t = correctedSquare * Math.sqrt(df / ((1 - correctedSquare) * (1 + correctedSquare)));
  return {
    value: Math.min(1, Math.sqrt(covarianceSquared / spread)),
    covarianceSquared,
    correctedSquare,
    t,
    df,
    p: Math.max(tUpper(t, df), Number.MIN_VALUE),
  };
}

interface Products {
  /** Σ_ij a_ij b_ij. */
  readonly entries: number;
  /** Σ_i a_i. b_i. */
  readonly rows: number;
  /** a.. b.. */
  readonly all: number;
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

const weighted = (values: Float64Array, count: Float64Array): Float64Array =>
  values.map((value, i) => value * count[i]);

interface Side {
  /** Less their mean. */
  readonly values: Float64Array;
  readonly margin: Margin;
}

function sideOf(values: Float64Array, count: Float64Array): Side {
  const mean = dot(values, count) / sum(count);
  const centred = values.map((value) => value - mean);
  const margin = marginOf(values, count);
  return { values: centred, margin: { ...margin, values: margin.values.map((v) => v - mean) } };
}

/** Each entry's distances to all people, and the sum of those over people. */
function distanceSums({ values, margin }: Side, count: Float64Array) {
  const { values: distinct, codes, mass, total } = margin;
  const all = dot(values, count);
  const sums = new Float64Array(distinct.length);
  let [people, below] = [0, 0];
  distinct.forEach((value, code) => {
    people += mass[code];
    below += mass[code] * value;
    sums[code] = (2 * people - total) * value + all - 2 * below;
  });
  const rows = Float64Array.from(codes, (code) => sums[code]);
  return { rows, all: dot(rows, count) };
}

/** Σ_ij (x_i - x_j)² of centred values. */
const squaredDistances = (values: Float64Array, count: Float64Array): number =>
  2 * (sum(count) * dot(weighted(values, count), values) - dot(values, count) ** 2);

/** Σ_ij |x_i - x_j| |y_i - y_j|: in the order of x, everybody against those before. */
function crossDistances(one: Side, other: Side, count: Float64Array): number {
  const [x, y] = [one.values, other.values];
  const { values, codes } = other.margin;
  const below = new SumsBelow(values.length);
  const before = new Float64Array(4);
  const [under, self] = [new Float64Array(4), new Float64Array(4)];
  let sum = 0;
  for (const i of inOrder(one.margin)) {
    const [xi, yi, people] = [x[i], y[i], count[i]];
    below.read(codes[i], under);
    // Σ (x_i - x_j)(y_i - y_j) over those below y_i, less the same over those above.
    const signed = (k: number) => 2 * under[k] - before[k];
    sum += people * (xi * yi * signed(0) - yi * signed(1) - xi * signed(2) + signed(3));
    self.set([people, people * xi, people * yi, people * xi * yi]);
    below.add(codes[i], self);
    for (let k = 0; k < 4; k++) before[k] += self[k];
  }
  return 2 * sum;
}

/** Running sums of people, x, y and x y over all codes up to one, in log steps (Fenwick 1994). */
class SumsBelow {
  readonly #sums: Float64Array;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#sums = new Float64Array(4 * (size + 1));
  }

  add(code: number, by: Float64Array): void {
    for (let at = code + 1; at <= this.#size; at += at & -at)
      for (let k = 0; k < 4; k++) this.#sums[4 * at + k] += by[k];
  }

  /** Sums over codes 0 to `code`. */
  read(code: number, into: Float64Array): void {
    into.fill(0);
    for (let at = code + 1; at > 0; at -= at & -at)
      for (let k = 0; k < 4; k++) into[k] += this.#sums[4 * at + k];
  }
}
