/** Coefficients of two columns, asked as the corpus asks. */
import type { Estimate } from "../../analysis/association.ts";
import { concordance } from "../../analysis/methods/concordance.ts";
import { fisherInterval } from "../../analysis/methods/estimates.ts";
import { kendallExactP } from "../../analysis/methods/exact.ts";
import { mannWhitney } from "../../analysis/methods/group-tests.ts";
import {
  fiellerInterval,
  kendall,
  kendallZ,
  tableInterval,
  tauB,
  tauError,
} from "../../analysis/methods/kendall.ts";
import * as ordinal from "../../analysis/methods/ordinal-measures.ts";
import { correlationTest, pearson } from "../../analysis/methods/pearson.ts";
import { pointBiserial } from "../../analysis/methods/point-biserial.ts";
import { spearman, spearmanInterval } from "../../analysis/methods/spearman.ts";
import { normalDensity, normalQuantile } from "../../analysis/numeric/normal.ts";
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
  rank_biserial: rankBiserial,
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
  const { estimate, p } = plain(kendall.estimate(pairs, confidence));
  const order = concordance(pairs);
  const ase = tauError(order);
  const fieller = fiellerInterval(estimate!, pairs.n, confidence);
  const table = tableInterval(estimate!, ase, confidence);
  return {
    estimate,
    p,
    statistic: kendallZ(order),
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
  const order = concordance(pairs);
  const { concordant } = ordinal.pairCounts(order);
  return {
    estimate: tauB(order),
    T: concordant,
    p: kendallExactP(concordant, pairs.n),
    n: pairs.n,
  };
}

function ordinalAssociation(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const order = concordance(pairs);
  const [gamma, somers, tauC] = [ordinal.gamma(order), ordinal.somersD(order), ordinal.tauC(order)];
  return {
    gamma: gamma.value,
    gamma_ase: gamma.ase,
    somers_d: somers.value,
    somers_d_ase: somers.ase,
    tau_c: tauC.value,
    tau_c_ase: tauC.ase,
    tau_b: tauB(order),
    tau_b_ase: tauError(order),
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

function rankBiserial(asked: Case, corpus: Corpus): Answer {
  const pairs = pairsOf(asked, corpus);
  const { rankBiserial: estimate, auc, u, p } = mannWhitney(pairs);
  return { estimate, auc, U: u, p, n: pairs.n };
}
