/** What every person adds to the sums under a correlation of each predictor with the outcome. */
import type { Centred } from "./centred.ts";
import { rows, type PanelKind } from "./replicate-panels.ts";

/** People, x, y, x², y², xy; 0 where one of the two is missing. */
export const features = 6;

/**
 * Writes the features of a block of people as panels of four, person by person. Only the people of `kept` are there,
 * those behind the last have nothing.
 */
export function featureWriter(
  buffer: ArrayBuffer,
  { factors, panelBytes, columnBytes, rowBytes, columns }: PanelKind,
  kept: Int32Array,
): (start: number, to: number) => void {
  const [outcome, ...predictors] = columns;
  const [x, y] = [new Float64Array(rows), new Float64Array(rows)];
  const numbers = factors(buffer);
  const size = numbers.BYTES_PER_ELEMENT;
  const rowAt = Int32Array.from(x, (_, row) => rowBytes(row) / size);
  const read = ({ values, limit, centre, scale }: Centred, start: number, into: Float64Array) => {
    into.fill(NaN);
    for (let row = 0; row < Math.min(rows, kept.length - start); row++) {
      const value = values[kept[start + row]];
      if (value > limit) into[row] = (value - centre) * scale;
    }
  };
  const placesOf = (predictor: number, to: number) =>
    Array.from({ length: features }, (_, feature) => {
      const index = features * predictor + feature;
      return (to + (index >> 2) * panelBytes + (index & 3) * columnBytes) / size;
    });

  return (start, to) => {
    read(outcome, start, y);
    predictors.forEach((predictor, index) => {
      read(predictor, start, x);
      const [people, sumX, sumY, squareX, squareY, product] = placesOf(index, to);
      for (let row = 0; row < rows; row++) {
        const at = rowAt[row];
        const both = !Number.isNaN(x[row] + y[row]);
        const [a, b] = both ? [x[row], y[row]] : [0, 0];
        numbers[people + at] = both ? 1 : 0;
        numbers[sumX + at] = a;
        numbers[sumY + at] = b;
        numbers[squareX + at] = a * a;
        numbers[squareY + at] = b * b;
        numbers[product + at] = a * b;
      }
    });
  };
}
