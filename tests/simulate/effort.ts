/** How much is simulated: minutes, or hours. */
export interface Effort {
  readonly seed: number;
  /** Samples per cell of the table of coverage, and of those the bootstrapped methods see. */
  readonly runs: number;
  readonly slowRuns: number;
  /** Rankings per cell. */
  readonly rankings: number;
  readonly replicates: number;
}

export const short: Effort = {
  seed: 20260101,
  runs: 600,
  slowRuns: 100,
  rankings: 150,
  replicates: 400,
};

/**
 * An hour and more of one processor. A share of 95 % then has an error of 0.3 points (0.7 for the bootstrapped), a fifth
 * of what the target leaves to either side; one of 5 % of the rankings 0.6.
 */
export const long: Effort = {
  seed: 20260101,
  runs: 5000,
  slowRuns: 1000,
  rankings: 1200,
  replicates: 1000,
};
