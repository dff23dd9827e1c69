/** Pearson's or Spearman's correlation of two items from their joint table. */
import { exactAtOne } from "../methods/estimates.ts";
import type { Found } from "./correlation-table.ts";
import { mostValues } from "./discrete.ts";
import type { JointTable } from "./joint-tables.ts";

export interface Scoring {
  /** Mid-ranks among the people of the table instead of the values themselves. */
  readonly ranks: boolean;
  /** The cells hold a sum of weights and the people behind it. */
  readonly weighted: boolean;
}

/** A correlator with room for one table, used again for the next. */
export function tableCorrelator({ ranks, weighted }: Scoring) {
  const [x, y] = [sideOf(), sideOf()];
  const mass = new Float64Array(mostValues ** 2);

  return (values: readonly [Float64Array, Float64Array], table: JointTable): Found => {
    const [lines, columns] = [values[0].length, values[1].length];
    let [n, total] = [0, 0];
    x.mass.fill(0, 0, lines);
    y.mass.fill(0, 0, columns);
    for (let i = 0, cell = 0; i < lines; i++)
      for (let j = 0; j < columns; j++, cell++) {
        const here = weighted ? table.sums[2 * cell] : table.people[cell];
        n += weighted ? table.sums[2 * cell + 1] : here;
        mass[cell] = here;
        total += here;
        x.mass[i] += here;
        y.mass[j] += here;
      }
    if (n < 3 || !varies(x.mass, lines) || !varies(y.mass, columns)) return { n, r: undefined };
    const squaresX = centre(x, values[0], { total, ranks });
    const squaresY = centre(y, values[1], { total, ranks });
    let products = 0;
    for (let i = 0, cell = 0; i < lines; i++) {
      let line = 0;
      for (let j = 0; j < columns; j++, cell++) line += mass[cell] * y.scores[j];
      products += line * x.scores[i];
    }
    return { n, r: exactAtOne(products / Math.sqrt(squaresX * squaresY)) };
  };
}

/** Mass and score of every value of one item. */
interface Side {
  readonly mass: Float64Array;
  readonly scores: Float64Array;
}
const sideOf = (): Side => ({
  mass: new Float64Array(mostValues),
  scores: new Float64Array(mostValues),
});

function varies(mass: Float64Array, values: number): boolean {
  let occupied = 0;
  for (let i = 0; i < values; i++) if (mass[i] > 0) occupied++;
  return occupied > 1;
}

/** Writes the scores, less their mean; returns the sum of their squares. */
function centre(
  { mass, scores }: Side,
  values: Float64Array,
  { total, ranks }: { readonly total: number; readonly ranks: boolean },
): number {
  let [below, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    scores[i] = ranks ? (below + mass[i] / 2) / total : values[i];
    below += mass[i];
    sum += mass[i] * scores[i];
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    scores[i] -= mean;
    squares += mass[i] * scores[i] * scores[i];
  }
  return squares;
}
