import { Matrix, pseudoInverse } from "ml-matrix";
import type { CorrelationMatrix } from "../importance/correlations.ts";
import { varies } from "../methods/pearson.ts";
import { place, triangle } from "../numeric/matrix.ts";
import { pick } from "../rows.ts";
import { rowsWith, type Uncorrelated } from "./correlations.ts";

export interface IncompleteNormal {
  readonly ok: true;
  /** One per column. */
  readonly means: Float64Array;
  /** With the number of people as denominator. */
  readonly variances: Float64Array;
  readonly correlations: CorrelationMatrix;
  /** People with at least one number. */
  readonly n: number;
  readonly rounds: number;
}

const settled = 1e-13;
const mostRounds = 20_000;

/**
 * Means, variances and correlations from everybody who answered anything: maximum likelihood under a joint normal
 * distribution, "full information" (FIML), by the EM algorithm run to convergence (Dempster, Laird & Rubin 1977;
 * Little & Rubin 2002, section 11.2).
 *
 * E: what is missing is replaced by its regression on what the same person answered, with the variance the
 * regression leaves. M: moments of the completed data. People who miss the same columns enter together, by their
 * count, means and cross-products, so a round costs the same for a thousand people as for a million.
 *
 * Assumes that holes depend only on what was answered (missing at random), and straight associations. Hazards: a
 * salary that is not applicable is not missing, and must not be completed; standard errors are for the bootstrap.
 *
 * @param columns one number per person, NaN where missing
 */
export function incompleteNormal(
  columns: readonly Float64Array[],
): IncompleteNormal | Uncorrelated {
  const refused = refusal(columns);
  if (refused !== undefined) return refused;
  const scales = columns.map(scaleOf);
  const patterns = patternsOf(
    columns.map((column, j) => column.map((value) => (value - scales[j].mean) / scales[j].sd)),
  );
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  let moments: Moments = {
    mean: Matrix.zeros(columns.length, 1),
    covariance: Matrix.eye(columns.length),
  };
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const next = improved(moments, patterns, n);
    const moved = Math.max(
      Matrix.sub(next.mean, moments.mean).abs().max(),
      Matrix.sub(next.covariance, moments.covariance).abs().max(),
    );
    moments = next;
    if (moved < settled) return { ok: true, n, rounds, ...inUnits(moments, scales) };
  }
  return { ok: false, because: "does not settle", columns: [0, 0] };
}

/** A column without variation, or a pair that hardly anybody answered together, has no correlation to estimate. */
function refusal(columns: readonly Float64Array[]): Uncorrelated | undefined {
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j <= i; j++) {
      const rows = rowsWith([columns[i], columns[j]]);
      if (rows.length < 3) return { ok: false, because: "too few pairs", columns: [j, i] };
      if (i === j && !varies(pick(columns[i], rows)))
        return { ok: false, because: "no variation", columns: [j, i] };
    }
  return undefined;
}

interface Scale {
  readonly mean: number;
  readonly sd: number;
}

function scaleOf(column: Float64Array): Scale {
  const known = column.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / known.length) };
}

/** The people who answered the same columns. */
interface Pattern {
  readonly answered: number[];
  readonly missing: number[];
  readonly n: number;
  /** Of the answered columns: means, and cross-products about them. */
  readonly mean: Matrix;
  readonly products: Matrix;
}

function patternsOf(columns: readonly Float64Array[]): Pattern[] {
  const rowsBy = new Map<string, number[]>();
  for (let row = 0; row < columns[0].length; row++) {
    const key = columns.map((column) => (Number.isNaN(column[row]) ? "-" : "x")).join("");
    const rows = rowsBy.get(key) ?? [];
    rows.push(row);
    rowsBy.set(key, rows);
  }
  const places = (key: string, mark: string) =>
    [...key].flatMap((one, at) => (one === mark ? [at] : []));
  return [...rowsBy].flatMap(([key, rows]) => {
    const answered = places(key, "x");
    if (answered.length === 0) return [];
    const people = new Matrix(rows.map((row) => answered.map((at) => columns[at][row])));
    const means = people.mean("column");
    people.subRowVector(means);
    return {
      answered,
      missing: places(key, "-"),
      n: rows.length,
      mean: Matrix.columnVector(means),
      products: people.transpose().mmul(people),
    };
  });
}

interface Moments {
  readonly mean: Matrix;
  readonly covariance: Matrix;
}

/** One round of EM: sums over people of the completed deviations from the present means, and their products. */
function improved({ mean, covariance }: Moments, patterns: readonly Pattern[], n: number): Moments {
  const size = mean.rows;
  const first = Matrix.zeros(size, 1);
  const second = Matrix.zeros(size, size);
  for (const pattern of patterns) {
    const { answered, missing } = pattern;
    const fill = Matrix.zeros(size, answered.length);
    answered.forEach((at, column) => fill.set(at, column, 1));
    if (missing.length > 0) {
      const between = covariance.selection(missing, answered);
      const slopes = between.mmul(pseudoInverse(covariance.selection(answered, answered)));
      missing.forEach((at, row) => fill.setRow(at, slopes.getRow(row)));
      const left = Matrix.sub(
        covariance.selection(missing, missing),
        slopes.mmul(between.transpose()),
      );
      missing.forEach((a, i) =>
        missing.forEach((b, j) => second.set(a, b, second.get(a, b) + pattern.n * left.get(i, j))),
      );
    }
    const off = Matrix.sub(pattern.mean, mean.selection(answered, [0]));
    const products = Matrix.add(pattern.products, off.mmul(off.transpose()).mul(pattern.n));
    first.add(fill.mmul(off).mul(pattern.n));
    second.add(fill.mmul(products).mmul(fill.transpose()));
  }
  first.div(n);
  return {
    mean: Matrix.add(mean, first),
    covariance: second.div(n).sub(first.mmul(first.transpose())),
  };
}

function inUnits({ mean, covariance }: Moments, scales: readonly Scale[]) {
  const size = scales.length;
  const values = new Float64Array(triangle(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++)
      values[place(i, j)] =
        i === j ? 1 : covariance.get(i, j) / Math.sqrt(covariance.get(i, i) * covariance.get(j, j));
  return {
    means: Float64Array.from(scales, (scale, j) => scale.mean + scale.sd * mean.get(j, 0)),
    variances: Float64Array.from(scales, ({ sd }, j) => sd * sd * covariance.get(j, j)),
    correlations: { size, values },
  };
}
