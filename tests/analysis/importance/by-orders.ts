/** The two halves of the definition of LMG and Owen values: orders of entry, and the fit of a model. */
import { Matrix, solve } from "ml-matrix";
import { sum } from "./people.ts";

/** R2 of a least-squares fit by QR, straight from the columns. */
export function rSquared(outcome: Float64Array, predictors: readonly Float64Array[]): number {
  const mean = sum(outcome) / outcome.length;
  const total = sum(outcome.map((value) => (value - mean) ** 2));
  const design = new Matrix(outcome.length, predictors.length + 1);
  for (let i = 0; i < outcome.length; i++)
    design.setRow(i, [1, ...predictors.map((column) => column[i]!)]);
  const y = Matrix.columnVector(outcome);
  const rest = Matrix.sub(y, design.mmul(solve(design, y, true)));
  return 1 - sum(rest.to1DArray().map((value) => value ** 2)) / total;
}

/** All orders of the items. */
export const permutations = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
      );
