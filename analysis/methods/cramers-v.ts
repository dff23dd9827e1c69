import { dot } from "../adjusted/basis.ts";
import type { Interval } from "../association.ts";
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { fUpper } from "../numeric/f.ts";
import { noncentralityOfChiSquare } from "../numeric/noncentral.ts";
import { effectiveN } from "../weights/effective-n.ts";
import { degreesOf, deviationsOf, type Units } from "../weights/units.ts";
import {
  crossTable,
  degreesOfFreedom,
  meanSquareContingency,
  type CrossTable,
} from "./cross-table.ts";
import { found, shortfall } from "./estimates.ts";
import { marginOf, type Margin } from "./margin.ts";
import type { Method, Pairs } from "./method.ts";

/**
 * Cramér's V of two sets of categories, corrected for the bias that makes it positive by chance (Bergsma 2013):
 *
 *   V² = max(0, φ² - (r-1)(c-1)/(n-1)) / min(r~ - 1, c~ - 1),   r~ = r - (r-1)²/(n-1), c~ likewise,
 *
 * φ² = chi-square / n. p: chi-square without Yates' correction. Interval: the V = sqrt(λ / (n (min(r,c) - 1))) whose
 * noncentral chi-square distributions put the observed statistic between their tails (Smithson 2003).
 *
 * Weighted: φ² from weighted shares, n in the correction Kish's effective n; p by Rao & Scott's second-order
 * correction (1984); interval from the statistic divided by the mean design effect. (An interval from the linearised
 * standard error was tried: near independence it held the true value in as few as 0 of 100 simulations.)
 *
 * Hazard: with expected counts below five the chi-square p is rough.
 */
export const cramersV = {
  id: "cramers-v",
  label: "Cramér's V",
  symbol: "V",
  meaning:
    "How far the categories of one depend on those of the other, from 0 (not at all) to 1 (completely), without a direction. Corrected for what chance alone would show.",
  inference:
    "Interval by inverting the noncentral chi-square; p by chi-square. Weighted: p by Rao and Scott's second-order correction, interval after division by the mean design effect.",
  hazard: "With expected counts below five the chi-square p is rough.",
  reference: "Cramér 1946; correction Bergsma 2013",
  range: [0, 1],
  nothing: 0,
  scale: "linear",
  directed: false,
  symmetric: true,
  accepts: (predictor, outcome) => isCategories[predictor] && isCategories[outcome],
  estimate(pairs, confidence) {
    const table = crossTable(pairs);
    const df = degreesOfFreedom(table);
    if (df < 1) return shortfall("no variation");
    if (pairs.n <= Math.max(table.rows, table.columns)) return shortfall("too few pairs");
    const square = meanSquareContingency(table);
    const statistic = pairs.n * square;
    if (pairs.weight === undefined) {
      const interval = cramersInterval(table, { statistic, designEffect: 1 }, confidence);
      const p = chiSquareUpper(statistic, df);
      return found(correctedV(table, square, pairs.n), interval, p);
    }
    const { designEffect, p } = raoScott(table, { statistic, pairs });
    const interval = cramersInterval(table, { statistic, designEffect }, confidence);
    return found(correctedV(table, square, effectiveN(pairs)), interval, p);
  },
} as const satisfies Method;

const isCategories = { nominal: true, binary: true, ordinal: true, count: false, interval: false };

/** @param square chi-square / n */
export function correctedV({ rows, columns }: CrossTable, square: number, n: number): number {
  const [r, c] = [rows - 1, columns - 1];
  const corrected = square - (r * c) / (n - 1);
  const most = Math.min(r - (r * r) / (n - 1), c - (c * c) / (n - 1));
  return corrected > rounding && most > 0 ? Math.min(1, Math.sqrt(corrected / most)) : 0;
}

/** A difference this small is none, though its root would look like something. */
const rounding = 1e-14;

/** The interval by inverting the noncentral chi-square, after dividing the statistic by the design effect. */
export function cramersInterval(
  table: CrossTable,
  { statistic, designEffect }: { readonly statistic: number; readonly designEffect: number },
  confidence: number,
): Interval {
  const most = (table.n / designEffect) * (Math.min(table.rows, table.columns) - 1);
  const limit = (tail: number) => {
    const lambda = noncentralityOfChiSquare(
      statistic / designEffect,
      degreesOfFreedom(table),
      tail,
    );
    return Math.min(1, Math.sqrt(lambda / most));
  };
  return { low: limit((1 + confidence) / 2), high: limit((1 - confidence) / 2) };
}

/**
 * Rao & Scott 1984: without association the statistic is distributed like a sum of chi-squares, each times a
 * design effect δ. Its two moments need no matrix: with M the squared weights of a cell over W²,
 * ρ_i = 1 / p_i. - 1 and κ_j = 1 / p_.j - 1,
 *
 *   Σδ  = n Σ_ij M_ij ρ_i κ_j,
 *   Σδ² = n² [(ΣM)² + Σ_i (ρ_i² - 1) M_i.² + Σ_j (κ_j² - 1) M_.j² + Σ_ij (ρ_i² - 1)(κ_j² - 1) M_ij²],
 *
 * because the inner product of two people's contributions is a row factor times a column factor. Then
 * X² / Σδ is compared with F on ν = (Σδ)² / Σδ² and ν (n - 1) degrees of freedom (Thomas & Rao 1987).
 */
function raoScott(
  table: CrossTable,
  { statistic, pairs }: { readonly statistic: number; readonly pairs: Pairs },
): { designEffect: number; p: number } {
  const { first, second, df } = pairs.design
    ? drawnTogether(table, pairs, pairs.design)
    : { ...drawnAlone(table), df: table.n - 1 };
  const nu = first ** 2 / second;
  const p = fUpper(statistic / (table.n * first), nu, nu * df);
  return { designEffect: (table.n * first) / degreesOfFreedom(table), p };
}

/** Σδ / n and Σδ² / n². */
interface Moments {
  readonly first: number;
  readonly second: number;
}

function drawnAlone(table: CrossTable): Moments {
  const { rows, columns, squares = table.cells, rowMass, columnMass, total } = table;
  const rho = rowMass.map((mass) => total / mass - 1);
  const kappa = columnMass.map((mass) => total / mass - 1);
  const bySquare = { row: new Float64Array(rows), column: new Float64Array(columns) };
  let first = 0;
  let second = 0;
  let all = 0;
  for (let cell = 0, i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, cell++) {
      const m = squares[cell] / (total * total);
      first += m * rho[i] * kappa[j];
      second += (rho[i] ** 2 - 1) * (kappa[j] ** 2 - 1) * m * m;
      bySquare.row[i] += m;
      bySquare.column[j] += m;
      all += m;
    }
  second += all * all;
  bySquare.row.forEach((m, i) => (second += (rho[i] ** 2 - 1) * m * m));
  bySquare.column.forEach((m, j) => (second += (kappa[j] ** 2 - 1) * m * m));
  return { first, second };
}

/**
 * Under a design the moments are trace and squared norm of V, the covariance of the totals of the contributions
 * w / W (1[i] - p_i.) (1[j] - p_.j) / sqrt(p_i. p_.j).
 */
function drawnTogether(
  { rowMass, columnMass, total }: CrossTable,
  pairs: Pairs,
  units: Units,
): Moments & { readonly df: number } {
  const [x, y] = [marginOf(pairs.x), marginOf(pairs.y)];
  const side = ({ codes }: Margin, mass: Float64Array, at: number) =>
    Float64Array.from(
      codes,
      (code) => (Number(code === at) - mass[at] / total) / Math.sqrt(mass[at] / total),
    );
  const byRow = Array.from(rowMass, (_, at) => side(x, rowMass, at));
  const byColumn = Array.from(columnMass, (_, at) => side(y, columnMass, at));
  const cells = byRow.flatMap((row) =>
    byColumn.map((column) =>
      deviationsOf(
        row.map((one, i) => (pairs.weight![i] / total) * one * column[i]),
        units,
      ),
    ),
  );
  let first = 0;
  let second = 0;
  for (const one of cells) {
    first += dot(one, one);
    for (const other of cells) second += dot(one, other) ** 2;
  }
  return { first, second, df: degreesOf(units) };
}
