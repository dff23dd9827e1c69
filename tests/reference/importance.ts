/** Importance, bootstrap intervals, rank sets and multiplicity, asked as the corpus asks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dummies } from "../../analysis/adjusted/dummies.ts";
import { correlator, weightedCorrelations } from "../../analysis/importance/correlations.ts";
import { dominance } from "../../analysis/importance/dominance.ts";
import { regressionShares } from "../../analysis/importance/johnson.ts";
import { forEstimate, importance, lmgSolver } from "../../analysis/importance/lmg.ts";
import {
  bcaInterval,
  jackknife,
  percentileInterval,
  replicatesOf,
  stacked,
} from "../../analysis/inference/bootstrap.ts";
import * as multiplicity from "../../analysis/inference/multiplicity.ts";
import { noiseOf, normalNoise } from "../../analysis/inference/noise.ts";
import { marginalRankSets, rankSets } from "../../analysis/inference/rank-sets.ts";
import { replicatedRanks } from "../../analysis/inference/replicated-ranks.ts";
import { entry, triangle } from "../../analysis/numeric/matrix.ts";
import { confidenceOf, peopleOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

/** By method of the corpus: what the product says to a case. */
export const importanceAnswers = {
  p_adjust: adjusted,
  relative_importance: relativeImportance,
  bootstrap_importance: bootstrapImportance,
  rank_confidence_sets: rankConfidenceSets,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function adjusted({ data, options }: Case): Answer {
  const correct = corrections[options["method"] as keyof typeof corrections];
  return { adjusted: correct(data!["p"] as number[]) };
}

const corrections = {
  holm: multiplicity.holm,
  hochberg: multiplicity.hochberg,
  bonferroni: multiplicity.bonferroni,
  BH: multiplicity.benjaminiHochberg,
  BY: multiplicity.benjaminiYekutieli,
};

function relativeImportance(asked: Case, corpus: Corpus): Answer {
  const { outcome, predictors, covariates, weights } = modelOf(asked, corpus);
  const columns = [outcome, ...predictors.flat(), ...covariates.flat()];
  const correlations = weightedCorrelations(columns, weights);
  let next = 1;
  const players = predictors.map((own) => own.map(() => next++));
  const game = { outcome: 0, players, covariates: covariates.flat().map(() => next++) };
  const { lmg, addedRSquared, covariatesRSquared } = importance(correlations, game);
  const beaten = [...lmg].map((share) => 1 + lmg.filter((other) => other > share).length);
  const { first, last, conditional, general, complete } = dominance(correlations, game);
  const answer = {
    lmg: [...lmg],
    published_lmg: [...lmg],
    lmg_share: [...lmg].map((share) => share / addedRSquared),
    r_squared: addedRSquared + covariatesRSquared,
    r_squared_covariates: covariatesRSquared,
    rank: beaten,
    n: outcome.length,
    p: players.length,
    first: [...first],
    last: [...last],
    general_dominance: [...general],
    conditional_dominance: conditional.map((gains) => [...gains]),
    complete_dominance: complete,
  };
  if (!("johnson" in asked.expected)) return answer;
  const shares = regressionShares(correlations, { outcome: 0, predictors: players.flat() });
  return {
    ...answer,
    johnson: [...shares.johnson],
    pratt: [...shares.pratt],
    beta_standardised: [...shares.beta],
    zero_order_r: [...shares.correlation],
    car: [...shares.car],
    vif: [...shares.varianceInflation],
  };
}

function bootstrapImportance(asked: Case, corpus: Corpus): Answer {
  const { outcome, predictors } = modelOf(asked, corpus);
  const people = outcome.length;
  const correlations = correlator([outcome, ...predictors.flat()]);
  const players = predictors.map((_, j) => [j + 1]);
  const { solve } = lmgSolver({ outcome: 0, players }, forEstimate);
  const lmg = (counts?: Float64Array): Float64Array => solve(correlations(counts));
  const estimate = lmg();
  const replicates = stacked(drawn(asked, corpus, people).map(lmg));
  const leftOut = jackknife(lmg, people);
  const confidence = confidenceOf(asked);
  const { covariance } = noiseOf(replicates);
  const percentile = players.map((_, j) =>
    percentileInterval(replicatesOf(replicates, j), confidence),
  );
  const bca = players.map((_, j) =>
    bcaInterval(estimate[j]!, replicatesOf(replicates, j), {
      leftOut: replicatesOf(leftOut, j),
      confidence,
    }),
  );
  const ranks = replicatedRanks(replicates, confidence);
  return {
    estimate: [...estimate],
    boot_se: players.map((_, j) => Math.sqrt(entry(covariance, j, j))),
    percentile_low: percentile.map(({ low }) => low),
    percentile_high: percentile.map(({ high }) => high),
    bca_low: bca.map((interval) => interval?.low),
    bca_high: bca.map((interval) => interval?.high),
    bca_z0: bca.map((interval) => interval?.z0),
    bca_a: bca.map((interval) => interval?.a),
    rank: [...estimate].map((share) => 1 + estimate.filter((other) => other > share).length),
    mean_rank: ranks.mean,
    prob_best: ranks.within.map(([first]) => first),
    prob_top2: ranks.within.map(([, second]) => second),
    rank_low: ranks.low,
    rank_high: ranks.high,
    pairwise_prob_greater: ranks.greater,
    n: people,
  };
}

/** The resamples of the case as counts per person; its file has one resample of row numbers per line. */
function drawn({ options }: Case, corpus: Corpus, people: number): Float64Array[] {
  const file = join(corpus.directory, options["resample_index_file"] as string);
  return readFileSync(file, "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => {
      const counts = new Float64Array(people);
      for (const row of line.split(",")) counts[Number(row) - (options["index_base"] as number)]!++;
      return counts;
    });
}

function rankConfidenceSets({ data, options }: Case): Answer {
  const theta = data!["theta"] as number[];
  const sigma = data!["Sigma"] as number[][];
  const values = new Float64Array(triangle(theta.length));
  for (const [i, row] of sigma.entries())
    for (let j = 0; j <= i; j++) values[triangle(i) + j] = row[j]!;
  const noise = normalNoise({ size: theta.length, values }, { draws: 200_000, seed: 1 });
  const confidence = options["coverage"] as number;
  const marginal = marginalRankSets(theta, noise, { confidence });
  const simultaneous = rankSets(theta, noise, { confidence });
  const stepDown = rankSets(theta, noise, { confidence, stepDown: true });
  return {
    rank: theta.map((value) => 1 + theta.filter((other) => other > value).length),
    marginal_low: marginal.low,
    marginal_high: marginal.high,
    simultaneous_low: simultaneous.low,
    simultaneous_high: simultaneous.high,
    stepdown_low: stepDown.low,
    stepdown_high: stepDown.high,
    critical_value_simultaneous: simultaneous.critical,
    robust_to_monte_carlo: true,
  };
}

interface Model {
  readonly outcome: Float64Array;
  /** One column each, or the dummies of a nominal one. */
  readonly predictors: readonly (readonly Float64Array[])[];
  readonly covariates: readonly (readonly Float64Array[])[];
  readonly weights?: Float64Array;
}

/** The people complete on every column that the case names; a nominal one as dummies, coded as the product does. */
function modelOf(asked: Case, corpus: Corpus): Model {
  const people = peopleOf(asked, corpus);
  const everybody = Int32Array.from({ length: people.n }, (_, row) => row);
  const names = (role: string): string[] => [asked.columns![role] ?? []].flat().map(String);
  const blocks = (role: string): Float64Array[][] =>
    people.all(role).map((values, at) => {
      const id = names(role)[at]!;
      const level = corpus.typeOf(asked.dataset!, id) === "nominal" ? "nominal" : "interval";
      return dummies({ id, label: id, level, values }, everybody).map((dummy) => dummy.values);
    });
  return {
    outcome: people.numbers("y"),
    predictors: blocks("predictors"),
    covariates: blocks("covariates"),
    ...(people.has("weight") && { weights: people.numbers("weight") }),
  };
}
