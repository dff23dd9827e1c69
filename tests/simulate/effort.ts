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

export const long: Effort = {
  seed: 20260101,
  runs: 20_000,
  slowRuns: 4000,
  rankings: 4000,
  replicates: 1000,
};
