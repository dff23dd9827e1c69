/** Estimators that the corpus does not hold, asked as tests/reference/further asks. */
import { poolRandomEffects } from "../../analysis/inference/meta.ts";
import { latentCorrelations } from "../../analysis/latent/latent-correlations.ts";
import { designModel } from "../../analysis/models/design-model.ts";
import { designOrderedLogit } from "../../analysis/models/design-ordered-logit.ts";
import { entry } from "../../analysis/numeric/matrix.ts";
import { factorFit } from "../../analysis/reliability/factor-fit.ts";
import type { FitIndices } from "../../analysis/reliability/fit.ts";
import { measurementInvariance } from "../../analysis/reliability/invariance.ts";
import type { Column } from "../../analysis/table.ts";
import { propensityWeights } from "../../analysis/weights/response-propensity.ts";
import { peopleOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

export const furtherAnswers: Readonly<Record<string, (asked: Case, corpus: Corpus) => Answer>> = {
  factor_fit: oneFactor,
  measurement_invariance: severalGroups,
  random_effects: severalCohorts,
  response_propensity: answering,
  latent_correlations: behindAnswers,
  survey_poisson: surveyCounts,
  survey_ordered_logit: surveyOrdered,
};

const indices = ({ chiSquare, cfi, tli, rmsea, srmr }: FitIndices) => ({
  chi_square: chiSquare.statistic,
  df: chiSquare.df,
  p: chiSquare.p,
  cfi,
  tli,
  rmsea: rmsea?.value,
  rmsea_low: rmsea?.interval.low,
  rmsea_high: rmsea?.interval.high,
  srmr,
});

function oneFactor(asked: Case, corpus: Corpus): Answer {
  const fit = factorFit(peopleOf(asked, corpus).all("items"));
  if (!fit.ok) return { because: fit.because };
  return {
    ...indices(fit),
    n: fit.n,
    scaled: fit.scaled.statistic,
    scaled_p: fit.scaled.p,
    scaling: fit.scaled.by,
  };
}

function severalGroups(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const found = measurementInvariance(people.all("items"), people.numbers("group"));
  if (!found.ok) return { because: found.because };
  const steps = found.steps.map(({ fit }) => indices(fit));
  const changes = found.steps.flatMap(({ change }) => change ?? []);
  return {
    ...Object.fromEntries(
      Object.keys(steps[0]!).map((key) => [key, steps.map((step) => step[key as keyof typeof step])]),
    ),
    difference: changes.map(({ chiSquare }) => chiSquare.statistic),
    difference_p: changes.map(({ chiSquare }) => chiSquare.p),
    factor_mean: found.groups.map(({ mean }) => mean),
    factor_variance: found.groups.map(({ variance }) => variance),
    n: found.groups.map(({ n }) => n),
  };
}

function severalCohorts({ data }: Case): Answer {
  const { y, se } = data as Record<"y" | "se", readonly number[]>;
  const estimates = y.map((value, i) => ({ value, se: se[i]! }));
  const pooled = poolRandomEffects(estimates, { confidence: 0.95 })!;
  const never = poolRandomEffects(estimates, { confidence: 0.95, neverNarrower: true })!;
  return {
    estimate: pooled.value,
    se: pooled.se,
    ci_low: pooled.interval.low,
    ci_high: pooled.interval.high,
    p: pooled.p,
    never_narrower_low: never.interval.low,
    never_narrower_high: never.interval.high,
    prediction_low: pooled.prediction?.low,
    prediction_high: pooled.prediction?.high,
    tau_squared: pooled.tauSquared,
    tau_squared_dl: pooled.tauSquaredDerSimonianLaird,
    Q: pooled.q.statistic,
    Q_p: pooled.q.p,
    shares: [...pooled.shares],
  };
}

function answering(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const names = asked.columns!["covariates"] as readonly string[];
  const covariates = people.all("covariates").map((values, j) => ({ name: names[j]!, values }));
  const options = { confidence: 0.95, ...(people.has("base") && { base: people.numbers("base") }) };
  const answered = people.numbers("answered");
  const own = propensityWeights(answered, covariates, options);
  const grouped = propensityWeights(answered, covariates, { ...options, classes: 5 });
  if (!own.ok || !grouped.ok) return {};
  const sum = (of: Float64Array) => of.reduce((all, one) => all + one, 0);
  return {
    chances10: [...own.chances.subarray(0, 10)],
    weights10: [...own.weights.subarray(0, 10)],
    weights_sum: sum(own.weights),
    weights_max: Math.max(...own.weights),
    n_eff: own.effectiveN,
    representativity: own.representativity,
    fifths_rates: grouped.classes!.classes.map(({ rate }) => rate),
    fifths_people: grouped.classes!.classes.map(({ people }) => people),
    fifths_sum: sum(grouped.weights),
    fifths_max: Math.max(...grouped.weights),
    n: people.n,
  };
}

/** The columns of a survey case: outcome, terms and design. */
function surveyOf(asked: Case, corpus: Corpus) {
  const people = peopleOf(asked, corpus);
  const names = [asked.columns!["predictors"]].flat().map(String);
  const optional = (role: string, name: string) =>
    people.has(role) ? { [name]: people.numbers(role) } : {};
  return {
    n: people.n,
    y: people.numbers("y"),
    terms: people.all("predictors").map((values, j) => ({ name: names[j]!, values })),
    design: {
      weights: people.numbers("weight"),
      ...optional("strata", "strata"),
      ...optional("cluster", "clusters"),
      ...optional("fpc", "population"),
    },
  };
}

function surveyCounts(asked: Case, corpus: Corpus): Answer {
  const { y, terms, design } = surveyOf(asked, corpus);
  const model = designModel(y, terms, { family: "poisson", design, confidence: 0.95 });
  if (!model.ok) return { because: model.because };
  return {
    estimate: model.coefficients.map(({ value }) => value),
    se: model.coefficients.map(({ se }) => se),
    p: model.coefficients.map(({ p }) => p),
    df: model.df,
    n: model.n,
  };
}

function surveyOrdered(asked: Case, corpus: Corpus): Answer {
  const { y, terms, design } = surveyOf(asked, corpus);
  const model = designOrderedLogit(y, terms, { design, confidence: 0.95 });
  if (!model.ok) return { because: model.because };
  return {
    estimate: model.coefficients.map(({ value }) => value),
    se: model.coefficients.map(({ se }) => se),
    cutpoints: model.cutpoints.map(({ value }) => value),
    cutpoint_se: model.cutpoints.map(({ se }) => se),
    df: model.df,
    n: model.n,
  };
}

/** Column by column below the diagonal, numbers first. */
function behindAnswers(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const columns = (["numbers", "ordered"] as const).flatMap((role) =>
    people.all(role).map((values, j): Column => ({
      id: `${role} ${j}`,
      label: role,
      level: role === "ordered" ? "ordinal" : "interval",
      values,
    })),
  );
  const found = latentCorrelations(columns);
  if (!found.ok) return { because: found.because };
  const lower = columns.flatMap((_, j) =>
    columns.flatMap((_, i) => (i > j ? entry(found.correlations, i, j) : [])),
  );
  return { lower, n: people.n };
}
