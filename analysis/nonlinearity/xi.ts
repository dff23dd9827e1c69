/**
 * Chatterjee's xi: how nearly y is a function of x, of whatever shape.
 *
 * With people in the order of x, r_i the number whose y is at most y_i and l_i at least: xi = 1 - n Σ |r_(i+1) - r_i| /
 * (2 Σ l_i (n - l_i)) (Chatterjee 2021). Near 0 where x and y are independent, near 1 where x determines y.
 * Under independence sqrt(n) xi is nearly normal with variance 2/5, or, where values of y are tied, one estimated
 * from them (theorem 2.2); p is one-sided.
 *
 * Hazards: not symmetric; with tied x it depends on the order of the file, and scales with few values are nothing but
 * ties; it finds oscillation but is weaker than Spearman on a monotone relation. An alarm, not a ranking.
 */
import { marginOf } from "../methods/margin.ts";
import { varies } from "../methods/pearson.ts";
import { normalUpper } from "../numeric/normal.ts";

export interface Xi {
  readonly value: number;
  readonly p: number;
  /** With ties in x another order of the rows gives another value. */
  readonly ties: { readonly x: boolean; readonly y: boolean };
}

/** @returns null with fewer than three people and where y does not vary; people with equal x stay in their order */
export function xi(x: Float64Array, y: Float64Array): Xi | null {
  const n = x.length;
  if (y.length !== n)
    throw new RangeError(`xi requires columns of equal length, got ${n} and ${y.length}`);
  if (n < 3 || !varies(y)) return null;
  const margin = marginOf(y);
  const upTo = new Float64Array(margin.mass.length);
  margin.mass.forEach((people, code) => (upTo[code] = (upTo[code - 1] ?? 0) + people));
  const order = Int32Array.from(x.keys()).sort((i, j) => x[i] - x[j] || i - j);
  let steps = 0;
  for (let i = 1; i < n; i++)
    steps += Math.abs(upTo[margin.codes[order[i]]] - upTo[margin.codes[order[i - 1]]]);
  let scale = 0;
  margin.mass.forEach((people, code) => {
    const atLeast = n - upTo[code] + people;
    scale += people * atLeast * (n - atLeast);
  });
  const value = 1 - (n * steps) / (2 * scale);
  const ties = { x: marginOf(x).values.length < n, y: margin.values.length < n };
  const variance = ties.y
    ? tiedVariance(Float64Array.from(margin.codes, (code) => upTo[code]).sort(), scale)
    : 2 / 5;
  return { value, p: normalUpper(Math.sqrt(n / variance) * value), ties };
}

/** τ² of theorem 2.2: u the r_i in ascending order, `scale` Σ l_i (n - l_i). */
function tiedVariance(u: Float64Array, scale: number): number {
  const n = u.length;
  let [a, b, c, sum] = [0, 0, 0, 0];
  u.forEach((value, at) => {
    const i = at + 1;
    sum += value;
    a += (2 * n - 2 * i + 1) * value * value;
    b += (sum + (n - i) * value) ** 2;
    c += (2 * n - 2 * i + 1) * value;
  });
  const d = scale / n ** 3;
  return (a / n ** 4 - (2 * b) / n ** 5 + (c / n ** 3) ** 2) / (d * d);
}
