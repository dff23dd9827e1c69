/** Columns of numbers as a line through them sees them: less their mean, and on a scale of their own. */
import { missingLimit, type Column, type Values } from "../table.ts";
import { giveBack, kernelsWith, type Machine } from "./kernels.ts";

/** (number - centre) x scale, the largest of which is from 1 to 2. */
export interface Centred {
  readonly values: Values;
  /** Numbers up to here mean "missing". */
  readonly limit: number;
  readonly centre: number;
  /** A power of two: it changes no digits, and no square can become too large for a number. */
  readonly scale: number;
}

const pieceRows = 4096;

/** Centre and scale of every column, over everybody who has a number. */
export function centredColumns(columns: readonly Column[], machine?: Machine): Centred[] {
  const kernels = kernelsWith(8 * pieceRows + 40, machine);
  const piece = new Float64Array(kernels.memory.buffer, 0, pieceRows);
  const found = new Float64Array(kernels.memory.buffer, 8 * pieceRows, 5);
  const centred = columns.map(({ values }) => {
    const limit = missingLimit(values);
    found.set([0, 0, Infinity, -Infinity, 0]);
    for (let start = 0; start < values.length; start += pieceRows) {
      const rows = values.subarray(start, start + pieceRows);
      piece.set(rows);
      if (rows.length < pieceRows) piece.fill(NaN, rows.length);
      kernels.survey(0, pieceRows, limit, 8 * pieceRows);
    }
    const [even, odd, low, high, n] = found;
    const sum = even + odd;
    const centre = Number.isFinite(sum) ? sum / Math.max(n, 1) : low / 2 + high / 2;
    const reach = Math.max(high - centre, centre - low);
    const scale = reach > 0 ? 2 ** -Math.floor(Math.log2(reach)) : 1;
    return { values, limit, centre, scale: Number.isFinite(scale) ? scale : 1 };
  });
  giveBack(kernels);
  return centred;
}
