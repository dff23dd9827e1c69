/** Tables and people made from a bivariate normal whose correlation is known. */
import * as fc from "fast-check";
import { crossTable, type CrossTable } from "../../../analysis/methods/cross-table.ts";
import { bivariateNormalLower } from "../../../analysis/numeric/bivariate-normal.ts";
import { normalQuantile } from "../../../analysis/numeric/normal.ts";
import { stream } from "../../../analysis/numeric/random.ts";

/** Ascending cuts, 0.15 or more apart, so that every category has people. */
export const cuts = (most: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(
      fc.double({ min: -1.8, max: -0.2, noNaN: true }),
      fc.array(fc.double({ min: 0.15, max: 0.6, noNaN: true }), { maxLength: most - 1 }),
    )
    .map(([first, gaps]) => {
      let last = first;
      return [first, ...gaps.map((gap) => (last += gap))];
    });

/** The table that the model expects of that many people: fractions of people, nothing by chance. */
export function expectedTable(rho: number, [x, y]: readonly number[][], people = 1e6): CrossTable {
  const [a, b] = [x!, y!].map((of) => [-Infinity, ...of, Infinity]) as [number[], number[]];
  const masses = a.slice(1).flatMap((_, i) =>
    b.slice(1).map((_, j) => {
      const corner = (up: number, right: number) =>
        bivariateNormalLower(a[i + up]!, b[j + right]!, rho);
      return people * (corner(1, 1) - corner(0, 1) - corner(1, 0) + corner(0, 0));
    }),
  );
  return tableOf(masses, b.length - 1);
}

/** A table from its cells, row by row. */
export function tableOf(cells: readonly number[], columns: number): CrossTable {
  const held = [...cells.keys()].filter((cell) => cells[cell]! > 0);
  return crossTable({
    x: Float64Array.from(held, (cell) => Math.floor(cell / columns)),
    y: Float64Array.from(held, (cell) => cell % columns),
    count: Float64Array.from(held, (cell) => cells[cell]!),
    n: held.reduce((sum, cell) => sum + cells[cell]!, 0),
  });
}

/** Two standard normal columns with that correlation in the population. */
export function normalPairs(n: number, rho: number, seed: number) {
  const chance = stream(seed);
  const x = Float64Array.from({ length: n }, () => normalQuantile(chance.uniform()));
  const rest = Math.sqrt(1 - rho * rho);
  const y = x.map((value) => rho * value + rest * normalQuantile(chance.uniform()));
  return { x, y, n };
}

/** The category of each value among the cuts. */
export const cutAt = (values: Float64Array, at: readonly number[]): Float64Array =>
  values.map((value) => at.filter((cut) => value > cut).length);
