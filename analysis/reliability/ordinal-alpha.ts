/**
 * Ordinal alpha: standardised alpha of polychoric instead of Pearson correlations (Zumbo, Gadermann & Zeisser 2007),
 * the reliability that the answers would have if they were not cut into categories.
 *
 * Hazard: it describes scores that nobody has (Chalmers 2018); for the score in use, alpha and omega of the answers
 * themselves are the honest ones. Show it, if at all, beside them.
 */
import { polychoric, type LatentCorrelation } from "../latent/polychoric.ts";
import { crossTable } from "../methods/cross-table.ts";
import { place, triangle, type Symmetric } from "../numeric/matrix.ts";
import { alphaOf } from "./reliability.ts";

export type OrdinalAlpha =
  | {
      readonly ok: true;
      readonly value: number;
      /** Pair by pair, not smoothed: `smoothCorrelations` says whether anybody could have it. */
      readonly correlations: Symmetric;
    }
  | {
      readonly ok: false;
      /** The first two items without a polychoric correlation. */
      readonly items: readonly [number, number];
      readonly because: Extract<LatentCorrelation, { ok: false }>["because"];
    };

/** @param items two or more columns of the same people, ordered codes, none missing */
export function ordinalAlpha(items: readonly Float64Array[]): OrdinalAlpha {
  const values = new Float64Array(triangle(items.length)).fill(1);
  for (let i = 1; i < items.length; i++)
    for (let j = 0; j < i; j++) {
      const pairs = { x: items[j], y: items[i], n: items[i].length };
      const found = polychoric(crossTable(pairs));
      if (!found.ok) return { ok: false, items: [j, i], because: found.because };
      values[place(i, j)] = found.rho;
    }
  const correlations = { size: items.length, values };
  return { ok: true, value: alphaOf(correlations), correlations };
}
