/**
 * Sums, squares and products of every two columns over the people who have both, without visiting these people
 * pair by pair.
 *
 * With 0 in every hole, Σ xy is a plain product of matrices. Σ x and Σ x² over those who have y as well are the sums
 * over everybody less those over the holes of y: additions for a tenth of the people, where a tenth is missing,
 * instead of two further products of matrices. Blocks of 256 people stay in the second-level cache.
 *
 * Cost: about n p² / 2 multiplications, in tiles of 4 x 4. Memory: 40 bytes a pair, whatever n.
 */
import type { Centred } from "./centred.ts";
import type { Part } from "./joint-tables.ts";
import { giveBack, kernelsWith, offsets, type Kernels, type Machine } from "./kernels.ts";
import { blockRows, panelBytes, panelSizes, panelWriter, type PanelPlaces } from "./panels.ts";

/** Of the people with both: how many, their weight, and the sums by weight of x, y, x², y² and xy. */
export interface PairMoments {
  readonly n: number;
  readonly mass: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
  /** The sums of x² and y² over everybody who has x, or y. */
  readonly allXX: number;
  readonly allYY: number;
}

export interface MomentOptions {
  readonly weights?: Float64Array | undefined;
  readonly part?: Part | undefined;
  readonly machine?: Machine | undefined;
  take(x: number, y: number, moments: PairMoments): void;
}

/** Every pair of one of the first `most` columns with itself or one behind it. */
export function holedMoments(
  columns: readonly Centred[],
  most: number,
  { weights, part = { index: 0, of: 1 }, machine, take }: MomentOptions,
): void {
  const panels = Math.ceil(columns.length / 4);
  const { at, bytes } = places(panels, weights !== undefined);
  const kernels = kernelsWith(bytes, machine);
  const tiles = rowsOfTiles(Math.ceil(most / 4), part);
  const write = panelWriter(kernels, at, weights);
  const rows = columns[0]?.values.length ?? 0;
  const all = new Float64Array(4 * panels);
  for (let start = 0; start < rows; start += blockRows) {
    write(columns, start);
    kernels.totals(at.weighted, at.numbers, panels, blockRows, at.totals);
    addSquares(all, new Float64Array(kernels.memory.buffer, at.totals, 8 * panels));
    if (weights !== undefined) kernels.totals(at.mass, at.mass, panels, blockRows, at.massTotals);
    for (const tile of tiles)
      addBlock(kernels, at, { tile, panels, weighted: weights !== undefined });
  }
  const read = reader(kernels, at, { panels, weighted: weights !== undefined });
  for (const tile of tiles)
    for (let i = 4 * tile; i < Math.min(4 * tile + 4, most); i++)
      for (let j = i; j < columns.length; j++)
        take(i, j, { ...read(i, j), allXX: all[i], allYY: all[j] });
  giveBack(kernels);
}

/** The totals of a panel are four sums and four squares. */
function addSquares(all: Float64Array, totals: Float64Array): void {
  for (let column = 0; column < all.length; column++)
    all[column] += totals[8 * (column >> 2) + 4 + (column & 3)];
}

/** Later rows of the triangle are shorter: parts take them back and forth. */
function rowsOfTiles(rows: number, { index, of }: Part): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => {
    const turn = row % (2 * of);
    return Math.min(turn, 2 * of - 1 - turn) === index;
  });
}

type Places = PanelPlaces & { readonly [region in keyof ReturnType<typeof sizes>]: number };

/** Bytes of each region. */
const sizes = (panels: number, weighted: boolean) => {
  const square = 8 * (4 * panels) ** 2;
  return {
    ...panelSizes(panels, weighted),
    totals: 64 * panels,
    massTotals: weighted ? 64 * panels : 0,
    /** By list and column: sums and squares over the people of the list; products; people; weight. */
    sums: square,
    squares: square,
    products: square,
    people: square / 2,
    masses: weighted ? square : 0,
    unused: weighted ? square : 0,
  };
};

/** Without weights the weighted numbers are the numbers. */
function places(panels: number, weighted: boolean): { at: Places; bytes: number } {
  const { at, bytes } = offsets(sizes(panels, weighted));
  return { at: weighted ? at : { ...at, weighted: at.numbers }, bytes };
}

interface Block {
  /** Which panel is taken with all from it on. */
  readonly tile: number;
  readonly panels: number;
  readonly weighted: boolean;
}

function addBlock(kernels: Kernels, at: Places, { tile, panels, weighted }: Block): void {
  const stride = 32 * panels;
  const rest = panels - tile;
  const [here, first] = [tile * panelBytes, 4 * tile];
  const corner = first * stride + 8 * first;
  const [left, right] = [at.weighted + here, at.numbers + here];
  kernels.products(left, right, rest, blockRows, at.products + corner, stride);
  const lists = [at.lists + first * blockRows, at.lengths + 4 * first] as const;
  const sums = (offset: number) => [at.sums + offset, at.squares + offset, stride] as const;
  const total = at.totals + 64 * tile;
  // The panel over the lists of its own columns and all behind them; then the panels behind it over its own lists.
  kernels.sumsOver(left, right, 1, blockRows, total, ...lists, 4 * rest, ...sums(corner));
  const behind = [left + panelBytes, right + panelBytes, rest - 1, blockRows, total + 64] as const;
  kernels.sumsOver(...behind, ...lists, 4, ...sums(corner + 32));
  for (let i = first; i < first + 4; i++)
    kernels.overlaps(
      at.masks + 32 * i,
      at.masks + 32 * first,
      4 * rest,
      at.people + (i * stride) / 2 + 4 * first,
    );
  if (!weighted) return;
  const mass = [at.mass + here, at.mass + here, 1, blockRows, at.massTotals + 64 * tile] as const;
  kernels.sumsOver(...mass, ...lists, 4 * rest, at.masses + corner, at.unused + corner, stride);
}

function reader(
  { memory: { buffer } }: Kernels,
  at: Places,
  { panels, weighted }: Omit<Block, "tile">,
): (i: number, j: number) => Omit<PairMoments, "allXX" | "allYY"> {
  const real = new Float64Array(buffer);
  const people = new Int32Array(buffer, at.people);
  const columns = 4 * panels;
  const entry = (region: number, i: number, j: number) => real[(region >> 3) + i * columns + j];
  return (i, j) => {
    const n = people[i * columns + j];
    return {
      n,
      mass: weighted ? entry(at.masses, j, i) : n,
      x: entry(at.sums, j, i),
      y: entry(at.sums, i, j),
      xx: entry(at.squares, j, i),
      yy: entry(at.squares, i, j),
      xy: entry(at.products, i, j),
    };
  };
}
