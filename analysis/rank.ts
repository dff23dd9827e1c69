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
import { gameOf, hasPeopleEnough, panelOf } from "./importance/panel.ts";
import { type Item, type Question, questionsOf } from "./importance/question.ts";
import {
  type Replicates,
  bootstrap,
  percentileInterval,
  replicatesOf,
} from "./inference/bootstrap.ts";
import { noiseOf } from "./inference/noise.ts";
import { anyRank, inseparable, rankSets } from "./inference/rank-sets.ts";
import type { Plan } from "./plan.ts";
import type { Evidence, NoRanking, Ranked, Ranking, Unranked } from "./ranking.ts";
import type { Table, VariableId } from "./table.ts";
import { effectiveN } from "./weights/effective-n.ts";

/** Rankings in the order of the plan's outcomes: of experiences, then of learning outcomes. */
export function rank(
  table: Table,
  plan: Plan,
  onProgress: (done: number, total: number) => void = () => {},
): (Ranking | Unranked)[] {
  const questions = questionsOf(table, plan);
  const each = Math.max(1, plan.replicates);
  const answers: (Ranking | Unranked)[] = [];
  for (const [at, question] of questions.entries()) {
    const report = (done: number): void => {
      if (done % batch === 0) onProgress(at * each + done, questions.length * each);
    };
    answers.push(withParts(answer(table, plan, { question, report }), answers));
    onProgress((at + 1) * each, questions.length * each);
  }
  return answers;
}

/** Replicates between two words of progress. */
const batch = 25;

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

interface Uncertainty {
  readonly replicates: Replicates;
  readonly evidence: readonly Evidence[];
  readonly plan: Plan;
}

function inOrder(
  items: readonly Item[],
  { lmg, addedRSquared }: { readonly lmg: Float64Array; readonly addedRSquared: number },
  { replicates, evidence, plan: { confidence } }: Uncertainty,
): Pick<Ranking, "ranked" | "groups"> {
  const order = [...items.keys()].sort((a, b) => lmg[b] - lmg[a] || byId(items[a].id, items[b].id));
  const sets =
    replicates.count < 2
      ? anyRank(items.length)
      : rankSets(lmg, noiseOf(replicates), { confidence });
  const ranked = order.map((item, at): Ranked => ({
    ...items[item],
    importance: lmg[item],
    interval:
      replicates.count === 0
        ? null
        : percentileInterval(replicatesOf(replicates, item), confidence),
    share: lmg[item] / addedRSquared,
    evidence: evidence[item],
    rank: at + 1,
    rankLow: sets.low[item],
    rankHigh: sets.high[item],
    parts: [],
  }));
  const groups = inseparable(order, sets).map((group) => group.map((item) => items[item].id));
  return { ranked, groups };
}

/** A learning outcome shows what each piece of its evidence is worth on its own in the same outcome. */
function withParts(
  answer: Ranking | Unranked,
  earlier: readonly (Ranking | Unranked)[],
): Ranking | Unranked {
  if (!answer.ok || answer.of !== "learning outcomes") return answer;
  const alone = new Map<VariableId, number>();
  for (const other of earlier)
    if (other.ok && other.outcome === answer.outcome && other.of === "experiences")
      for (const { id, importance } of other.ranked) alone.set(id, importance);
  const partsOf = (members: readonly VariableId[]): Ranked["parts"] =>
    members
      .map((id) => ({ id, importance: alone.get(id) ?? null }))
      .sort((a, b) => (b.importance ?? -1) - (a.importance ?? -1) || byId(a.id, b.id));
  return {
    ...answer,
    ranked: answer.ranked.map((one) => ({ ...one, parts: partsOf(one.members) })),
  };
}

/** By code point, the same everywhere. */
const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
