/** One column at a time: summaries, shares and scales, asked as the corpus asks. */
import { scoreScale, type Scale } from "#surveys";
import { shapeOf } from "../../analysis/methods/choose.ts";
import { zFor } from "../../analysis/methods/estimates.ts";
import { agrestiCoull, wilson } from "../../analysis/methods/two-by-two.ts";
import { medianDeviation, medianOf, quantileOf } from "../../analysis/numeric/order-statistics.ts";
import type { Column } from "../../analysis/table.ts";
import { exactInterval, meanOf, varianceOf, wald } from "../../analysis/weights/design.ts";
import { confidenceOf, levelCode, peopleOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

export const univariateAnswers = {
  summary,
  nist_univariate: certified,
  proportion_ci: share,
  scale_score: scale,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function summary(asked: Case, corpus: Corpus): Answer {
  const { n, numbers } = peopleOf(asked, corpus);
  const y = numbers("y");
  const ascending = y.toSorted();
  const weights = new Float64Array(n).fill(1);
  const mean = meanOf(y, { weights });
  const { low, high } = wald(mean, 0.95);
  const shape = shapeOf(column("y", y));
  return {
    n,
    mean: mean.value,
    sd: Math.sqrt(varianceOf(y, { weights }).value),
    median: medianOf(y),
    q1_type7: quantileOf(ascending, 0.25),
    q3_type7: quantileOf(ascending, 0.75),
    min: ascending[0],
    max: ascending.at(-1),
    mad_unscaled: medianDeviation(y),
    skewness_g1: shape.skewness,
    skewness_G1: (shape.skewness * Math.sqrt(n * (n - 1))) / (n - 2),
    excess_kurtosis_g2: shape.excessKurtosis,
    se: mean.se,
    ci_low: low,
    ci_high: high,
  };
}

function certified(asked: Case, corpus: Corpus): Answer {
  const { n, numbers } = peopleOf(asked, corpus);
  const y = numbers("y");
  const weights = new Float64Array(n).fill(1);
  const sd = Math.sqrt(varianceOf(y, { weights }).value);
  return { mean: meanOf(y, { weights }).value, sd };
}

function share(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const { n } = people;
  const one = levelCode(people, "x", asked.options["one_level"]);
  const k = people.numbers("x").filter((code) => code === one).length;
  const confidence = confidenceOf(asked);
  const score = wilson([k, n], zFor(confidence));
  const plain = agrestiCoull([k, n], zFor(confidence));
  const simple = { value: k / n, se: Math.sqrt(((k / n) * (1 - k / n)) / n), df: n - 1 };
  const exact = exactInterval(simple, { n, confidence });
  return {
    estimate: k / n,
    wilson_low: score.low,
    wilson_high: score.high,
    clopper_pearson_low: exact.low,
    clopper_pearson_high: exact.high,
    agresti_coull_low: plain.low,
    agresti_coull_high: plain.high,
    k,
    n,
  };
}

function scale(asked: Case, corpus: Corpus): Answer {
  const names = asked.columns!["items"] as readonly string[];
  const cells = corpus.read(asked.dataset!);
  const items = names.map((name) =>
    column(
      name,
      Float64Array.from(cells[name]!, (cell) => (cell === "" ? NaN : Number(cell))),
    ),
  );
  const { item_min: low, item_max: high, out_max: top, min_valid: needed } = asked.options;
  const rule: Scale = {
    id: "scale",
    label: "Scale",
    items: names,
    added: [],
    low: Number(low),
    high: Number(high),
    top: Number(top),
  };
  const { values } = scoreScale(rule, items, Number(needed));
  const scored = values.filter((value) => !Number.isNaN(value));
  const weights = new Float64Array(scored.length).fill(1);
  return {
    n_scored: scored.length,
    mean: meanOf(scored, { weights }).value,
    sd: Math.sqrt(varianceOf(scored, { weights }).value),
    median: medianOf(scored),
    first15: [...values.subarray(0, 15)],
  };
}

const column = (id: string, values: Float64Array): Column => ({
  id,
  label: id,
  level: "interval",
  values,
});
