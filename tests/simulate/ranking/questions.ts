/** What is asked of the ranking: sets of ranks, planted nulls, power. */
import { planDefaults, rank, stream, type Plan, type Ranked } from "#analysis";
import { importance } from "../../../analysis/importance/lmg.ts";
import { symmetricOf } from "../../../analysis/numeric/matrix.ts";
import { experiences, plant, ways, type Planted, type Way } from "./planted.ts";

export interface RankingTask {
  readonly question: string;
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly replicates: number;
  readonly seed: number;
}

/** Sums over runs, under names that the page prints. */
export type Sums = ReadonlyMap<string, number>;

interface Question {
  readonly id: string;
  readonly coefficients: readonly number[];
  readonly way: Way;
  readonly sizes: readonly number[];
  /** Whether ranks count, or only what is called. */
  readonly needsReplicates: boolean;
  /** What is counted of one ranking, most important first; undefined where nothing was ranked. */
  count(
    ranked: readonly Ranked[] | undefined,
    planted: Planted,
  ): Iterable<readonly [string, number]>;
}

const called = ({ tier }: Ranked): boolean =>
  tier === "clear priority" || tier === "likely matters" || tier === "points the other way";

/** Importance in the population: from the correlations that the coefficients make. */
export function trueImportance(coefficients: readonly number[]): number[] {
  const size = coefficients.length + 1;
  const all = [...coefficients, 0.5];
  const total = all.reduce((sum, b) => sum + b, 0);
  const withY = all.map((b) => 0.7 * b + 0.3 * total);
  const variance = 1 + all.reduce((sum, b, k) => sum + b * withY[k]!, 0);
  const correlations = symmetricOf(size + 1, (i, j) =>
    i === j ? 1 : j === 0 ? withY[i - 1]! / Math.sqrt(variance) : 0.3,
  );
  const players = coefficients.map((_, k) => [k + 1]);
  return Array.from(importance(correlations, { outcome: 0, players, covariates: [size] }).lmg);
}

/** Whether all true ranks lie in their sets, of equals each of the ranks that they share. */
function* ofSets(ranked: readonly Ranked[] | undefined, { coefficients }: Planted) {
  if (ranked === undefined) return;
  const truth = trueImportance(coefficients);
  const names = experiences(truth.length);
  const holds = ranked.every(({ id, rankLow, rankHigh }) => {
    const own = truth[names.indexOf(id)]!;
    const above = truth.filter((other) => other > own + 1e-9).length;
    const level = truth.filter((other) => Math.abs(other - own) <= 1e-9).length;
    return rankLow <= above + 1 && above + level <= rankHigh;
  });
  yield ["ranked", 1] as const;
  yield ["all in their sets", Number(holds)] as const;
  const width = ranked.reduce((sum, { rankLow, rankHigh }) => sum + rankHigh - rankLow + 1, 0);
  yield ["ranks per set", width / ranked.length] as const;
}

/** Whether any experience without a coefficient of its own is called. */
function* ofNulls(ranked: readonly Ranked[] | undefined, { coefficients }: Planted) {
  const names = experiences(coefficients.length);
  const isNull = ({ id }: Ranked) => coefficients[names.indexOf(id)] === 0;
  const all = ranked ?? [];
  yield ["ranked", Number(ranked !== undefined)] as const;
  yield ["a null called", Number(all.some((one) => isNull(one) && called(one)))] as const;
  yield ["real called", all.filter((one) => !isNull(one) && called(one)).length] as const;
}

function* ofPower(ranked: readonly Ranked[] | undefined, { coefficients }: Planted) {
  yield ["ranked", Number(ranked !== undefined)] as const;
  const names = experiences(coefficients.length);
  for (const one of ranked ?? []) {
    const planted = partials[names.indexOf(one.id)];
    yield [`${planted} called`, Number(called(one))] as const;
    const inTop = one.rankHigh <= Math.ceil(partials.length / 3);
    yield [`${planted} in the top third`, Number(inTop)] as const;
  }
}

const even = (count: number, value: (k: number) => number): number[] =>
  Array.from({ length: count }, (_, k) => value(k));

/** Partial correlations planted for the table of power. */
export const partials = [0.3, 0.2, 0.15, 0.1, 0.05, 0, 0, 0, 0] as const;

/** The coefficient that gives a partial correlation given all others: ten variables that correlate 0.3. */
function coefficientFor(partial: number): number {
  const left = 0.7 * (1 + 0.3 / (0.7 + 0.3 * partials.length));
  return partial / Math.sqrt(1 - partial ** 2) / Math.sqrt(left);
}

const sets = (name: string, coefficient: (k: number) => number): Question => ({
  id: `rank sets, ${name}`,
  coefficients: even(6, coefficient),
  way: "numbers",
  sizes: [300, 1000],
  needsReplicates: true,
  count: ofSets,
});

const nulls = (name: string, real: number, way: Way): Question => ({
  id: `planted nulls, ${name}, ${way}`,
  // Of a yes/no answer with one yes in five, whose deviation is 0.4, beside an error of more than 2.
  coefficients: even(8, (k) => (k < real ? (way === "yes/no, uneven errors" ? 1.5 : 0.25) : 0)),
  way,
  sizes: [300, 1000],
  needsReplicates: false,
  count: ofNulls,
});

export const questions: readonly Question[] = [
  sets("equal", () => 0.12),
  sets("close", (k) => 0.14 - 0.008 * k),
  sets("distinct", (k) => 0.04 * (6 - k)),
  ...ways.map((way) => nulls("3 of 8 real", 3, way)),
  nulls("none of 8 real", 0, "numbers"),
  {
    id: "power",
    coefficients: partials.map(coefficientFor),
    way: "numbers",
    sizes: [200, 500, 1000, 2000],
    needsReplicates: true,
    count: ofPower,
  },
];

export function ranking(task: RankingTask): Sums {
  const question = questions.find(({ id }) => id === task.question)!;
  const planted = { ...question, n: task.n };
  const sums = new Map<string, number>();
  for (let run = task.from; run < task.to; run++) {
    const table = plant(
      planted,
      stream(task.seed, 1000 + questions.indexOf(question), task.n, run),
    );
    const [answer] = rank(table, planFor(planted, { ...task, seed: run }));
    const counted = question.count(answer?.ok ? answer.ranked : undefined, planted);
    for (const [name, value] of [["runs", 1] as const, ...counted])
      sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return sums;
}

const planFor = (
  { coefficients, way }: Planted,
  chance: Pick<Plan, "replicates" | "seed">,
): Plan => ({
  ...planDefaults,
  predictors: experiences(coefficients.length),
  outcomes: ["y"],
  covariates: ["z"],
  weight: way === "weighted" ? "weight" : null,
  design: { ...planDefaults.design, clusters: way === "clustered" ? "cluster" : null },
  replicates: chance.replicates,
  seed: chance.seed,
});
