/**
 * The ranking of what is associated with an outcome, and how sure each rank is.
 *
 * For each outcome the experiences of the plan are ranked, each on its own; where the plan names learning
 * outcomes, these are ranked too, each with all its evidence as one player. The way of a ranking:
 *
 *   question → panel (people without gaps, variables on their scales) → importance and evidence (`ground.ts`)
 *   → replicates → order, rank sets, tiers → stress test and comparison of groups
 *
 * Importance is LMG: the explained variance (R2) beyond the covariates, shared out (importance/lmg.ts), with a mark of
 * what chance alone gives. Evidence is kept apart: the difference of the outcome along a step of the experience in one
 * model of all experiences and covariates, with Holm over everything ranked together (ranking/evidence.ts).
 *
 * Uncertainty: percentile intervals of LMG and simultaneous rank sets from replicates of the people, weights made anew
 * in each. Replicate b of outcome k draws from stream(seed, k, b): the plan alone decides the numbers, whoever
 * computes which replicates.
 *
 * No ranking is given where there are too few people, fewer than two things vary, or all together add
 * less than 2 % to the explained variance (or their joint test has p > .05): an order of noise is none.
 */
import { forReplicate, lmgSolver } from "./importance/lmg.ts";
import { type Replicates, bootstrap, stacked } from "./inference/bootstrap.ts";
import type { Plan } from "./plan.ts";
import type { Ranking, Unranked } from "./ranking.ts";
import { type Ground, groundOf } from "./ranking/ground.ts";
import { rankingFrom } from "./ranking/conclude.ts";
import { type Question, questionsOf } from "./ranking/question.ts";
import type { Table } from "./table.ts";
import { type Weighting, weightingFor } from "./weights/weighting.ts";

type Report = (done: number, total: number) => void;

/** Rankings in the order of the plan's outcomes: of experiences, then of learning outcomes. */
export function rank(
  table: Table,
  plan: Plan,
  onProgress: Report = () => {},
): (Ranking | Unranked)[] {
  const started = start(table, plan);
  const steps = Math.max(1, plan.replicates);
  const total = started.grounds.length * steps;
  const replicates = started.grounds.map((ground, number) => {
    const before = number * steps;
    const drawn = drawAgain(ground, started, {
      onReplicate: (done) => done % batch === 0 && onProgress(before + done, total),
    });
    onProgress(before + steps, total);
    return drawn;
  });
  return conclude(started, replicates);
}

/** How many rankings a plan asks for: the numbers that `replicate` takes. */
export const countRankings = (table: Table, plan: Plan): number => allQuestions(table, plan).length;

export interface Portion {
  /** Replicates from this one on ... */
  readonly from?: number;
  /** ... up to, without, this one; absent: all that the plan asks for. */
  readonly to?: number;
  readonly onReplicate?: (done: number) => void;
}

/**
 * The slow part of one ranking, by its number: its importances among people drawn again. Portions may be computed
 * apart, in any order and by several workers: stacked in order they are the whole, byte for byte. Empty where nothing
 * is ranked.
 */
export function replicate(
  table: Table,
  plan: Plan,
  { ranking, ...portion }: Portion & { readonly ranking: number },
): Replicates {
  const question = allQuestions(table, plan)[ranking];
  if (question === undefined)
    throw new RangeError(`replicate requires a ranking of the plan, got number ${ranking}`);
  const weighting = weightingFor(table, plan);
  const ground = groundOf(table, plan, { question, weighting });
  return drawAgain(ground, { plan, weighting }, portion);
}

/** The rest: the rankings of a plan from the replicates of each. */
export const finish = (
  table: Table,
  plan: Plan,
  replicates: readonly Replicates[],
): (Ranking | Unranked)[] => conclude(start(table, plan), replicates);

/** Replicates between two words of progress. */
const batch = 25;

interface Started {
  readonly table: Table;
  readonly plan: Plan;
  readonly weighting: Weighting;
  readonly grounds: readonly (Ground | Unranked)[];
}

function start(table: Table, plan: Plan): Started {
  const weighting = weightingFor(table, plan);
  const grounds = allQuestions(table, plan).map((question) =>
    groundOf(table, plan, { question, weighting }),
  );
  return { table, plan, weighting, grounds };
}

const allQuestions = (table: Table, plan: Plan): Question[] =>
  plan.outcomes.flatMap((_, outcome) => questionsOf(table, plan, outcome));

function drawAgain(
  ground: Ground | Unranked,
  { plan, weighting }: Pick<Started, "plan" | "weighting">,
  { from = 0, to = plan.replicates, onReplicate }: Portion,
): Replicates {
  if (!ground.ok || to <= from) return stacked([]);
  const { panel, correlations, question } = ground;
  const solver = lmgSolver(ground.game, { ...forReplicate, seed: plan.seed });
  return bootstrap((counts) => solver.solve(correlations(counts)), {
    people: panel.people,
    replicates: { from, to },
    seed: plan.seed,
    address: question.address,
    resample: weighting.resampler(panel.rows),
    ...(onReplicate && { onReplicate }),
  });
}

const conclude = (started: Started, replicates: readonly Replicates[]): (Ranking | Unranked)[] =>
  started.grounds.map((ground, number) =>
    ground.ok ? rankingFrom(ground, { ...started, replicates: replicates[number] }) : ground,
  );
