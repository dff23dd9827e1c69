/** What it would take to explain an association away, asked as the corpus asks. */
import { eValue } from "../../analysis/sensitivity/e-value.ts";
import { robustnessValue } from "../../analysis/sensitivity/robustness-value.ts";
import { sensitivityModel } from "../../analysis/sensitivity/sensitivity-model.ts";
import { confidenceOf, peopleOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";
import { fitted, termsOf } from "./models.ts";

export const sensitivityAnswers = {
  e_value: explainedAway,
  robustness_value: robustness,
  sensitivity_model: model,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function explainedAway({ data }: Case): Answer {
  const { type, estimate, ci_low, ci_high, se } = data!;
  const value = Number(estimate);
  const found =
    type === "SMD"
      ? eValue({ scale: "standardised difference", value, se: Number(se) })
      : eValue({
          scale: scales[type as keyof typeof scales],
          value,
          interval: { low: Number(ci_low), high: Number(ci_high) },
        });
  return {
    rr: found.riskRatio,
    rr_low: found.interval.low,
    rr_high: found.interval.high,
    evalue: found.value,
    evalue_ci: found.ofInterval,
  };
}

const scales = {
  RR: "risk ratio",
  OR_rare: "odds ratio, rare outcome",
  OR_common: "odds ratio, common outcome",
  HR_common: "hazard ratio, common outcome",
} as const;

function robustness({ data }: Case): Answer {
  const [t, df, share, alpha] = ["t", "dof", "q", "alpha"].map((key) => Number(data![key]));
  const found = robustnessValue({ t: t!, df: df! }, { share: share!, alpha: alpha! });
  return {
    partial_r2: found.partialRSquared,
    partial_f2: found.partialRSquared / (1 - found.partialRSquared),
    rv_q: found.value,
    rv_q_alpha05: found.ofSignificance,
  };
}

function model(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const found = fitted(
    sensitivityModel(people.numbers("y"), termsOf(asked, people, "x")[0]!, {
      covariates: termsOf(asked, people, "covariates"),
      confidence: confidenceOf(asked),
      rSquaredTimes: Number(asked.options["rmax_multiplier"]),
    }),
  );
  const { robustness, selection } = found;
  // The corpus asks of no single category of a nominal covariate.
  const named = new Set([asked.columns!["covariates"] ?? []].flat());
  return {
    estimate: found.coefficient.value,
    t: found.coefficient.statistic,
    dof: found.df,
    partial_r2: robustness.partialRSquared,
    rv: robustness.value,
    rv_alpha05: robustness.ofSignificance,
    beta_uncontrolled: selection.alone.value,
    r2_uncontrolled: selection.alone.rSquared,
    r2_controlled: selection.full.rSquared,
    rmax: selection.rSquaredMost,
    oster_delta_beta0: selection.ratioForZero,
    oster_beta_star_approx_delta1: selection.valueAtEqual,
    benchmark: found.benchmarks
      .filter(({ covariate }) => named.has(covariate))
      .map(({ covariate, ofPredictor, ofOutcome }) => ({
        covariate,
        r2dz_x: ofPredictor,
        r2yz_dx: ofOutcome,
      })),
  };
}
