/**
 * The ranking of what is associated with an outcome, and how sure each rank is.
 *
 * For each outcome the experiences of the plan are ranked, each on its own; where the plan names learning
 * outcomes, these are ranked too, each with all its evidence as one player. Importance is LMG: the
 * explained variance (R2) beyond the covariates, shared out (see importance/lmg.ts). Evidence is kept
 * apart: the partial correlation given the covariates, with Holm over everything ranked together.
 *
 * Scales: an ordinal outcome counts by its scores, a binary one as 0 and 1 (linear probability), a count
 * as log(1 + count), a nominal outcome is not ranked. Predictors likewise; a nominal one enters with its
 * dummies as one player.
 *
 * Uncertainty: percentile intervals of LMG and simultaneous rank sets from the bootstrap of the people.
 * Replicate b of outcome k draws from stream(seed, k, b): the plan alone decides the numbers.
 *
 * No ranking is given where there are too few people, fewer than two things vary, or all together add
 * less than 2 % to the explained variance (or their joint F test has p > .05): an order of noise is none.
 */
import { correlator } from "./importance/correlations.ts";
import { evidenceOf, jointP } from "./importance/evidence.ts";
import { forEstimate, forReplicate, importance, lmgSolver } from "./importance/lmg.ts";
import { inOrder, withParts } from "./importance/ordered.ts";
import { gameOf, hasPeopleEnough, panelOf } from "./importance/panel.ts";
import { type Question, questionsOf } from "./importance/question.ts";
import { bootstrap } from "./inference/bootstrap.ts";
import type { Plan } from "./plan.ts";
import type { NoRanking, Ranking, Unranked } from "./ranking.ts";
import type { Table } from "./table.ts";
import { effectiveN } from "./weights/effective-n.ts";

type Report = (done: number, total: number) => void;

/** Rankings in the order of the plan's outcomes: of experiences, then of learning outcomes. */
export function rank(
  table: Table,
  plan: Plan,
  onProgress: Report = () => {},
): (Ranking | Unranked)[] {
  const asked = plan.outcomes.map((_, outcome) => questionsOf(table, plan, outcome).length);
  const total = asked.reduce((sum, questions) => sum + questions, 0) * stepsOf(plan);
  let before = 0;
  return plan.outcomes.flatMap((_, outcome) => {
    const answers = rankOutcome(table, plan, {
      outcome,
      onProgress: (done) => onProgress(before + done, total),
    });
    before += asked[outcome] * stepsOf(plan);
    return answers;
  });
}

/**
 * The part of `rank` about one outcome, by its number in the plan. Outcomes may be ranked apart, in any
 * order and by several workers: put together they are what `rank` gives, byte for byte.
 */
export function rankOutcome(
  table: Table,
  plan: Plan,
  { outcome, onProgress = () => {} }: { readonly outcome: number; readonly onProgress?: Report },
): (Ranking | Unranked)[] {
  const questions = questionsOf(table, plan, outcome);
  const steps = stepsOf(plan);
  const answers: (Ranking | Unranked)[] = [];
  for (const [at, question] of questions.entries()) {
    const report = (done: number): void => {
      if (done % batch === 0) onProgress(at * steps + done, questions.length * steps);
    };
    answers.push(withParts(answer(table, plan, { question, report }), answers));
    onProgress((at + 1) * steps, questions.length * steps);
  }
  return answers;
}

/** Replicates between two words of progress. */
const batch = 25;
/** Steps of progress that one ranking counts for. */
const stepsOf = ({ replicates }: Plan): number => Math.max(1, replicates);

interface Task {
  readonly question: Question;
  readonly report: (done: number) => void;
}

function answer(table: Table, plan: Plan, { question, report }: Task): Ranking | Unranked {
  const { outcome, of } = question;
  const panel = panelOf(table, {
    outcome,
    covariates: plan.covariates.filter((id) => id !== outcome),
    weight: plan.weight,
    variables: [...new Set(question.items.flatMap((item) => item.members))],
  });
  const items = question.items
    .map((item) => ({ ...item, members: item.members.filter((id) => panel.variables.has(id)) }))
    .filter((item) => item.members.length > 0);
  const no = (because: NoRanking, addedRSquared: number | null = null): Unranked => ({
    outcome,
    of,
    ok: false,
    because,
    n: panel.people,
    addedRSquared,
  });
  if (!hasPeopleEnough(panel)) return no("too few complete people");
  if (items.length < 2) return no("fewer than two experiences vary");

  const { columns, game } = gameOf(panel, items);
  const correlations = correlator(columns, panel.weights);
  const shares = importance(correlations(), game, { ...forEstimate, seed: plan.seed });
  const { addedRSquared } = shares;
  if (addedRSquared < leastAdded || jointP(panel, plan) > 0.05)
    return no("together they explain almost nothing", addedRSquared);

  const solver = lmgSolver(game, { ...forReplicate, seed: plan.seed });
  const replicates = bootstrap((counts) => solver.solve(correlations(counts)), {
    people: panel.people,
    replicates: plan.replicates,
    seed: plan.seed,
    address: question.address,
    weighted: panel.weights !== undefined,
    onReplicate: report,
  });
  const evidence = evidenceOf(panel, items, plan);
  return {
    outcome,
    of,
    ok: true,
    n: panel.people,
    effectiveN: panel.weights ? effectiveN({ weight: panel.weights }) : panel.people,
    covariatesRSquared: shares.covariatesRSquared,
    addedRSquared,
    computed: shares.computed,
    ...(replicates.count > 0 &&
      solver.computed.how !== shares.computed.how && { replicated: solver.computed }),
    ...inOrder(items, shares, { replicates, evidence, plan }),
    leftOut: panel.leftOut,
  };
}

/** Added R2 below which nothing is ranked. */
const leastAdded = 0.02;
