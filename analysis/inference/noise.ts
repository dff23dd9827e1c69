/** Noise: how several estimates would vary together among other people of the same kind. */
import { type Symmetric, lowerRoot, triangle } from "../numeric/matrix.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Stream, stream } from "../numeric/random.ts";
import type { Replicates } from "./bootstrap.ts";

/** Draws of the deviations from the truth, and their covariance. */
export interface Noise {
  readonly deviations: Replicates;
  readonly covariance: Symmetric;
}

/** Noise as the bootstrap shows it: deviations of the replicates from their mean. */
export function noiseOf({ count, width, values }: Replicates): Noise {
  const deviations = new Float64Array(values.length);
  for (let k = 0; k < width; k++) {
    let sum = 0;
    for (let b = 0; b < count; b++) sum += values[b * width + k];
    for (let b = 0; b < count; b++) deviations[b * width + k] = values[b * width + k] - sum / count;
  }
  const covariance = new Float64Array(triangle(width));
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let b = 0; b < count; b++) sum += deviations[b * width + i] * deviations[b * width + j];
      covariance[triangle(i) + j] = sum / (count - 1);
    }
  return {
    deviations: { count, width, values: deviations },
    covariance: { size: width, values: covariance },
  };
}

/** Noise of estimates known to be normal with that covariance, by Monte Carlo. */
export function normalNoise(
  covariance: Symmetric,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Noise {
  return {
    deviations: normalDraws(covariance, { count: draws, source: stream(seed) }),
    covariance,
  };
}

/** Draws of normal numbers with mean 0 and that covariance. */
export function normalDraws(
  covariance: Symmetric,
  { count, source }: { readonly count: number; readonly source: Stream },
): Replicates {
  const width = covariance.size;
  const root = lowerRoot(covariance);
  const values = new Float64Array(count * width);
  const z = new Float64Array(width);
  for (let at = 0; at < values.length; at += width)
    for (let i = 0; i < width; i++) {
      z[i] = normalQuantile(source.uniform());
      for (let j = 0; j <= i; j++) values[at + i] += root[triangle(i) + j] * z[j];
    }
  return { count, width, values };
}
