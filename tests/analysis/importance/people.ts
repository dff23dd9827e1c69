import { stream } from "../../../analysis/numeric/random.ts";

/**
 * Columns that go together, as answers of the same people do: each is its own part plus a shared one,
 * rounded where `levels` asks for the codes of a survey item.
 */
export function correlatedColumns(
  columns: number,
  { rows, seed, levels }: { rows: number; seed: number; levels?: number },
): Float64Array[] {
  const source = stream(seed, columns);
  const shared = Float64Array.from({ length: rows }, source.uniform);
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => {
      const value = 0.6 * source.uniform() + 0.4 * (j % 2 === 0 ? shared[i]! : 1 - shared[i]!);
      return levels === undefined ? value : Math.floor(value * levels);
    }),
  );
}

/** Columns of +1 and -1, orthogonal to each other and to the constant; at most 7. */
export const orthogonalColumns = (columns: number): Float64Array[] =>
  Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: 8 }, (_, i) => {
      let ones = 0;
      for (let bits = i & (j + 1); bits > 0; bits >>= 1) ones += bits & 1;
      return ones % 2 === 0 ? 1 : -1;
    }),
  );

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
