/**
 * Columns laid out for the kernels of products, 256 people at a time: their numbers with 0 in a hole, who has them as
 * a mask, and as a list of rows (of the holes, where these are fewer).
 */
import type { Centred } from "./centred.ts";
import type { Kernels } from "./kernels.ts";

/** People of a block, and bytes of a panel: four columns side by side. */
export const blockRows = 256;
export const panelBytes = 32 * blockRows;

/** Bytes of what is written for so many panels; the second half only where there are weights. */
export const panelSizes = (panels: number, weighted: boolean) => ({
  piece: 8 * blockRows,
  holes: blockRows,
  numbers: panels * panelBytes,
  masks: 4 * panels * (blockRows / 8),
  lists: 4 * panels * blockRows,
  lengths: 16 * panels,
  weights: weighted ? 8 * blockRows : 0,
  weighted: weighted ? panels * panelBytes : 0,
  mass: weighted ? panels * panelBytes : 0,
});

export type PanelPlaces = { readonly [region in keyof ReturnType<typeof panelSizes>]: number };

/** Writes the people from `start` on of all columns; those beyond the last, or without weight, are holes. */
export type PanelWriter = (columns: readonly Centred[], start: number) => void;

export function panelWriter(
  kernels: Kernels,
  at: PanelPlaces,
  weights: Float64Array | undefined,
): PanelWriter {
  const { buffer } = kernels.memory;
  const piece = new Float64Array(buffer, at.piece, blockRows);
  const lengths = new Int32Array(buffer, at.lengths);
  const own = new Float64Array(buffer, at.weights, weights === undefined ? 0 : blockRows);
  const someWeightless = weights?.some((weight) => !(weight > 0)) ?? false;

  return (columns, start) => {
    if (weights !== undefined) own.set(weights.subarray(start, start + blockRows));
    columns.forEach(({ values, limit, centre, scale }, index) => {
      const rows = values.subarray(start, start + blockRows);
      piece.set(rows);
      if (rows.length < blockRows) piece.fill(NaN, rows.length);
      if (someWeightless) for (let i = 0; i < rows.length; i++) if (!(own[i] > 0)) piece[i] = NaN;
      const offset = panelBytes * (index >> 2) + 8 * (index & 3);
      const panel = at.numbers + offset;
      const mask = at.masks + (blockRows / 8) * index;
      const list = at.lists + blockRows * index;
      lengths[index] = kernels.layOut(at.piece, limit, centre, scale, panel, mask, list, at.holes);
      if (weights !== undefined)
        kernels.weigh(panel, mask, at.weights, at.weighted + offset, at.mass + offset);
    });
  };
}
