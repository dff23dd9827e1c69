/** How much is simulated: minutes, or hours. */
export interface Effort {
  readonly seed: number;
  /** Samples per cell of the table of coverage, and of those the bootstrapped methods see. */
  readonly runs: number;
  readonly slowRuns: number;
  /** Rankings per cell where ranks count, each with so many replicates ... */
  readonly rankings: number;
  readonly replicates: number;
  /** ... and where only what is called counts, for which no replicate is needed. */
  readonly callings: number;
}

export const short: Effort = {
  seed: 20260101,
  runs: 600,
  slowRuns: 100,
  rankings: 150,
  replicates: 400,
  callings: 1500,
};

/**
 * An hour and more of one processor. A share of 95 % then has an error of 0.3 points (0.7 for the bootstrapped), a fifth
 * of what the target leaves to either side; one of 5 % of the rankings that are asked what they call 0.3.
 */
export const long: Effort = {
  seed: 20260101,
  runs: 5000,
  slowRuns: 1000,
  rankings: 1200,
  replicates: 1000,
  callings: 4000,
};
