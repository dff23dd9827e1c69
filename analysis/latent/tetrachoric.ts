/**
 * Tables of two yes/no answers whose latent correlation needs a helping hand.
 *
 * With an empty cell the likelihood rises to the edge, so there is no estimate; the two customary ways to make one
 * are given by name, because they differ (0.93 and 0.92 for 10, 5, 0, 20) and a reader must know which is meant.
 */
import { crossTable, type CrossTable } from "../methods/cross-table.ts";
import type { LatentCorrelation } from "./polychoric.ts";
import { polychoric } from "./polychoric.ts";

/** Rows: x no, yes; columns: y no, yes. */
export type FourCells = readonly [n00: number, n01: number, n10: number, n11: number];

/** A category that nobody chose is none. */
export function fourCells(cells: FourCells): CrossTable {
  const held = [0, 1, 2, 3].filter((cell) => cells[cell] > 0);
  return crossTable({
    x: Float64Array.from(held, (cell) => cell >> 1),
    y: Float64Array.from(held, (cell) => cell & 1),
    count: Float64Array.from(held, (cell) => cells[cell]),
    n: held.reduce((sum, cell) => sum + cells[cell], 0),
  });
}

export interface Adjusted {
  /** A half moves around the table into the empty cell, so that the margins and thresholds stay. */
  readonly keepingMargins: LatentCorrelation;
  /** A half is added to the empty cell, so that the thresholds move too. */
  readonly addingHalf: LatentCorrelation;
}

/** Null unless exactly one cell is empty. */
export function adjustedForEmptyCell(cells: FourCells): Adjusted | null {
  const empty = cells.flatMap((people, at) => (people === 0 ? [at] : []));
  if (empty.length !== 1) return null;
  const half = empty[0] === 0 || empty[0] === 3 ? 0.5 : -0.5;
  const [n00, n01, n10, n11] = cells;
  const added = cells.map((people) => people || 0.5) as [number, number, number, number];
  return {
    keepingMargins: polychoric(fourCells([n00 + half, n01 - half, n10 - half, n11 + half])),
    addingHalf: polychoric(fourCells(added)),
  };
}

/**
 * Digby's 1983 approximation (ω^¾ - 1) / (ω^¾ + 1) from the odds ratio ω, for a check by hand.
 * ±1 where a cell is empty.
 */
export function digby([n00, n01, n10, n11]: FourCells): number {
  const [same, other] = [(n00 * n11) ** 0.75, (n01 * n10) ** 0.75];
  return (same - other) / (same + other);
}
