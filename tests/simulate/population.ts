/**
 * Who there is, and how people are drawn from them.
 *
 * One population of five normal traits, each correlated 0.3 with each other, seen in four ways: as it is; through
 * coarse and lopsided answers; by a sample in which some people are more likely to be than others; by a sample of
 * whole groups of alike people.
 */
import { stream, type Level, type Stream } from "#analysis";
import { normalQuantile } from "../../analysis/numeric/normal.ts";

export const kinds = ["continuous", "skewed ordinal", "weighted", "clustered"] as const;
export type Kind = (typeof kinds)[number];

/** Their traits, by trait, and how they came to be in the sample. */
export interface People {
  readonly kind: Kind;
  readonly n: number;
  readonly traits: readonly Float64Array[];
  readonly weights?: Float64Array;
  readonly clusters?: Float64Array;
  readonly strata?: Float64Array;
}

const traitCount = 5;
const correlation = 0.3;

/** A sample of n people. */
export function draw(kind: Kind, n: number, source: Stream): People {
  if (kind === "weighted") return byChance(n, source);
  const traits = independent(n, source);
  mix(traits);
  return kind === "clustered" ? inClusters(traits, source) : { kind, n, traits };
}

const independent = (n: number, source: Stream): Float64Array[] =>
  Array.from({ length: traitCount + 1 }, () =>
    Float64Array.from({ length: n }, () => normalQuantile(source.uniform())),
  );

/** Makes of independent columns, the last of them one more than traits, traits that share that last one. */
function mix(columns: Float64Array[]): void {
  const factor = columns.pop()!;
  for (const column of columns)
    for (let i = 0; i < column.length; i++)
      column[i] = Math.sqrt(correlation) * factor[i]! + Math.sqrt(1 - correlation) * column[i]!;
}

/** High values of the first two traits are up to seven times as likely to be in the sample as low ones. */
function byChance(n: number, source: Stream): People {
  // More than half are taken: three times as many as wanted are enough.
  const candidates = independent(3 * n, source);
  mix(candidates);
  const [x, y] = candidates;
  const chances = x!.map((value, i) => 0.15 + 0.85 / (1 + Math.exp(-value - y![i]! / 2)));
  const rows: number[] = [];
  for (let i = 0; rows.length < n; i++) if (source.uniform() < chances[i]!) rows.push(i);
  return {
    kind: "weighted",
    n,
    traits: candidates.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    weights: Float64Array.from(rows, (row) => 1 / chances[row]!),
  };
}

const clusterSize = 5;
/** Share of every trait's variance that lies between clusters. */
const alike = 0.2;

/** Clusters of five in two strata: what they share has the correlations of the traits, too. */
function inClusters(own: readonly Float64Array[], source: Stream): People {
  const n = own[0]!.length;
  const clusters = Float64Array.from({ length: n }, (_, i) => Math.floor(i / clusterSize));
  const count = clusters[n - 1]! + 1;
  const shared = independent(count, source);
  mix(shared);
  return {
    kind: "clustered",
    n,
    traits: own.map((values, trait) =>
      values.map(
        (value, i) =>
          Math.sqrt(alike) * shared[trait]![clusters[i]!]! + Math.sqrt(1 - alike) * value,
      ),
    ),
    clusters,
    strata: clusters.map((cluster) => Number(cluster >= count / 2)),
  };
}

/** So many that what they give is off by a sixteenth of the standard error of a thousand people, at most. */
const everybodyCount = 2 ** 18;

/** The population itself, as nearly as a large sample is one: with exactly its means, deviations and correlations. */
export function everybody(kind: Kind): People {
  const columns = independent(everybodyCount, stream(everybodyCount));
  for (const [k, column] of columns.entries()) {
    const mean = column.reduce((sum, value) => sum + value, 0) / everybodyCount;
    for (let i = 0; i < everybodyCount; i++) column[i]! -= mean;
    for (const earlier of columns.slice(0, k)) {
      const slope = product(column, earlier);
      for (let i = 0; i < everybodyCount; i++) column[i]! -= slope * earlier[i]!;
    }
    const deviation = Math.sqrt(product(column, column));
    for (let i = 0; i < everybodyCount; i++) column[i]! /= deviation;
  }
  mix(columns);
  return { kind, n: everybodyCount, traits: columns };
}

/** Mean of the products. */
function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum / x.length;
}

/** What a questionnaire of that level would record of a trait. */
export function measured({ kind, traits }: People, trait: number, level: Level): Float64Array {
  const { numbers, sharesOf } = kind === "skewed ordinal" ? lopsided : even;
  if (level === "interval" || level === "count") return traits[trait]!.map(numbers);
  const cuts = cutsOf(sharesOf(trait, level));
  return traits[trait]!.map((value) =>
    cuts.reduce((code, cut) => (value > cut ? code + 1 : code), 0),
  );
}

interface Instrument {
  numbers(value: number): number;
  /** Shares of the categories, lowest first. */
  sharesOf(trait: number, level: Level): readonly number[];
}

const even: Instrument = {
  numbers: (value) => value,
  sharesOf: (_, level) =>
    level === "binary" ? [0.5, 0.5] : level === "nominal" ? [0.3, 0.4, 0.3] : fifths,
};
const fifths = [0.2, 0.2, 0.2, 0.2, 0.2];

const lopsided: Instrument = {
  numbers: Math.exp,
  sharesOf: (trait, level) =>
    level === "binary"
      ? [0.8, 0.2]
      : level === "nominal"
        ? [0.5, 0.25, 0.15, 0.1]
        : trait === 1
          ? [0.05, 0.1, 0.25, 0.6]
          : [0.45, 0.25, 0.15, 0.1, 0.05],
};

function cutsOf(shares: readonly number[]): number[] {
  let below = 0;
  return shares.slice(0, -1).map((share) => normalQuantile((below += share)));
}
