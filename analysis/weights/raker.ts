/** Iterative proportional fitting over combinations of categories: the loop under raking, made to be run thousands of times. */
import { marginOf } from "../methods/margin.ts";

/** What is known of the population about one variable. */
export interface PopulationMargin {
  readonly name: string;
  /** The category of every person, none missing. */
  readonly codes: Float64Array;
  /** People of the population in every category. */
  readonly people: ReadonlyMap<number, number>;
  /** Names of the categories, for messages. */
  readonly labels?: ReadonlyMap<number, string>;
}

export interface Fit {
  /** How often all margins were gone through. */
  readonly rounds: number;
  /** Largest |current / wanted - 1| over all categories, and the margin it is in. */
  readonly misfit: number;
  readonly worst: number;
}

/**
 * Multiplies the weights until they meet every margin. With `counts` a person stands for so many: the margins are met
 * by counts times weights. A category in which nobody counts is left out, and the others of its margin share its people
 * in proportion: a replicate in which a rare category was not drawn is raked to the rest.
 */
export type Raker = (weights: Float64Array, counts?: Float64Array) => Fit;

export const settled = 1e-8;
const mostRounds = 500;

/**
 * Everybody of one combination of categories is always multiplied by the same number, so the rounds go over
 * combinations instead of people, usually some hundreds.
 */
export function rakerOf(margins: readonly PopulationMargin[], people: number): Raker {
  const { cellOf, cells, known } = combinations(margins, people);
  const before = new Float64Array(cells);
  const now = new Float64Array(cells);
  return (weights, counts) => {
    now.fill(0);
    for (let i = 0; i < people; i++)
      now[cellOf[i]] += counts === undefined ? weights[i] : counts[i] * weights[i];
    before.set(now);
    for (const margin of known) aimAtPresent(margin, now);
    const fit = rounds(known, now);
    for (let cell = 0; cell < cells; cell++) if (before[cell] > 0) now[cell] /= before[cell];
    for (let i = 0; i < people; i++) weights[i] *= now[cellOf[i]];
    return fit;
  };
}

/** One margin over combinations. */
interface Known {
  /** Per combination the place of its category. */
  readonly category: Int32Array;
  /** Per category the people of the population, as given and among the categories that are present. */
  readonly people: Float64Array;
  readonly wanted: Float64Array;
  /** Room for the current sums. */
  readonly sums: Float64Array;
}

function combinations(
  margins: readonly PopulationMargin[],
  people: number,
): { cellOf: Int32Array; cells: number; known: Known[] } {
  const places = margins.map(placesIn);
  let cellOf = new Int32Array(people);
  let cells = 1;
  margins.forEach((margin, m) => {
    const both = new Float64Array(people);
    for (let i = 0; i < people; i++) both[i] = cellOf[i] * margin.people.size + places[m][i];
    const { codes, values } = marginOf(both);
    cellOf = Int32Array.from(codes);
    cells = values.length;
  });
  const known = margins.map((margin, m): Known => {
    const category = new Int32Array(cells);
    for (let i = 0; i < people; i++) category[cellOf[i]] = places[m][i];
    const given = Float64Array.from(margin.people.values());
    return { category, people: given, wanted: given.slice(), sums: given.slice() };
  });
  return { cellOf, cells, known };
}

/** Per person, which of the margin's categories it is. */
function placesIn({ codes, people }: PopulationMargin): Int32Array {
  const place = new Map(Array.from(people.keys(), (code, at) => [code, at]));
  const places = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) places[i] = place.get(codes[i])!;
  return places;
}

function aimAtPresent(margin: Known, cells: Float64Array): void {
  const { people, wanted, sums } = margin;
  sumUp(margin, cells);
  let all = 0;
  let present = 0;
  for (let j = 0; j < people.length; j++) {
    all += people[j];
    if (sums[j] > 0) present += people[j];
  }
  for (let j = 0; j < people.length; j++) wanted[j] = sums[j] > 0 ? people[j] * (all / present) : 0;
}

function rounds(known: readonly Known[], cells: Float64Array): Fit {
  for (let round = 1; ; round++) {
    for (const margin of known) {
      const { category, wanted, sums } = margin;
      sumUp(margin, cells);
      for (let j = 0; j < sums.length; j++) sums[j] = sums[j] > 0 ? wanted[j] / sums[j] : 0;
      for (let cell = 0; cell < cells.length; cell++) cells[cell] *= sums[category[cell]];
    }
    let [misfit, worst] = [0, 0];
    known.forEach((margin, m) => {
      const one = misfitOf(margin, cells);
      if (one > misfit) [misfit, worst] = [one, m];
    });
    if (misfit <= settled || round === mostRounds) return { rounds: round, misfit, worst };
  }
}

function misfitOf(margin: Known, cells: Float64Array): number {
  const { wanted, sums } = margin;
  sumUp(margin, cells);
  let misfit = 0;
  for (let j = 0; j < sums.length; j++)
    if (wanted[j] > 0) misfit = Math.max(misfit, Math.abs(sums[j] / wanted[j] - 1));
  return misfit;
}

function sumUp({ category, sums }: Known, cells: Float64Array): void {
  sums.fill(0);
  for (let cell = 0; cell < cells.length; cell++) sums[category[cell]] += cells[cell];
}
