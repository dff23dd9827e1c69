/**
 * The polyserial correlation: that of a number with the normal variable behind an ordered answer.
 *
 * Two steps (Olsson, Drasgow & Dorans 1982): x standardised (mass as denominator), thresholds from the margin of y,
 * then the rho that maximises Σ ln[Φ((τ_y - rho z) / s) - Φ((τ_(y-1) - rho z) / s)], s = sqrt(1 - rho²).
 * With two categories it is the biserial correlation. Cells of several people, and weights, count by their mass.
 *
 * Assumes that x is normal itself and linear in the latent variable: take the logarithm of a salary first.
 * Hazard: no error is given; those of the likelihood leave out that the mean and spread of x are estimated. Bootstrap.
 */
import { marginOf } from "../methods/margin.ts";
import { massOf, type Pairs } from "../methods/method.ts";
import { correlate, type Line } from "../methods/pearson.ts";
import { normalDensity, normalLower } from "../numeric/normal.ts";
import { peak, type Slope } from "./peak.ts";
import { cutsOf } from "./thresholds.ts";

export type Polyserial =
  | {
      readonly ok: true;
      readonly rho: number;
      /** The closed form of the same authors, sd(y) r / Σ φ(τ), r between x and the codes 1, 2 ...: not bound to 1. */
      readonly adHoc: number;
      readonly thresholds: Float64Array;
    }
  | { readonly ok: false; readonly because: "no variation" | "no interior maximum" };

/** @param pairs x the number, y the ordered answer */
export function polyserial(pairs: Pairs): Polyserial {
  const margin = marginOf(pairs.y, massOf(pairs));
  const line = correlate(pairs.x, Float64Array.from(margin.codes), massOf(pairs));
  if (line === undefined) return { ok: false, because: "no variation" };
  const thresholds = cutsOf(margin);
  const adHoc = (line.r * line.sdY) / thresholds.reduce((sum, cut) => sum + normalDensity(cut), 0);
  const people = { z: standardised(pairs.x, line), codes: margin.codes, mass: massOf(pairs) };
  const scale = pairs.n / line.mass;
  const { rho, edge } = peak((at) => likelihoodSlope(people, { thresholds, at, scale }), adHoc);
  return edge === 0
    ? { ok: true, rho, adHoc, thresholds }
    : { ok: false, because: "no interior maximum" };
}

export function standardised(x: Float64Array, { meanX, sdX }: Line): Float64Array {
  return x.map((value) => (value - meanX) / sdX);
}

export interface Answers {
  readonly z: Float64Array;
  /** Category of the ordered answer, from 0. */
  readonly codes: Int32Array;
  readonly mass: Float64Array | undefined;
}

/** A person's answer is never less likely than this: far from all cuts its mass is lost to rounding. */
export const leastChance = 1e-300;

/** Φ(upper) - Φ(lower), taken in the tail where both are small. */
export const between = (lower: number, upper: number): number =>
  Math.max(
    leastChance,
    lower > 0 ? normalLower(-lower) - normalLower(-upper) : normalLower(upper) - normalLower(lower),
  );

interface At {
  readonly thresholds: Float64Array;
  readonly at: number;
  readonly scale: number;
}

/**
 * With u = (τ - rho z) / s, Φ(u) grows in rho by φ(u) u' and that by φ(u) (u'' - u u'²), where u' = (rho τ - z) / s³
 * and u'' = τ / s³ + 3 rho (rho τ - z) / s⁵; at the outer ends nothing grows.
 */
function likelihoodSlope({ z, codes, mass }: Answers, { thresholds, at, scale }: At): Slope {
  const square = (1 - at) * (1 + at);
  const s = Math.sqrt(square);
  const last = thresholds.length;
  let [first, second] = [0, 0];
  for (let i = 0; i < z.length; i++) {
    let [lower, upper, gain, bend] = [-Infinity, Infinity, 0, 0];
    if (codes[i] < last) {
      const cut = thresholds[codes[i]];
      upper = (cut - at * z[i]) / s;
      const by = (at * cut - z[i]) / (square * s);
      const density = normalDensity(upper);
      gain += density * by;
      bend += density * (cut / (square * s) + (3 * at * by) / square - upper * by * by);
    }
    if (codes[i] > 0) {
      const cut = thresholds[codes[i] - 1];
      lower = (cut - at * z[i]) / s;
      const by = (at * cut - z[i]) / (square * s);
      const density = normalDensity(lower);
      gain -= density * by;
      bend -= density * (cut / (square * s) + (3 * at * by) / square - lower * by * by);
    }
    const chance = between(lower, upper);
    const m = mass === undefined ? scale : mass[i] * scale;
    first += (m * gain) / chance;
    second += m * (bend / chance - (gain / chance) ** 2);
  }
  return { first, second };
}
