/** Regressions, asked as the corpus asks. */
import { dummies } from "../../analysis/adjusted/dummies.ts";
import { logisticDominance } from "../../analysis/importance/logistic-dominance.ts";
import { designModel } from "../../analysis/models/design-model.ts";
import { linearModel, type LinearOptions } from "../../analysis/models/linear.ts";
import { logisticModel } from "../../analysis/models/logistic.ts";
import { orderedLogitModel } from "../../analysis/models/ordered-logit.ts";
import { poissonModel } from "../../analysis/models/poisson.ts";
import { designRankTest } from "../../analysis/models/rank-test.ts";
import { intercept, type Coefficient, type Term, type Unfitted } from "../../analysis/models/terms.ts";
import { withinModel } from "../../analysis/models/within.ts";
import { meanOf, type Design } from "../../analysis/weights/design.ts";
import { confidenceOf, levelCode, peopleOf, type People } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";
import { designOf } from "./weighted.ts";

export const modelAnswers = {
  ols: linear,
  nist_linear_regression: polynomial,
  fixed_effects: within,
  logistic,
  ordered_logit: orderedLogit,
  poisson,
  survey_regression: surveyRegression,
  survey_rank_test: surveyRankTest,
  logistic_dominance: dominance,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function linear(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const y = people.numbers("y");
  const terms = termsOf(asked, people);
  const given = {
    confidence: confidenceOf(asked),
    ...(people.has("weight") && { weights: people.numbers("weight") }),
    ...(people.has("cluster") && { clusters: people.numbers("cluster") }),
  };
  const model = (errors: NonNullable<LinearOptions["errors"]>) =>
    fitted(linearModel(y, terms, { ...given, errors }));
  const found = model("classical");
  return {
    ...rowsOf(found.coefficients),
    se_hc1: model("HC1").coefficients.map(({ se }) => se),
    se_hc3: model("HC3").coefficients.map(({ se }) => se),
    r_squared: found.rSquared,
    adj_r_squared: found.adjustedRSquared,
    sigma: found.sigma,
    df: found.df,
    F: found.f.value,
    aic: found.aic,
    n: found.n,
    ...(given.clusters && {
      se_cr1: model("CR1").coefficients.map(({ se }) => se),
      clusters: new Set(given.clusters).size,
    }),
  };
}

function polynomial(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const degree = Number(asked.columns!["polynomial_degree"] ?? 1);
  const powers = people.all("x").flatMap((x, at) =>
    Array.from({ length: degree }, (_, k) => ({
      name: `x${at}^${k + 1}`,
      values: x.map((value) => value ** (k + 1)),
    })),
  );
  const options = { errors: "classical", confidence: 0.95 } as const;
  const { coefficients } = fitted(linearModel(people.numbers("y"), powers, options));
  const { estimate, se } = rowsOf(coefficients);
  return { estimate, se };
}

function within(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const groups = people.numbers("fixed_effect");
  const options = { groups, confidence: confidenceOf(asked) };
  const found = fitted(withinModel(people.numbers("y"), termsOf(asked, people), options));
  return {
    ...rowsOf(found.coefficients),
    df: found.df,
    within_r_squared: found.rSquared,
    groups: found.groups,
    n: found.n,
  };
}

function logistic(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const options = { confidence: confidenceOf(asked) };
  const found = fitted(logisticModel(eventOf(asked, people), termsOf(asked, people), options));
  const rows = found.coefficients;
  return {
    ...rowsOf(rows),
    z: rows.map(({ statistic }) => statistic),
    odds_ratio: rows.map(({ oddsRatio }) => oddsRatio.value),
    or_ci_low: rows.map(({ oddsRatio }) => oddsRatio.interval.low),
    or_ci_high: rows.map(({ oddsRatio }) => oddsRatio.interval.high),
    loglik: found.logLikelihood,
    null_loglik: found.nullLogLikelihood,
    mcfadden: found.mcFadden,
    ame_derivative: rows.slice(1).map((row) => row.averageMarginalDifference),
    n: found.n,
  };
}

function orderedLogit(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const options = { confidence: confidenceOf(asked) };
  const found = fitted(
    orderedLogitModel(people.numbers("y"), termsOf(asked, people), options),
  );
  return {
    ...rowsOf(found.coefficients),
    cutpoints: found.cutpoints.map(({ value }) => value),
    cutpoint_se: found.cutpoints.map(({ se }) => se),
    loglik: found.logLikelihood,
    n: found.n,
  };
}

function poisson(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const options = { confidence: confidenceOf(asked) };
  const found = fitted(poissonModel(people.numbers("y"), termsOf(asked, people), options));
  return {
    ...rowsOf(found.coefficients),
    deviance: found.deviance,
    dispersion_pearson: found.dispersion,
    loglik: found.logLikelihood,
    n: found.n,
  };
}

function surveyRegression(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const design = designOf(people);
  const family = asked.options["family"] as "gaussian" | "binomial";
  const scale = (values: Float64Array): Float64Array => {
    if (asked.options["standardise"] !== true) return values;
    const mean = meanOf(values, design).value;
    const sd = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2), design).value);
    return values.map((value) => (value - mean) / sd);
  };
  const y = people.numbers("y");
  const terms = termsOf(asked, people).map(({ name, values }) => ({ name, values: scale(values) }));
  const options = { design, family, confidence: confidenceOf(asked) };
  const found = fitted(designModel(family === "gaussian" ? scale(y) : y, terms, options));
  return {
    ...rowsOf(found.coefficients),
    statistic: found.coefficients.map(({ statistic }) => statistic),
    df: found.df,
    n: found.n,
  };
}

function surveyRankTest(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const design = designOf(people);
  const y = people.numbers("y");
  const options = { design, confidence: confidenceOf(asked), ranks: ranksInFileOrder(y, design) };
  const found = fitted(designRankTest(y, people.numbers("group"), options));
  return { estimate: found.value, statistic: found.statistic, df: found.df, p: found.p };
}

/**
 * Ranks as R's survey package takes them: the weight before each person, half the own one added, and of those the plain
 * mean among ties. Where tied people weigh differently the order of the rows decides; the product's mid-ranks do not
 * depend on it, and are the same where all weigh alike.
 */
function ranksInFileOrder(y: Float64Array, { weights }: Design): Float64Array {
  const order = [...y.keys()].sort((a, b) => y[a]! - y[b]!);
  const ties = new Map<number, number[]>();
  let before = 0;
  for (const i of order) {
    const ranks = ties.get(y[i]!) ?? [];
    ranks.push(before + weights[i]! / 2);
    ties.set(y[i]!, ranks);
    before += weights[i]!;
  }
  return y.map((one) => {
    const ranks = ties.get(one)!;
    return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length / before;
  });
}

function dominance(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const players = blocksOf(asked, people, "predictors").map((block) =>
    block.map(({ values }) => values),
  );
  const found = fitted(logisticDominance(eventOf(asked, people), players));
  return {
    general_dominance: [...found.general],
    total: found.total,
    first: [...found.first],
    last: [...found.last],
    n: people.n,
  };
}

/** Every column of a role as terms: a nominal one as 0/1 columns, named as R does: variable and level. */
function blocksOf(asked: Case, people: People, role: string): Term[][] {
  const names = [asked.columns![role] ?? []].flat().map(String);
  const everybody = Int32Array.from({ length: people.n }, (_, row) => row);
  const texts = people.labels(role);
  return people.all(role).map((values, at) => {
    const id = names[at]!;
    const levels = texts[at];
    if (levels === undefined) return [{ name: id, values }];
    const coded = dummies({ id, label: id, level: "nominal", values }, everybody);
    return coded.map((dummy, before) => ({ ...dummy, name: `${id}${levels[before + 1]}` }));
  });
}

export const termsOf = (asked: Case, people: People, role = "predictors"): Term[] =>
  blocksOf(asked, people, role).flat();

/** 1 where the outcome is the event level, else 0. */
function eventOf({ options }: Case, people: People): Float64Array {
  const event = levelCode(people, "y", options["event_level"]);
  return people.numbers("y").map((one) => Number(one === event));
}

function rowsOf(rows: readonly Coefficient[]) {
  return {
    terms: rows.map(({ term }) => (term === intercept ? "(Intercept)" : term)),
    estimate: rows.map(({ value }) => value),
    se: rows.map(({ se }) => se),
    p: rows.map(({ p }) => p),
  };
}

/** The corpus asks for nothing that has no answer. */
export function fitted<T extends { readonly ok: true }>(found: T | Unfitted): T {
  if (!found.ok) throw new Error(`no model: ${found.because}`);
  return found;
}
