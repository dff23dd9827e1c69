/** What every person adds to the sums under a correlation of each predictor with the outcome. */
import type { Centred } from "./centred.ts";

/** People, x, y, x², y², xy; 0 where one of the two is missing. */
export const features = 6;

/**
 * Writes the features of a block of people as panels of four, person by person. The outcome is the first column; only
 * the people of `kept` are there, those behind the last have nothing.
 */
export function featureWriter(
  real: Float64Array,
  [outcome, ...predictors]: readonly Centred[],
  { kept, rows }: { readonly kept: Int32Array; readonly rows: number },
): (start: number, to: number) => void {
  const [x, y] = [new Float64Array(rows), new Float64Array(rows)];
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
      return to + (index >> 2) * 4 * rows + (index & 3);
    });

  return (start, to) => {
    read(outcome, start, y);
    predictors.forEach((predictor, index) => {
      read(predictor, start, x);
      const [people, sumX, sumY, squareX, squareY, product] = placesOf(index, to);
      for (let row = 0, at = 0; row < rows; row++, at += 4) {
        const both = !Number.isNaN(x[row] + y[row]);
        const [a, b] = both ? [x[row], y[row]] : [0, 0];
        real[people + at] = both ? 1 : 0;
        real[sumX + at] = a;
        real[sumY + at] = b;
        real[squareX + at] = a * a;
        real[squareY + at] = b * b;
        real[product + at] = a * b;
      }
    });
  };
}
