/**
 * All correlations of a set of columns, every pair on the people who have both (pairwise deletion).
 *
 * Pearson's r, or Spearman's rho: Pearson's r of the mid-ranks among the people of the pair. Weighted: moments by
 * weight, and mid-ranks of the weighted distribution. The same numbers as `methods/pearson.ts` and
 * `methods/spearman.ts` give for each pair alone, to about 1e-13, and the same bytes on every machine and for any
 * number of parts.
 *
 * Hazard: entries are of different people, so the matrix may be one that no data can have: to be looked at, not to
 * be fed into a regression.
 *
 * Which way is taken: items with few values are counted (`joint-tables.ts`); other columns are multiplied
 * (`holed-moments.ts`), and pairs whose sums would lose digits are visited person by person.
 */
import { exactAtOne } from "../methods/estimates.ts";
import { correlate } from "../methods/pearson.ts";
import type { Column } from "../table.ts";
import { centredColumns, type Centred } from "./centred.ts";
import { emptyTable, enter, type CorrelationTable, type Found } from "./correlation-table.ts";
import { discrete, type Discrete } from "./discrete.ts";
import { holedMoments, type PairMoments } from "./holed-moments.ts";
import { rowsWithWeight } from "./joint-counts.ts";
import { jointTables, type Part } from "./joint-tables.ts";
import type { Machine } from "./kernels.ts";
import { ordered, rankCorrelator } from "./rank-correlation.ts";
import { tableCorrelator } from "./table-correlation.ts";

export interface MatrixOptions {
  readonly method?: "pearson" | "spearman";
  /** One per person; people without a positive weight are left out. */
  readonly weights?: Float64Array;
  /** A share of the pairs, for one of several workers; see `joinParts`. */
  readonly part?: Part;
  readonly machine?: Machine;
}

/** @param columns of equal length; nominal ones are taken by their codes */
export function correlationMatrix(
  columns: readonly Column[],
  options: MatrixOptions = {},
): CorrelationTable {
  check(columns, options);
  const table = emptyTable(columns.length);
  const items = columns.map(discrete);
  const { method = "pearson" } = options;
  const most = method === "pearson" ? mostCounted : Infinity;
  const counted = items.flatMap((item, i) => (item && item.values.length <= most ? [i] : []));
  const others = columns.flatMap((_, i) => (counted.includes(i) ? [] : [i]));
  const enterAt = (i: number, j: number, found: Found) => enter(table, [i, j], found);
  count(
    counted.map((i) => [i, items[i]!]),
    options,
    enterAt,
  );
  if (others.length === 0) return table;
  const work = { columns, order: [...others, ...counted], most: others.length, options };
  if (method === "pearson") multiply(work, enterAt);
  else rankEach(work, enterAt);
  return table;
}

/** With more values fewer pairs share an increment, and multiplying is the quicker way to a Pearson correlation. */
const mostCounted = 7;

function check(columns: readonly Column[], { weights, part }: MatrixOptions): void {
  const rows = columns[0]?.values.length ?? 0;
  const lengths = [...columns.map(({ values }) => values.length), weights?.length ?? rows];
  if (lengths.some((length) => length !== rows))
    throw new RangeError(
      `correlationMatrix requires columns and weights of one length, got ${[...new Set(lengths)].join(" and ")}`,
    );
  if (part !== undefined && !(part.index >= 0 && part.index < part.of))
    throw new RangeError(`correlationMatrix requires a part below ${part.of}, got ${part.index}`);
}

type Enter = (i: number, j: number, found: Found) => void;

function count(
  items: readonly (readonly [at: number, item: Discrete])[],
  { method, weights, part, machine }: MatrixOptions,
  enterAt: Enter,
): void {
  const keep = weights && rowsWithWeight(weights);
  const correlation = tableCorrelator({
    ranks: method === "spearman",
    weighted: weights !== undefined,
  });
  jointTables(
    items.map(([, item]) => item),
    "each other",
    {
      keep: keep?.length === weights?.length ? undefined : keep,
      pairs: weights && keep && withOnes(weights, keep),
      countPeople: weights === undefined,
      part,
      machine,
      take(x, y, joint) {
        const found = correlation([items[x][1].values, items[y][1].values], joint);
        enterAt(items[x][0], items[y][0], found);
      },
    },
  );
}

/** Weight and 1 of everybody who is kept: sums of weights, and people, by cell. */
function withOnes(weights: Float64Array, keep: Uint32Array): Float64Array {
  const pairs = new Float64Array(2 * keep.length).fill(1);
  for (let i = 0; i < keep.length; i++) pairs[2 * i] = weights[keep[i]];
  return pairs;
}

interface Work {
  readonly columns: readonly Column[];
  /** Places of the columns: first those that are not counted, of which there are `most`. */
  readonly order: readonly number[];
  readonly most: number;
  readonly options: MatrixOptions;
}

function multiply({ columns, order, most, options }: Work, enterAt: Enter): void {
  const { weights, part, machine } = options;
  const lines = centredColumns(
    order.map((at) => columns[at]),
    machine,
  );
  holedMoments(lines, most, {
    weights,
    part,
    machine,
    take(x, y, moments) {
      const found = correlationOf(moments) ?? personByPerson(lines[x], lines[y], weights);
      enterAt(order[x], order[y], found);
    },
  });
}

/** Undefined where the people of the pair have so little of the variation of all that its digits are lost. */
function correlationOf(of: PairMoments): Found | undefined {
  const { n, mass, x, y } = of;
  if (n < 3) return { n, r: undefined };
  const squaresX = of.xx - (x * x) / mass;
  const squaresY = of.yy - (y * y) / mass;
  if (!(squaresX > digitsKept * of.allXX && squaresY > digitsKept * of.allYY)) return undefined;
  return { n, r: exactAtOne((of.xy - (x * y) / mass) / Math.sqrt(squaresX * squaresY)) };
}

const digitsKept = 1e-3;

function personByPerson(x: Centred, y: Centred, weights: Float64Array | undefined): Found {
  const rows = x.values.length;
  const [xs, ys, mass] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights === undefined ? 1 : weights[row];
    if (!(x.values[row] > x.limit && y.values[row] > y.limit && weight > 0)) continue;
    // Not centred: the centre of all may be far from these.
    xs[n] = x.values[row] * x.scale;
    ys[n] = y.values[row] * y.scale;
    mass[n++] = weight;
  }
  const line = correlate(xs.subarray(0, n), ys.subarray(0, n), mass.subarray(0, n));
  return { n, r: line?.r };
}

/** Spearman's rho where a column has many values. */
function rankEach({ columns, order, most, options }: Work, enterAt: Enter): void {
  const { weights, part = { index: 0, of: 1 } } = options;
  const places = order.map((at) => ordered(columns[at]));
  const correlation = rankCorrelator(places, weights);
  let task = 0;
  for (let x = 0; x < most; x++)
    for (let y = x; y < order.length; y++)
      if (task++ % part.of === part.index)
        enterAt(order[x], order[y], correlation(places[x], places[y]));
}
