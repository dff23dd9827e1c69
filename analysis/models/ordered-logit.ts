import { dot } from "../adjusted/basis.ts";
import { marginOf, type Margin } from "../methods/margin.ts";
import { lowerRoot, place, solveRoot, triangle } from "../numeric/matrix.ts";
import { leastSquares } from "./least-squares.ts";
import { coefficientOf, unfitted, type Coefficient, type Term, type Unfitted } from "./terms.ts";

export interface OrderedLogitModel {
  readonly ok: true;
  /** On the scale of log odds of a higher category, the same for every cut; no intercept. */
  readonly coefficients: readonly Coefficient[];
  /** Log odds of the categories up to each cut, for a person with zeros in all terms. */
  readonly cutpoints: readonly Pick<Coefficient, "value" | "se">[];
  readonly dropped: readonly string[];
  readonly n: number;
  readonly logLikelihood: number;
}

/**
 * Proportional-odds regression of ordered answers: logit P(Y <= j) = ζ_j - b' x (McCullagh 1980), by maximum
 * likelihood with Newton's method; the likelihood has one top only (Pratt 1981). Wald tests with the normal
 * distribution and the observed information.
 *
 * Assumes that a term moves the odds of "higher" by the same factor at every cut. Hazards: a term that only tells
 * the lowest answers from the rest breaks that; categories hardly anybody chose have wide cutpoints.
 *
 * @param y codes in the order of the categories, any numbers
 */
export function orderedLogitModel(
  y: Float64Array,
  terms: readonly Term[],
  { confidence }: { readonly confidence: number },
): OrderedLogitModel | Unfitted {
  const margin = marginOf(y);
  const cuts = margin.values.length - 1;
  if (cuts < 1) return unfitted("no variation");
  const { basis, dropped } = leastSquares(y, terms);
  const kept = basis.from.map((at) => terms[at]);
  if (y.length <= cuts + kept.length) return unfitted("too few people");
  const scales = kept.map(({ values }) => scaleOf(values));
  const columns = kept.map(({ values }, j) =>
    values.map((value) => (value - scales[j].mean) / scales[j].sd),
  );
  const top = climb(margin, columns);
  if (top === undefined) return unfitted("no finite fit");
  const { parameters, root, logLikelihood } = top;
  const size = parameters.length;
  /** A weighted sum of the parameters, with its error. */
  const rowOf = (direction: Float64Array) => ({
    value: dot(direction, parameters),
    se: Math.sqrt(dot(direction, solveRoot(root, direction))),
  });
  return {
    ok: true,
    coefficients: kept.map(({ name: term }, j) => {
      const row = rowOf(new Float64Array(size).with(cuts + j, 1 / scales[j].sd));
      return coefficientOf({ term, ...row }, { df: Infinity, confidence });
    }),
    cutpoints: Array.from({ length: cuts }, (_, cut) => {
      // Back from centred columns: ζ = ζ' + Σ b' mean / sd.
      const direction = new Float64Array(size);
      direction[cut] = 1;
      scales.forEach(({ mean, sd }, j) => (direction[cuts + j] = mean / sd));
      return rowOf(direction);
    }),
    dropped,
    n: y.length,
    logLikelihood,
  };
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
function climb(margin: Margin, columns: readonly Float64Array[]) {
  const cuts = margin.values.length - 1;
  let parameters = new Float64Array(cuts + columns.length);
  for (let cut = 0, below = 0; cut < cuts; cut++) {
    below += margin.mass[cut];
    parameters[cut] = Math.log(below / (margin.total - below));
  }
  let here = slopeAt(parameters, margin, columns);
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
      const there = slopeAt(tried, margin, columns);
      if (!(there.logLikelihood >= logLikelihood - 1e-12 * Math.abs(logLikelihood))) continue;
      [parameters, here] = [tried, there];
      break;
    }
  }
  return undefined;
}

/**
 * Log likelihood, its slope and minus its curvature. With u and l the cuts above and below a person's category less
 * the linear predictor, P = F(u) - F(l); F' = F (1 - F), F'' = F' (1 - 2 F); u has slope 1 in its cut and -x in b.
 */
function slopeAt(parameters: Float64Array, margin: Margin, columns: readonly Float64Array[]) {
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
    logLikelihood += chance > 0 ? Math.log(chance) : -Infinity;
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
      score[a] += own[a];
    }
    for (let a = 0; a < size; a++)
      for (let b = 0; b <= a; b++)
        curvature[triangle(a) + b] +=
          own[a] * own[b] - (u.bend * upper[a] * upper[b] - l.bend * lower[a] * lower[b]) / chance;
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
