/** What the simulation asks of a method: a number and its 95 % interval, from people. */
import {
  planDefaults,
  type Column,
  type Design,
  type Level,
  type Plan,
  type Table,
} from "#analysis";
import type { Interval } from "../../../analysis/association.ts";
import { kinds, measured, type Kind, type People } from "../population.ts";

export interface Found {
  readonly value: number;
  /** Null where the method gives none for such people. */
  readonly interval: Interval | null;
}

export interface Estimator {
  readonly id: string;
  readonly kinds: readonly Kind[];
  /** Bootstrapped: fewer runs. */
  readonly slow?: true;
  /** Undefined where nothing can be estimated of these people. */
  estimate(people: People, chance: Chance): Found | undefined;
}

/** Of the bootstrap. */
export interface Chance {
  readonly replicates: number;
  readonly seed: number;
}

export const confidence = 0.95;

/** Names of the five traits as variables. */
export const names = ["x", "y", "z", "a", "b"] as const;

export const everyKind: readonly Kind[] = kinds;
/** For what takes neither weights nor clusters. */
export const unweighted: readonly Kind[] = ["continuous", "skewed ordinal"];

/** Numbers where there are any, else ordered categories. */
export const finest = ({ kind }: People): Level =>
  kind === "skewed ordinal" ? "ordinal" : "interval";

/** The first traits as columns of these levels, and how the people were drawn. */
export function tableOf(people: People, levels: readonly Level[]): Table {
  const { n, weights, clusters, strata } = people;
  const column = (id: string, level: Level, values: Float64Array | undefined): Column[] =>
    values === undefined ? [] : [{ id, label: id, level, values }];
  const columns = [
    ...levels.flatMap((level, k) => column(names[k]!, level, measured(people, k, level))),
    ...column("weight", "interval", weights),
    ...column("cluster", "nominal", clusters),
    ...column("stratum", "nominal", strata),
  ];
  return { rows: n, columns: new Map(columns.map((one) => [one.id, one])) };
}

/** How the people were drawn; where nothing is known of it, everybody counts once. */
export const designOf = ({ n, weights, clusters, strata }: People): Design => ({
  weights: weights ?? new Float64Array(n).fill(1),
  ...(clusters && { clusters }),
  ...(strata && { strata }),
});

/** x against y, in a plan that knows how the people were drawn. */
export const planOf = ({ weights, clusters, strata }: People, more: Partial<Plan>): Plan => ({
  ...planDefaults,
  predictors: ["x"],
  outcomes: ["y"],
  weight: weights ? "weight" : null,
  design: {
    strata: strata ? "stratum" : null,
    clusters: clusters ? "cluster" : null,
    population: null,
  },
  confidence,
  ...more,
});
