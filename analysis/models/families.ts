/** Outcomes other than measurements, each with its canonical link: all as functions of the linear predictor. */
import { logGamma } from "../numeric/gamma.ts";

export interface Family {
  /** Outcome less mean, to full relative accuracy: 1 - p of somebody nearly certain is not 0. */
  residual(y: number, eta: number): number;
  /** Variance of the outcome, which with a canonical link is also the slope of the mean. */
  variance(eta: number): number;
  logLikelihood(y: number, eta: number): number;
  /** A linear predictor to start from, near the outcome itself. */
  start(y: number): number;
  accepts(y: number): boolean;
}

export const families = {
  /** Yes or no (1 or 0); the linear predictor is the log odds of yes. */
  binomial: {
    residual: (y, eta) => (y === 1 ? 1 / (1 + Math.exp(eta)) : -1 / (1 + Math.exp(-eta))),
    variance: (eta) => {
      const odds = Math.exp(-Math.abs(eta));
      return odds / (1 + odds) ** 2;
    },
    logLikelihood: (y, eta) => y * eta - Math.max(eta, 0) - Math.log1p(Math.exp(-Math.abs(eta))),
    start: (y) => (y === 1 ? Math.log(3) : -Math.log(3)),
    accepts: (y) => y === 0 || y === 1,
  },
  /** Counts; the linear predictor is the log of the mean. */
  poisson: {
    residual: (y, eta) => y - Math.exp(eta),
    variance: Math.exp,
    logLikelihood: (y, eta) => y * eta - Math.exp(eta) - logGamma(y + 1),
    start: (y) => Math.log(y + 0.1),
    accepts: (y) => y >= 0 && Number.isInteger(y),
  },
} as const satisfies Readonly<Record<string, Family>>;
