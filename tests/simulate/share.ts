/** A share of runs, with the error that comes of their number. */
export interface Share {
  readonly of: number;
  readonly value: number;
  /** Standard error: sqrt(p (1 - p) / runs), from a Laplace estimate so that 0 and 1 have one, too. */
  readonly error: number;
}

export function shareOf(hits: number, of: number): Share {
  const p = (hits + 1) / (of + 2);
  return { of, value: hits / of, error: Math.sqrt((p * (1 - p)) / of) };
}

/** Outside only where chance does not account for it: by more than two errors. */
export type Verdict = "inside" | "inside, given its error" | "outside";

export function judged({ value, error }: Share, [low, high]: readonly [number, number]): Verdict {
  if (value >= low && value <= high) return "inside";
  return value + 2 * error >= low && value - 2 * error <= high
    ? "inside, given its error"
    : "outside";
}

export const percent = (value: number, digits = 1): string => (100 * value).toFixed(digits);
