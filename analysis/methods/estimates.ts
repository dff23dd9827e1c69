/** How the methods say what they found, and the interval most of them share. */
import type { Estimate, Interval, Shortfall } from "../association.ts";
import { normalQuantile } from "../numeric/normal.ts";

export const shortfall = (because: Shortfall): Estimate => ({ ok: false, because });

/** A p that is too small for a number is shown as the smallest number, never as 0. */
export const found = (value: number, interval: Interval | null, p: number): Estimate => ({
  ok: true,
  value,
  interval,
  p: Math.max(p, Number.MIN_VALUE),
});

/**
 * A correlation kept within -1 and 1, and a perfect one made exact: sums of squares are good to about 1e-15, so a
 * coefficient that close to 1 tells nothing but rounding, and its p would be a number made of it.
 */
export const exactAtOne = (r: number): number => (Math.abs(r) > 1 - 1e-14 ? Math.sign(r) : r);

/** The z that leaves (1 - confidence) / 2 above it. */
export const zFor = (confidence: number): number => -normalQuantile((1 - confidence) / 2);

/** tanh(atanh r ± half): symmetric on Fisher's scale, inside -1 to 1 on that of r (Fisher 1921). */
export function fisherInterval(r: number, half: number): Interval {
  if (Math.abs(r) >= 1) return { low: r, high: r };
  const z = Math.atanh(r);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
