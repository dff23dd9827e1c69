/** Where a likelihood of one correlation is highest. */

/** First and second derivative of the log-likelihood. */
export interface Slope {
  readonly first: number;
  readonly second: number;
}

/**
 * The rho with first derivative 0, by Newton's steps kept between a rho where the likelihood rises and one where it
 * falls; where a step would leave them, or the likelihood is not concave, the middle of the two. Ends when a step is
 * shorter than 1e-10.
 *
 * @returns `edge` -1 or 1 where there is no peak: the likelihood rises up to ±0.9999, or is so flat that rho could
 *   be anything (less information than one, a standard error above 1)
 */
export function peak(
  slopeAt: (rho: number) => Slope,
  start: number,
): { readonly rho: number; readonly edge: -1 | 0 | 1 } {
  let [low, high] = [-last, last];
  let rho = Math.max(-0.95, Math.min(0.95, start));
  for (;;) {
    const { first, second } = slopeAt(rho);
    if (first > 0) low = rho;
    else high = rho;
    const newton = rho - first / second;
    const inside = second < 0 && newton > low && newton < high;
    const next = first === 0 ? rho : inside ? newton : (low + high) / 2;
    if (Math.abs(next - rho) < 1e-10) {
      const flat = !(second < -1) || Math.abs(next) > last - 1e-9;
      return { rho: next, edge: !flat ? 0 : next < 0 ? -1 : 1 };
    }
    rho = next;
  }
}

const last = 0.9999;
