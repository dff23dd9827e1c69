/**
 * The polychoric correlation: that of two normal variables which nobody sees, of which two ordered answers are
 * what is left after cutting each at thresholds. With two categories each it is the tetrachoric correlation.
 *
 * Two steps (Olsson 1979): thresholds from the margins, a_i = Φ⁻¹(share of people up to category i), then the rho
 * that maximises Σ n_ij ln π_ij(rho), where π_ij is the bivariate normal mass of the cell. No continuity correction:
 * a half in each empty cell of a larger table pulls rho towards 0 (Savalei 2011).
 *
 * Assumes that the two latent variables are bivariate normal; `polychoricInference` tests that, and where it is
 * badly rejected the number is a description of the table and not of anything behind it.
 * Hazard: it is larger than Pearson's r of the same codes and must not be ranked beside it. A 2 x 2 table with an
 * empty cell has no estimate (see `tetrachoric.ts`).
 *
 * Weighted: the table of weights; its error then comes from replicates only.
 */
import type { CrossTable } from "../methods/cross-table.ts";
import { normalDensity } from "../numeric/normal.ts";
import { densityAt, distributionAt, emptyDensity, moveDistribution, overCell } from "./corners.ts";
import { leastMass } from "./information.ts";
import { peak, type Slope } from "./peak.ts";
import { cutsOf, type Thresholds } from "./thresholds.ts";

export type LatentCorrelation =
  | { readonly ok: true; readonly rho: number; readonly thresholds: Thresholds }
  | { readonly ok: false; readonly because: "no variation" }
  | {
      readonly ok: false;
      /** The likelihood rises to -1 or 1, or hardly depends on rho. */
      readonly because: "no interior maximum";
      readonly edge: -1 | 1;
      readonly thresholds: Thresholds;
    };

/** @param table categories in their order, each with somebody in it, as `crossTable` makes it */
export function polychoric(table: CrossTable): LatentCorrelation {
  if (table.rows < 2 || table.columns < 2) return { ok: false, because: "no variation" };
  const thresholds = thresholdsOf(table);
  const edge = edgeOfTwoByTwo(table);
  if (edge !== 0) return { ok: false, because: "no interior maximum", edge, thresholds };
  const start = firstTerm(table, thresholds);
  const found = peak(likelihoodSlope(table, thresholds), start);
  return found.edge === 0
    ? { ok: true, rho: found.rho, thresholds }
    : { ok: false, because: "no interior maximum", edge: found.edge, thresholds };
}

const thresholdsOf = ({ rowMass, columnMass, total }: CrossTable): Thresholds => ({
  x: cutsOf({ mass: rowMass, total }),
  y: cutsOf({ mass: columnMass, total }),
});

/** 1 or -1 where a 2 x 2 table has nobody in a cell off or on the main diagonal, 0 where no cell is empty. */
function edgeOfTwoByTwo({ cells, rows, columns }: CrossTable): -1 | 0 | 1 {
  if (rows > 2 || columns > 2) return 0;
  const [n00, n01, n10, n11] = cells;
  if (n00 * n11 === 0) return -1;
  return n01 * n10 === 0 ? 1 : 0;
}

/** The rho of the first term of Mehler's series: the covariance of the codes is rho Σ φ(a_i) Σ φ(b_j) + O(rho²). */
function firstTerm(table: CrossTable, { x, y }: Thresholds): number {
  const { cells, columns, total } = table;
  let [sumX, sumY, sumXY] = [0, 0, 0];
  for (let cell = 0; cell < cells.length; cell++) {
    const [i, j] = [Math.floor(cell / columns), cell % columns];
    sumX += cells[cell] * i;
    sumY += cells[cell] * j;
    sumXY += cells[cell] * i * j;
  }
  const covariance = (sumXY - (sumX * sumY) / total) / total;
  const densities = (at: Float64Array) => at.reduce((sum, z) => sum + normalDensity(z), 0);
  return covariance / (densities(x) * densities(y));
}

/** Derivatives of Σ n_ij ln π_ij in rho, the distribution carried along from one rho to the next. */
function likelihoodSlope(table: CrossTable, thresholds: Thresholds): (rho: number) => Slope {
  const { cells, columns, n, total } = table;
  const stride = columns + 1;
  const corners = distributionAt(thresholds, 0);
  const densities = emptyDensity(thresholds);
  let before = 0;
  return (rho) => {
    moveDistribution(corners, thresholds, [before, rho]);
    before = rho;
    const { density, slope } = densityAt(thresholds, rho, densities);
    let [first, second] = [0, 0];
    for (let cell = 0, row = 0; cell < cells.length; row++)
      for (let at = row * stride, j = 0; j < columns; j++, at++, cell++) {
        if (cells[cell] === 0) continue;
        const inverse = 1 / Math.max(overCell(corners, at, stride), leastMass);
        const relative = overCell(density, at, stride) * inverse;
        first += cells[cell] * relative;
        second += cells[cell] * (overCell(slope, at, stride) * inverse - relative * relative);
      }
    return { first: (first * n) / total, second: (second * n) / total };
  };
}
