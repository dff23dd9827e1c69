/**
 * The likelihood of proportional odds, logit P(Y <= j) = ζ_j - b' x (McCullagh 1980), and its top.
 *
 * Found by Newton's method on standardised terms; it has one top only (Pratt 1981). With weights it is the likelihood
 * of the people they stand for.
 */
import { dot } from "../adjusted/basis.ts";
import { marginOf, type Margin } from "../methods/margin.ts";
import { lowerRoot, place, solveRoot, triangle } from "../numeric/matrix.ts";
import { leastSquares } from "./least-squares.ts";
import type { Term, Unfitted } from "./terms.ts";

export interface OrderedFit {
  readonly kept: readonly Term[];
  /** Names of the terms that repeat others. */
  readonly dropped: readonly string[];
  /** The cutpoints and the slopes of standardised terms. */
  readonly parameters: Float64Array;
  /** Cholesky root of the observed information on them. */
  readonly root: Float64Array;
  /** Per kept term, and per cut, the weighted sum of the parameters that is its coefficient in its own units. */
  readonly slopes: readonly Float64Array[];
  readonly cuts: readonly Float64Array[];
  readonly logLikelihood: number;
  /** Slopes of the likelihood person by person, times the weight: one column per parameter. */
  scores(): Float64Array[];
}

/** @param weights above 0; absent: everybody counts once */
export function orderedFit(
  y: Float64Array,
  terms: readonly Term[],
  weights?: Float64Array,
): OrderedFit | Unfitted["because"] {
  const margin = marginOf(y, weights);
  const cuts = margin.values.length - 1;
  if (cuts < 1) return "no variation";
  const { basis, dropped } = leastSquares(y, terms);
  const kept = basis.from.map((at) => terms[at]);
  if (y.length <= cuts + kept.length) return "too few people";
  const scales = kept.map(({ values }) => scaleOf(values));
  const columns = kept.map(({ values }, j) =>
    values.map((value) => (value - scales[j].mean) / scales[j].sd),
  );
  const people = { margin, columns, weights };
  const top = climb(people);
  if (top === undefined) return "no finite fit";
  const size = top.parameters.length;
  return {
    ...top,
    kept,
    dropped,
    slopes: scales.map(({ sd }, j) => new Float64Array(size).with(cuts + j, 1 / sd)),
    cuts: Array.from({ length: cuts }, (_, cut) => {
      // Back from centred columns: ζ = ζ' + Σ b' mean / sd.
      const direction = new Float64Array(size).with(cut, 1);
      scales.forEach(({ mean, sd }, j) => (direction[cuts + j] = mean / sd));
      return direction;
    }),
    scores: () => {
      const into = Array.from({ length: size }, () => new Float64Array(y.length));
      slopeAt(top.parameters, people, into);
      return into;
    },
  };
}

/** The coefficient that a direction is. */
export const along = (direction: Float64Array, { parameters }: OrderedFit): number =>
  dot(direction, parameters);

interface People {
  readonly margin: Margin;
  readonly columns: readonly Float64Array[];
  readonly weights: Float64Array | undefined;
}

function scaleOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / values.length) };
}

const settled = 1e-9;
const mostRounds = 60;
const mostHalvings = 30;

/** Newton's method from the cutpoints of the margin and slopes of 0. */
function climb(people: People) {
  const { margin, columns } = people;
  const cuts = margin.values.length - 1;
  let parameters = new Float64Array(cuts + columns.length);
  for (let cut = 0, below = 0; cut < cuts; cut++) {
    below += margin.mass[cut];
    parameters[cut] = Math.log(below / (margin.total - below));
  }
  let here = slopeAt(parameters, people);
  for (let round = 0; round < mostRounds; round++) {
    const root = lowerRoot(here.information);
    // A direction without curvature is one in which the likelihood rises for ever.
    if (parameters.some((_, at) => root[place(at, at)] === 0)) return undefined;
    const step = solveRoot(root, here.score);
    const { logLikelihood } = here;
    const largest = step.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    if (largest <= settled) return { parameters, root, logLikelihood };
    let length = 1;
    for (let halving = 0; ; halving++, length /= 2) {
      if (halving === mostHalvings) return undefined;
      const tried = parameters.map((value, at) => value + length * step[at]);
      const there = slopeAt(tried, people);
      if (!(there.logLikelihood >= logLikelihood - 1e-12 * Math.abs(logLikelihood))) continue;
      [parameters, here] = [tried, there];
      break;
    }
  }
  return undefined;
}

/**
 * Log likelihood, its slope (person by person to `into`) and minus its curvature. With u and l the cuts above and below a person's category less
 * the linear predictor, P = F(u) - F(l); F' = F (1 - F), F'' = F' (1 - 2 F); u has slope 1 in its cut and -x in b.
 */
function slopeAt(
  parameters: Float64Array,
  { margin, columns, weights }: People,
  into?: Float64Array[],
) {
  const cuts = margin.values.length - 1;
  const size = parameters.length;
  const score = new Float64Array(size);
  const curvature = new Float64Array(triangle(size));
  const [upper, lower, own] = [0, 1, 2].map(() => new Float64Array(size));
  let logLikelihood = 0;
  margin.codes.forEach((code, i) => {
    let eta = 0;
    columns.forEach((column, j) => (eta += parameters[cuts + j] * column[i]));
    const u = code < cuts ? logistic(parameters[code] - eta) : certain;
    const l = code > 0 ? logistic(parameters[code - 1] - eta) : never;
    const chance = u.at > 0.5 && l.at > 0.5 ? l.rest - u.rest : u.at - l.at;
    const w = weights === undefined ? 1 : weights[i];
    logLikelihood += chance > 0 ? w * Math.log(chance) : -Infinity;
    upper.fill(0);
    lower.fill(0);
    if (code < cuts) upper[code] = 1;
    if (code > 0) lower[code - 1] = 1;
    columns.forEach((column, j) => {
      upper[cuts + j] = -column[i];
      lower[cuts + j] = -column[i];
    });
    for (let a = 0; a < size; a++) {
      own[a] = (u.slope * upper[a] - l.slope * lower[a]) / chance;
      score[a] += w * own[a];
      if (into !== undefined) into[a][i] = w * own[a];
    }
    for (let a = 0; a < size; a++)
      for (let b = 0; b <= a; b++)
        curvature[triangle(a) + b] +=
          w *
          (own[a] * own[b] -
            (u.bend * upper[a] * upper[b] - l.bend * lower[a] * lower[b]) / chance);
  });
  return { logLikelihood, score, information: { size, values: curvature } };
}

const certain = { at: 1, rest: 0, slope: 0, bend: 0 };
const never = { at: 0, rest: 1, slope: 0, bend: 0 };

function logistic(z: number) {
  const at = 1 / (1 + Math.exp(-z));
  const rest = 1 / (1 + Math.exp(z));
  return { at, rest, slope: at * rest, bend: at * rest * (rest - at) };
}
