/** What a ranking stands on before anything is drawn again: people, columns, importance, evidence. */
import { type CorrelationMatrix, correlator } from "../importance/correlations.ts";
import type { Game } from "../importance/game.ts";
import type { UnionGame } from "../importance/owen.ts";
import { forEstimate, type Importance, importance } from "../importance/lmg.ts";
import type { Plan } from "../plan.ts";
import type { NoRanking, Unranked } from "../ranking.ts";
import type { Table } from "../table.ts";
import type { Design } from "../weights/design.ts";
import { drawnAmong } from "../weights/units.ts";
import type { Weighting } from "../weights/weighting.ts";
import { benchmarksOf } from "./collinearity.ts";
import { evidenceOf, type Judged } from "./evidence.ts";
import { gameOf, hasPeopleEnough, type Panel, panelOf } from "./panel.ts";
import type { Item, Question } from "./question.ts";

export interface Ground extends Judged {
  readonly ok: true;
  readonly question: Question;
  readonly panel: Panel;
  readonly items: readonly Item[];
  readonly game: Game;
  /** Per item the columns of each of its members. */
  readonly unions: UnionGame["unions"];
  /** Correlations of the columns of the game, as a function of how often each person is counted. */
  readonly correlations: (counts?: Float64Array) => CorrelationMatrix;
  readonly once: CorrelationMatrix;
  readonly shares: Importance;
  /** Absent: everybody was drawn alike. */
  readonly design?: Design;
}

/** Added R2 below which nothing is ranked. */
const leastAdded = 0.02;
/** Joint p above which nothing is ranked. */
const mostJointP = 0.05;

export function groundOf(
  table: Table,
  plan: Plan,
  { question, weighting }: { readonly question: Question; readonly weighting: Weighting },
): Ground | Unranked {
  const { outcome, of } = question;
  const covariates = plan.covariates.filter((id) => id !== outcome);
  const variables = [...new Set(question.items.flatMap((item) => item.members))];
  const panel = panelOf(table, { outcome, covariates, variables, weighting });
  const items = question.items
    .map((item) => ({ ...item, members: item.members.filter((id) => panel.variables.has(id)) }))
    .filter((item) => item.members.length > 0);
  const no = (because: NoRanking, addedRSquared: number | null = null): Unranked => {
    return { outcome, of, ok: false, because, n: panel.people, addedRSquared };
  };
  if (!hasPeopleEnough(panel)) return no("too few complete people");
  if (items.length < 2) return no("fewer than two experiences vary");

  const { columns, game, unions } = gameOf(panel, items);
  const correlations = correlator(columns, panel.weights);
  const once = correlations();
  const shares = importance(once, game, { ...forEstimate, seed: plan.seed });
  const design = designOf(weighting, panel);
  const names = panel.covariates.flatMap(({ id, columns: own }) => own.map(() => id));
  const judged = evidenceOf(panel, items, {
    confidence: plan.confidence,
    ...(design && { design }),
    benchmarks: benchmarksOf(once, game, names),
  });
  if (judged === undefined) return no("too few complete people");
  if (shares.addedRSquared < leastAdded || judged.jointP > mostJointP)
    return no("together they explain almost nothing", shares.addedRSquared);
  return {
    ...judged,
    ok: true,
    question,
    panel,
    items,
    game,
    unions,
    correlations,
    once,
    shares,
    ...(design && { design }),
  };
}

/** The design among the people of the panel. */
const designOf = (weighting: Weighting, { rows, weights }: Panel): Design | undefined =>
  weights && { weights, ...drawnAmong(weighting, rows) };
