/**
 * The polyserial correlation with rho and thresholds maximised together.
 *
 * Given x, the answer follows an ordered probit regression on z with slope β = rho / s and cuts α = τ / s, whose
 * likelihood has one peak (Pratt 1981): rho = β / sqrt(1 + β²). By Fisher scoring from β = 0.
 */
import { marginOf } from "../methods/margin.ts";
import { massOf, type Pairs } from "../methods/method.ts";
import { correlate } from "../methods/pearson.ts";
import { climb } from "../numeric/climb.ts";
import { lowerRoot, place, solveRoot, triangle } from "../numeric/matrix.ts";
import { normalDensity } from "../numeric/normal.ts";
import { between, standardised, type Answers } from "./polyserial.ts";
import { cutsOf } from "./thresholds.ts";

/**
 * @param pairs x the number, y the ordered answer
 * @param divisor of the sum of squares that standardises x: n, or n - 1 as some packages have it
 * @returns undefined where x or y does not vary, and where x tells the answers apart without error
 */
export function polyserialJointly(pairs: Pairs, divisor = pairs.n): number | undefined {
  const margin = marginOf(pairs.y, massOf(pairs));
  const line = correlate(pairs.x, Float64Array.from(margin.codes), massOf(pairs));
  if (line === undefined) return undefined;
  const answers = { z: standardised(pairs.x, line), codes: margin.codes, mass: massOf(pairs) };
  // Parameters: the cuts, then the slope. With slope 0 the thresholds of the margin are the peak.
  const top = climb(Float64Array.of(...cutsOf(margin), 0), {
    height: (at) => logLikelihoodOf(answers, at),
    step: (at) => scoringStep(answers, at),
  });
  if (top === undefined) return undefined;
  const slope = top[top.length - 1] * Math.sqrt(pairs.n / divisor);
  return slope / Math.sqrt(1 + slope * slope);
}

function logLikelihoodOf({ z, codes, mass }: Answers, parameters: Float64Array): number {
  const last = parameters.length - 1;
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const code = codes[i];
    const by = parameters[last] * z[i];
    const lower = code === 0 ? -Infinity : parameters[code - 1] - by;
    const upper = code === last ? Infinity : parameters[code] - by;
    sum += (mass === undefined ? 1 : mass[i]) * Math.log(between(lower, upper));
  }
  return sum;
}

/** Information⁻¹ times score; the information is expected over the answers that each person might have given. */
function scoringStep({ z, codes, mass }: Answers, parameters: Float64Array): Float64Array {
  const last = parameters.length - 1;
  const slope = parameters[last];
  const score = new Float64Array(parameters.length);
  const information = new Float64Array(triangle(parameters.length));
  for (let i = 0; i < z.length; i++) {
    const m = mass === undefined ? 1 : mass[i];
    for (let code = 0; code <= last; code++) {
      const lower = code === 0 ? -Infinity : parameters[code - 1] - slope * z[i];
      const upper = code === last ? Infinity : parameters[code] - slope * z[i];
      const chance = between(lower, upper);
      const [under, over] = [normalDensity(lower), normalDensity(upper)];
      // Only the two cuts of a category and the slope move its chance.
      const moves = [
        ...(code > 0 ? [[code - 1, -under] as const] : []),
        ...(code < last ? [[code, over] as const] : []),
        [last, z[i] * (under - over)] as const,
      ];
      for (const [at, by] of moves) {
        if (code === codes[i]) score[at] += (m * by) / chance;
        for (const [other, also] of moves)
          if (other <= at) information[place(at, other)] += (m * by * also) / chance;
      }
    }
  }
  return solveRoot(lowerRoot({ size: parameters.length, values: information }), score);
}
