/** Two categorical sides as a table, and the tests on it. */
import { chiSquareUpper } from "../numeric/chi-square.ts";
import { marginOf } from "./margin.ts";
import { massOf, type Pairs } from "./method.ts";

export interface CrossTable {
  readonly rows: number;
  readonly columns: number;
  /** rows x columns masses, row by row. */
  readonly cells: Float64Array;
  /** The same for the sums of squared weights; absent without weights. */
  readonly squares?: Float64Array;
  readonly rowMass: Float64Array;
  readonly columnMass: Float64Array;
  readonly total: number;
  /** People. */
  readonly n: number;
}

export function crossTable(pairs: Pairs): CrossTable {
  const mass = massOf(pairs);
  const [x, y] = [marginOf(pairs.x, mass), marginOf(pairs.y, mass)];
  const columns = y.values.length;
  const tally = (of: (cell: number) => number) => {
    const cells = new Float64Array(x.values.length * columns);
    for (let i = 0; i < pairs.x.length; i++) cells[x.codes[i] * columns + y.codes[i]] += of(i);
    return cells;
  };
  const { weight, weightSquared, n } = pairs;
  return {
    rows: x.values.length,
    columns,
    cells: tally((i) => (mass === undefined ? 1 : mass[i])),
    ...(weight && { squares: tally((i) => weightSquared?.[i] ?? weight[i] * weight[i]) }),
    rowMass: x.mass,
    columnMass: y.mass,
    total: x.total,
    n,
  };
}

/** Σ (p_ij - p_i. p_.j)² / (p_i. p_.j): Pearson's chi-square divided by n, 0 without association. */
export function meanSquareContingency(table: CrossTable): number {
  const { cells, columns, rowMass, columnMass, total } = table;
  let sum = 0;
  for (let cell = 0, i = 0; i < rowMass.length; i++)
    for (let j = 0; j < columns; j++, cell++) {
      const expected = (rowMass[i] * columnMass[j]) / total;
      sum += (cells[cell] - expected) ** 2 / expected;
    }
  return sum / total;
}

export const degreesOfFreedom = ({ rows, columns }: CrossTable): number =>
  (rows - 1) * (columns - 1);

/** Pearson's chi-square without Yates' correction. */
export function chiSquareTest(table: CrossTable) {
  const statistic = table.n * meanSquareContingency(table);
  const df = degreesOfFreedom(table);
  return { statistic, df, p: chiSquareUpper(statistic, df) };
}

/** G² = 2 Σ n_ij ln(n_ij / expected), which is 2 n times the mutual information in nats. */
export function likelihoodRatio({
  cells,
  columns,
  rowMass,
  columnMass,
  total,
}: CrossTable): number {
  let sum = 0;
  cells.forEach((observed, cell) => {
    const expected = (rowMass[Math.floor(cell / columns)] * columnMass[cell % columns]) / total;
    if (observed > 0) sum += observed * Math.log(observed / expected);
  });
  return 2 * sum;
}
