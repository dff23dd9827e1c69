/** Where a likelihood of one correlation is highest. */

/** First and second derivative of the log-likelihood in rho. */
export interface Slope {
  readonly first: number;
  readonly second: number;
}

/**
 * The rho with first derivative 0, by Newton's steps on Fisher's scale z = atanh rho, where the likelihood is closest
 * to a parabola: kept between a rho where it rises and one where it falls, and the middle of the two where a step
 * would leave them or the likelihood is not concave. Newton's errors are squared in each step, so after one shorter
 * than 1e-6 the next would be shorter than 1e-10, and is not taken.
 *
 * @returns `edge` -1 or 1 where there is no peak: the likelihood rises up to ±0.9999, or is so flat that rho could
 *   be anything (a curve that would mean a standard error above 30)
 */
export function peak(
  slopeAt: (rho: number) => Slope,
  start: number,
): { readonly rho: number; readonly edge: -1 | 0 | 1 } {
  let [low, high] = [-last, last];
  let rho = Math.max(-mostAtFirst, Math.min(mostAtFirst, start));
  for (;;) {
    const { first, second } = slopeAt(rho);
    if (first > 0) low = rho;
    else high = rho;
    const rest = (1 - rho) * (1 + rho);
    const bend = rest * second - 2 * rho * first;
    const newton = Math.tanh(Math.atanh(rho) - first / bend);
    const inside = bend < 0 && newton > low && newton < high;
    const next = first === 0 ? rho : inside ? newton : (low + high) / 2;
    if (Math.abs(next - rho) < (inside ? 1e-6 * rest : 1e-10)) {
      const flat = !(second < -leastCurve) || Math.abs(next) > last - 1e-9;
      return { rho: next, edge: !flat ? 0 : next < 0 ? -1 : 1 };
    }
    rho = next;
  }
}

const last = 0.9999;
const leastCurve = 1e-3;
/** Where to begin at most: from too high the likelihood is steep, from below it leads up quickly. */
const mostAtFirst = 0.9;
