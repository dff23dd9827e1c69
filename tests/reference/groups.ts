/** Tables and comparisons of groups, asked as the corpus asks. */
import { cramersV } from "../../analysis/methods/cramers-v.ts";
import {
  chiSquareTest,
  crossTable,
  likelihoodRatio,
  meanSquareContingency,
} from "../../analysis/methods/cross-table.ts";
import { epsilonSquared } from "../../analysis/methods/epsilon-squared.ts";
import { eta } from "../../analysis/methods/eta.ts";
import { fisherExactP } from "../../analysis/methods/exact.ts";
import { gamma } from "../../analysis/methods/gamma.ts";
import { meanDifference as welchOfTwo, oneWay, welchTest } from "../../analysis/methods/group-tests.ts";
import { hedgesG, smallSample } from "../../analysis/methods/hedges-g.ts";
import { kruskal as kruskalMethod } from "../../analysis/methods/kruskal.ts";
import { meanDifference } from "../../analysis/methods/mean-difference.ts";
import type { Method } from "../../analysis/methods/method.ts";
import { oddsRatio } from "../../analysis/methods/odds-ratio.ts";
import { omegaSquared } from "../../analysis/methods/omega-squared.ts";
import { phi } from "../../analysis/methods/phi.ts";
import { riskDifference } from "../../analysis/methods/risk-difference.ts";
import { riskRatio } from "../../analysis/methods/risk-ratio.ts";
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
  const { statistic, df } = chiSquareTest(table);
  const square = meanSquareContingency(table);
  const corrected = plain(cramersV.estimate(pairs, confidenceOf(asked)));
  const g2 = likelihoodRatio(table);
  return {
    chi2: statistic,
    df,
    p: corrected.p,
    cramers_v: Math.sqrt(square / (Math.min(table.rows, table.columns) - 1)),
    cramers_v_bias_corrected: corrected.estimate,
    contingency_c: Math.sqrt(square / (1 + square)),
    G2: g2,
    mutual_information_nats: g2 / (2 * pairs.n),
    v_ci_low_ncp: corrected.ci_low,
    v_ci_high_ncp: corrected.ci_high,
    n: pairs.n,
  };
}

function risks(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const of = (method: Method) => plain(method.estimate(pairs, confidenceOf(asked)));
  const [odds, ratio, difference] = [of(oddsRatio), of(riskRatio), of(riskDifference)];
  const [n00, n01, n10, n11] = crossTable(pairs).cells;
  return {
    phi: of(phi).estimate,
    odds_ratio: odds.estimate,
    or_ci_low: odds.ci_low,
    or_ci_high: odds.ci_high,
    risk_ratio: ratio.estimate,
    rr_ci_low: ratio.ci_low,
    rr_ci_high: ratio.ci_high,
    risk_difference: difference.estimate,
    rd_newcombe_low: difference.ci_low,
    rd_newcombe_high: difference.ci_high,
    fisher_p: fisherExactP(n11!, n10!, n01!, n00!),
    // Yule's Q is gamma of a 2 x 2 table.
    yule_q: of(gamma).estimate,
    n: pairs.n,
  };
}

function betweenGroups(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus, ["group", "y"]);
  const { estimate, p } = plain(eta.estimate(pairs, 0.95));
  const { f, d, etaSquared, ...share } = oneWay(pairs);
  // A share below nothing is shown as 0.
  const shown = (method: Method, of: number) =>
    of < 0 ? of : plain(method.estimate(pairs, 0.95)).estimate;
  const unequal = welchTest(pairs);
  return {
    eta: estimate,
    eta_squared: etaSquared,
    omega_squared: shown(omegaSquared, share.omegaSquared),
    epsilon_squared: shown(epsilonSquared, share.epsilonSquared),
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
  const { estimate, p } = plain(kruskalMethod.estimate(pairs, 0.95));
  const df = crossTable(pairs).rows - 1;
  return { H: estimate! * (pairs.n - 1), df, p, epsilon_squared_rank: estimate, n: pairs.n };
}

function welch(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus, ["group", "y"]);
  const test = welchOfTwo(pairs, confidenceOf(asked));
  const difference = plain(meanDifference.estimate(pairs, confidenceOf(asked)));
  const { estimate: g } = plain(hedgesG.estimate(pairs, confidenceOf(asked)));
  return {
    diff: difference.estimate,
    welch_t: test.t,
    welch_df: test.df,
    p: difference.p,
    ci_low: difference.ci_low,
    ci_high: difference.ci_high,
    cohen_d: g! / smallSample(pairs.n - 2),
    hedges_g: g,
    n1: test.count[1],
    n0: test.count[0],
  };
}
