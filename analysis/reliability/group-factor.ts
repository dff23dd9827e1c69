/**
 * One factor in several groups at once, with loadings and item means that are the groups' own or the same in all.
 *
 *   Σ_g = ψ_g λ λ' + diag θ_g,   μ_g = ν + α_g λ
 *
 * with ψ = 1 and α = 0 in the first group (Jöreskog 1971; Sörbom 1974), by maximum likelihood: the least
 * Σ n_g [ln|Σ_g| + tr(S_g Σ_g⁻¹) + (ȳ_g - μ_g)' Σ_g⁻¹ (ȳ_g - μ_g)]. Item means of the groups' own are fitted exactly and
 * left out.
 *
 * Fisher scoring: a parameter moves Σ_g by a b' + b a' and μ_g by m, so two of them share the information
 * (a'W c)(b'W d) + (a'W d)(b'W c) + m'W m̃ per person, W = Σ_g⁻¹, and the slope is a'W (S* - Σ) W b + m'W (ȳ - μ) with
 * S* = S + (ȳ - μ)(ȳ - μ)'.
 */
import { dot } from "../adjusted/basis.ts";
import { climb } from "../numeric/climb.ts";
import {
  entry,
  lowerRoot,
  solveRoot,
  symmetricOf,
  triangle,
  type Symmetric,
} from "../numeric/matrix.ts";
import { inverseOf, misfit, times } from "./one-factor.ts";

/** What a maximum likelihood fit needs to know of the people of a group. */
export interface GroupMoments {
  readonly n: number;
  readonly means: Float64Array;
  /** With n as denominator. */
  readonly covariance: Symmetric;
}

/** One group's part of a model. */
export interface GroupFactor {
  readonly loadings: Float64Array;
  /** Own variances of the items. */
  readonly own: Float64Array;
  /** Of the factor. */
  readonly variance: number;
  readonly mean: number;
  /** Item means where the factor is 0; null where they are the group's own. */
  readonly intercepts: Float64Array | null;
}

/** What is the same in all groups. */
export interface Equal {
  readonly loadings: boolean;
  readonly intercepts: boolean;
}

/** @returns undefined where the search does not end at variances above 0 */
export function groupFactors(
  groups: readonly GroupMoments[],
  equal: Equal,
  start: readonly GroupFactor[],
): GroupFactor[] | undefined {
  const places = placesOf(equal, groups.length, start[0].loadings.length);
  const at = new Float64Array(places.size);
  start.forEach((group, g) => write(at, places.groups[g], group));
  const modelAt = (parameters: Float64Array) =>
    places.groups.map((group) => read(parameters, group));
  const top = climb(at, {
    height: (parameters) => -groupMisfit(groups, modelAt(parameters)),
    step: (parameters) => scoringStep(groups, modelAt(parameters), places),
  });
  return top && modelAt(top);
}

/** Σ n_g [...] / N; Infinity where a variance is not above 0. */
export function groupMisfit(
  groups: readonly GroupMoments[],
  model: readonly GroupFactor[],
): number {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return groups.reduce((sum, group, g) => {
    if (!(model[g].variance > 0)) return Infinity;
    const scaled = withUnitVariance(model[g]);
    const off = distance(group, model[g]);
    return sum + (group.n / n) * misfit(starred(group, off), scaled);
  }, 0);
}

/** Places of one group's parameters among all; null: fixed. */
interface GroupPlaces {
  readonly loadings: readonly number[];
  readonly own: readonly number[];
  readonly variance: number | null;
  readonly mean: number | null;
  readonly intercepts: readonly number[] | null;
}

interface Places {
  readonly size: number;
  readonly groups: readonly GroupPlaces[];
}

function placesOf(equal: Equal, groups: number, items: number): Places {
  let size = 0;
  const one = () => size++;
  const several = () => Array.from({ length: items }, one);
  const loadings = equal.loadings ? several() : null;
  const intercepts = equal.intercepts ? several() : null;
  const all = Array.from({ length: groups }, (_, g): GroupPlaces => ({
    loadings: loadings ?? several(),
    own: several(),
    variance: equal.loadings && g > 0 ? one() : null,
    mean: equal.intercepts && g > 0 ? one() : null,
    intercepts,
  }));
  return { size, groups: all };
}

function write(at: Float64Array, places: GroupPlaces, group: GroupFactor): void {
  places.loadings.forEach((place, i) => (at[place] = group.loadings[i]));
  places.own.forEach((place, i) => (at[place] = group.own[i]));
  places.intercepts?.forEach((place, i) => (at[place] = group.intercepts![i]));
  if (places.variance !== null) at[places.variance] = group.variance;
  if (places.mean !== null) at[places.mean] = group.mean;
}

function read(at: Float64Array, places: GroupPlaces): GroupFactor {
  const several = (of: readonly number[]) => Float64Array.from(of, (place) => at[place]);
  return {
    loadings: several(places.loadings),
    own: several(places.own),
    variance: places.variance === null ? 1 : at[places.variance],
    mean: places.mean === null ? 0 : at[places.mean],
    intercepts: places.intercepts && several(places.intercepts),
  };
}

const withUnitVariance = ({ loadings, own, variance }: GroupFactor) => ({
  loadings: loadings.map((by) => by * Math.sqrt(variance)),
  own,
});

/** ȳ - μ. */
const distance = ({ means }: GroupMoments, { intercepts, mean, loadings }: GroupFactor) =>
  means.map((value, i) => (intercepts === null ? 0 : value - intercepts[i] - mean * loadings[i]));

/** S + (ȳ - μ)(ȳ - μ)'. */
const starred = ({ covariance }: GroupMoments, off: Float64Array): Symmetric =>
  symmetricOf(covariance.size, (i, j) => entry(covariance, i, j) + off[i] * off[j]);

/** How a parameter moves a group: Σ by a b' + b a', μ by m. */
interface Move {
  readonly place: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly m: Float64Array;
}

function movesOf(group: GroupFactor, places: GroupPlaces): Move[] {
  const { loadings, variance, mean } = group;
  const none = new Float64Array(loadings.length);
  const unit = (i: number, by = 1) => none.with(i, by);
  const half = loadings.map((by) => by / 2);
  return [
    ...places.loadings.map((place, i) => ({
      place,
      a: unit(i),
      b: loadings.map((by) => variance * by),
      m: unit(i, mean),
    })),
    ...places.own.map((place, i) => ({ place, a: unit(i), b: unit(i, 0.5), m: none })),
    ...(places.intercepts ?? []).map((place, i) => ({ place, a: none, b: none, m: unit(i) })),
    ...(places.variance === null
      ? []
      : [{ place: places.variance, a: loadings, b: half, m: none }]),
    ...(places.mean === null ? [] : [{ place: places.mean, a: none, b: none, m: loadings }]),
  ];
}

function scoringStep(
  groups: readonly GroupMoments[],
  model: readonly GroupFactor[],
  { size, groups: places }: Places,
): Float64Array {
  const score = new Float64Array(size);
  const information = new Float64Array(triangle(size));
  groups.forEach((group, g) => {
    const inverse = inverseOf(withUnitVariance(model[g]));
    const off = distance(group, model[g]);
    const observed = starred(group, off);
    const moves = movesOf(model[g], places[g]);
    const seen = moves.map(({ a, b, m }) => ({
      a: times(inverse, a),
      b: times(inverse, b),
      m: times(inverse, m),
    }));
    moves.forEach((one, p) => {
      const { a, b, m } = seen[p];
      // Σ W b is b.
      score[one.place] += group.n * (dot(a, times(observed, b)) - dot(a, one.b) + dot(m, off));
      // W S* W b - W Σ W b, the second of which is W b.
      moves.forEach((other, q) => {
        if (other.place > one.place) return;
        const w = seen[q];
        information[triangle(one.place) + other.place] +=
          group.n *
          (dot(one.a, w.a) * dot(one.b, w.b) + dot(one.a, w.b) * dot(one.b, w.a) + dot(one.m, w.m));
      });
    });
  });
  return solveRoot(lowerRoot({ size, values: information }), score);
}
