/** Survey weights and designs, asked as the corpus asks. */
import { fisherInterval, zFor } from "../../analysis/methods/estimates.ts";
import {
  correlate,
  correlationInfluence,
  correlationInterval,
  correlationTest,
} from "../../analysis/methods/pearson.ts";
import { tTwoSided } from "../../analysis/numeric/student-t.ts";
import * as survey from "../../analysis/weights/design.ts";
import { effectiveN } from "../../analysis/weights/effective-n.ts";
import { linearisedVariance, signedInference } from "../../analysis/weights/linearise.ts";
import { confidenceOf, levelCode, peopleOf, type People } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

export const weightedAnswers = {
  weighted_pearson: weightedPearson,
  survey_correlation: correlation,
  survey_mean: mean,
  survey_proportion: proportion,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function weightedPearson(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const [x, y, weight] = ["x", "y", "weight"].map(people.numbers) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const line = correlate(x, y, weight)!;
  const kish = effectiveN({ weight });
  const naive = correlationTest(line.r, people.n);
  const effective = correlationTest(line.r, kish);
  const byKish = correlationInterval(line.r, kish, confidence)!;
  const influence = correlationInfluence({ x, y }, line);
  const se = Math.sqrt(linearisedVariance(influence, { weight, n: people.n }));
  const interval = fisherInterval(line.r, (zFor(confidence) * se) / (1 - line.r ** 2));
  return {
    estimate: line.r,
    n: people.n,
    n_eff_kish: kish,
    deff_kish: people.n / kish,
    p_naive_n: tTwoSided(naive.statistic, naive.df),
    p_n_eff: tTwoSided(effective.statistic, effective.df),
    ci_n_eff_low: byKish.low,
    ci_n_eff_high: byKish.high,
    se_linearised: se,
    ci_low: interval.low,
    ci_high: interval.high,
  };
}

export function designOf(people: People): survey.Design {
  return {
    weights: people.numbers("weight"),
    ...(people.has("strata") && { strata: people.numbers("strata") }),
    ...(people.has("cluster") && { clusters: people.numbers("cluster") }),
    ...(people.has("fpc") && { population: people.numbers("fpc") }),
  };
}

function correlation(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const found = survey.correlationOf(people.numbers("x"), people.numbers("y"), designOf(people))!;
  const { statistic, half } = signedInference(found.value, found, confidence);
  const { low, high } = fisherInterval(found.value, half);
  const simple = (1 - found.value ** 2) / Math.sqrt(people.n - 1);
  return {
    estimate: found.value,
    se: found.se,
    df: found.df,
    ci_low: low,
    ci_high: high,
    statistic,
    p: tTwoSided(statistic, found.df),
    deff_vs_normal_theory: (found.se / simple) ** 2,
    n: people.n,
  };
}

function mean(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const design = designOf(people);
  const y = people.numbers("y");
  const found = survey.meanOf(y, design);
  const { low, high } = survey.wald(found, confidenceOf(asked));
  const variance = survey.varianceOf(y, design);
  const total = survey.sumOf(y, design);
  return {
    estimate: found.value,
    se: found.se,
    ci_low: low,
    ci_high: high,
    df: found.df,
    deff: found.se ** 2 / (variance.value / people.n),
    variance: variance.value,
    variance_se: variance.se,
    total: total.value,
    total_se: total.se,
    n: people.n,
  };
}

function proportion(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const confidence = confidenceOf(asked);
  const one = levelCode(people, "x", asked.options["one_level"]);
  const found = survey.meanOf(
    people.numbers("x").map((code) => Number(code === one)),
    designOf(people),
  );
  const logit = survey.logitInterval(found, confidence);
  const exact = survey.exactInterval(found, { n: people.n, confidence });
  return {
    estimate: found.value,
    se: found.se,
    logit_low: logit.low,
    logit_high: logit.high,
    beta_low: exact.low,
    beta_high: exact.high,
    df: found.df,
  };
}
