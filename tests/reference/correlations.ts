/** Coefficients of two columns, asked as the corpus asks. */
import type { Estimate } from "../../analysis/association.ts";
import { concordance } from "../../analysis/methods/concordance.ts";
import { fisherInterval } from "../../analysis/methods/estimates.ts";
import { gamma } from "../../analysis/methods/gamma.ts";
import {
  fiellerInterval,
  kendall,
  kendallZ,
  multinomialError,
  tableInterval,
  tauB,
  tauInfluence,
} from "../../analysis/methods/kendall.ts";
import type { Method } from "../../analysis/methods/method.ts";
import * as ordinal from "../../analysis/methods/ordinal-measures.ts";
import { correlationTest, pearson } from "../../analysis/methods/pearson.ts";
import { pointBiserial } from "../../analysis/methods/point-biserial.ts";
import { rankBiserial } from "../../analysis/methods/rank-biserial.ts";
import { somersD } from "../../analysis/methods/somers-d.ts";
import { spearman, spearmanInterval } from "../../analysis/methods/spearman.ts";
import { tauC } from "../../analysis/methods/tau-c.ts";
import { normalDensity, normalQuantile, normalUpper } from "../../analysis/numeric/normal.ts";
import { tLower, tUpper } from "../../analysis/numeric/student-t.ts";
import { confidenceOf, pairsOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

export const correlationAnswers = {
  pearson: productMoment,
  spearman: rank,
  spearman_exact: rankExact,
  kendall: tau,
  kendall_exact: tauExact,
  ordinal_association: ordinalAssociation,
  point_biserial: twoGroups,
  rank_biserial: mannWhitney,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

/** Estimate, interval and p of a method as the corpus names them. */
export function plain(estimate: Estimate) {
  if (!estimate.ok) return {};
  const { value, interval, p } = estimate;
  return { estimate: value, p, ci_low: interval?.low, ci_high: interval?.high };
}

function productMoment(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const answer = plain(pearson.estimate(pairs, confidence));
  const { statistic, df } = correlationTest(answer.estimate!, pairs.n);
  const twoSided = { ...answer, statistic, df, n: pairs.n };
  const half = -normalQuantile(1 - confidence) / Math.sqrt(pairs.n - 3);
  const { low, high } = fisherInterval(answer.estimate!, half);
  const oneSided: Readonly<Record<string, Answer>> = {
    less: { p: tLower(statistic, df), ci_high: high },
    greater: { p: tUpper(statistic, df), ci_low: low },
  };
  return { ...twoSided, ...oneSided[String(asked.options["alternative"])] };
}

function rank(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const answer = plain(spearman.estimate(pairs, confidence));
  const r = answer.estimate!;
  const fieller = spearmanInterval(r, pairs.n, confidence, 1.06);
  const fisher = spearmanInterval(r, pairs.n, confidence, 1);
  return {
    ...answer,
    ...correlationTest(r, pairs.n),
    ci_fieller_low: fieller?.low,
    ci_fieller_high: fieller?.high,
    ci_fisher_low: fisher?.low,
    ci_fisher_high: fisher?.high,
    n: pairs.n,
  };
}

function rankExact(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const { estimate, p } = plain(spearman.estimate(pairs, 0.95));
  return { estimate, p, S: ((1 - estimate!) * (pairs.n ** 3 - pairs.n)) / 6, n: pairs.n };
}

function tau(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const { estimate } = plain(kendall.estimate(pairs, confidence));
  const order = concordance(pairs);
  const ase = multinomialError(order, tauInfluence(order));
  const statistic = kendallZ(order);
  const fieller = fiellerInterval(estimate!, pairs.n, confidence);
  const table = tableInterval(estimate!, ase, confidence);
  return {
    estimate,
    // The corpus asks for the normal approximation whatever the number of people.
    p: 2 * normalUpper(Math.abs(statistic)),
    statistic,
    ci_low: fieller?.low,
    ci_high: fieller?.high,
    ase,
    ci_ase_low: table.low,
    ci_ase_high: table.high,
    n: pairs.n,
  };
}

function tauExact(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const { estimate, p } = plain(kendall.estimate(pairs, 0.95));
  const { concordant } = ordinal.pairCounts(concordance(pairs));
  return { estimate, T: concordant, p, n: pairs.n };
}

function ordinalAssociation(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const order = concordance(pairs);
  const value = (method: Method) => plain(method.estimate(pairs, 0.95)).estimate;
  const error = ({ influence }: ordinal.OrdinalMeasure) => multinomialError(order, influence);
  return {
    gamma: value(gamma),
    gamma_ase: error(ordinal.gammaOf(order)),
    somers_d: value(somersD),
    somers_d_ase: error(ordinal.somersDOf(order)),
    tau_c: value(tauC),
    tau_c_ase: error(ordinal.tauCOf(order)),
    tau_b: tauB(order),
    tau_b_ase: multinomialError(order, tauInfluence(order)),
    ...ordinal.pairCounts(order),
    n: pairs.n,
  };
}

function twoGroups(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const answer = plain(pointBiserial.estimate(pairs, confidenceOf(asked)));
  const higher = pairs.x.reduce((a, b) => Math.max(a, b));
  const n1 = pairs.x.filter((code) => code === higher).length;
  const p = n1 / pairs.n;
  const density = normalDensity(normalQuantile(p));
  return {
    ...answer,
    ...correlationTest(answer.estimate!, pairs.n),
    biserial_adhoc: (answer.estimate! * Math.sqrt(p * (1 - p))) / density,
    n: pairs.n,
    n1,
  };
}

function mannWhitney(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const { estimate, p } = plain(rankBiserial.estimate(pairs, 0.95));
  const auc = (estimate! + 1) / 2;
  const higher = pairs.x.reduce((a, b) => Math.max(a, b));
  const n1 = pairs.x.filter((code) => code === higher).length;
  return { estimate, auc, U: auc * n1 * (pairs.n - n1), p, n: pairs.n };
}
