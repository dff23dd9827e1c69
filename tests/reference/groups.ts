/** Tables and comparisons of groups, asked as the corpus asks. */
import { correctedV, cramersInterval } from "../../analysis/methods/cramers-v.ts";
import {
  chiSquareTest,
  crossTable,
  likelihoodRatio,
  meanSquareContingency,
} from "../../analysis/methods/cross-table.ts";
import { eta } from "../../analysis/methods/eta.ts";
import {
  kruskalTest,
  meanDifference,
  oneWay,
  welchTest,
} from "../../analysis/methods/group-tests.ts";
import { phi } from "../../analysis/methods/phi.ts";
import { twoByTwo } from "../../analysis/methods/two-by-two.ts";
import { confidenceOf, pairsOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";
import { plain } from "./correlations.ts";

export const groupAnswers = {
  contingency,
  two_by_two: risks,
  eta: betweenGroups,
  kruskal,
  mean_difference: welch,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function contingency(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const table = crossTable(pairs);
  const { statistic, df, p } = chiSquareTest(table);
  const square = meanSquareContingency(table);
  const interval = cramersInterval(table, { statistic, designEffect: 1 }, confidenceOf(asked));
  const g2 = likelihoodRatio(table);
  return {
    chi2: statistic,
    df,
    p,
    cramers_v: Math.sqrt(square / (Math.min(table.rows, table.columns) - 1)),
    cramers_v_bias_corrected: correctedV(table, square, pairs.n),
    contingency_c: Math.sqrt(square / (1 + square)),
    G2: g2,
    mutual_information_nats: g2 / (2 * pairs.n),
    v_ci_low_ncp: interval.low,
    v_ci_high_ncp: interval.high,
    n: pairs.n,
  };
}

function risks(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const risk = twoByTwo(crossTable(pairs), confidence);
  return {
    phi: plain(phi.estimate(pairs, confidence)).estimate,
    odds_ratio: risk.oddsRatio.value,
    or_ci_low: risk.oddsRatio.interval.low,
    or_ci_high: risk.oddsRatio.interval.high,
    risk_ratio: risk.riskRatio.value,
    rr_ci_low: risk.riskRatio.interval.low,
    rr_ci_high: risk.riskRatio.interval.high,
    risk_difference: risk.riskDifference.value,
    rd_newcombe_low: risk.riskDifference.interval.low,
    rd_newcombe_high: risk.riskDifference.interval.high,
    fisher_p: risk.fisherP,
    yule_q: risk.yuleQ,
    n: risk.n,
  };
}

function betweenGroups(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus, ["group", "y"]);
  const { estimate, p } = plain(eta.estimate(pairs, 0.95));
  const { f, d, etaSquared, omegaSquared, epsilonSquared } = oneWay(pairs);
  const unequal = welchTest(pairs);
  return {
    eta: estimate,
    eta_squared: etaSquared,
    omega_squared: omegaSquared,
    epsilon_squared: epsilonSquared,
    F: f,
    df1: d[0],
    df2: d[1],
    p,
    welch_F: unequal.f,
    welch_df2: unequal.df2,
    welch_p: unequal.p,
    n: pairs.n,
  };
}

function kruskal(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus, ["group", "y"]);
  const { h, df, p, epsilonSquared } = kruskalTest(pairs);
  return { H: h, df, p, epsilon_squared_rank: epsilonSquared, n: pairs.n };
}

function welch(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus, ["group", "y"]);
  const test = meanDifference(pairs, confidenceOf(asked));
  return {
    diff: test.difference,
    welch_t: test.t,
    welch_df: test.df,
    p: test.p,
    ci_low: test.interval.low,
    ci_high: test.interval.high,
    cohen_d: test.cohenD,
    hedges_g: test.hedgesG,
    n1: test.count[1],
    n0: test.count[0],
  };
}
