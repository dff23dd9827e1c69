/** Partial correlations, asked as the corpus asks. */
import { basisOf, dot, residualOf } from "../../analysis/adjusted/basis.ts";
import { dummies } from "../../analysis/adjusted/dummies.ts";
import { partialCorrelation } from "../../analysis/adjusted/partial.ts";
import { marginOf, midRanks } from "../../analysis/methods/margin.ts";
import { correlationTest } from "../../analysis/methods/pearson.ts";
import { confidenceOf, peopleOf } from "./columns.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";
import { plain } from "./correlations.ts";

export const adjustedAnswers = {
  partial,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function partial(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const ranks = asked.options["method"] === "spearman";
  const [x, y] = [people.numbers("x"), people.numbers("y")];
  const covariates = covariatesOf(asked, corpus);
  const options = { covariates, ranks, confidence: confidenceOf(asked) };
  const found = partialCorrelation(x, y, options);
  const answer = plain(found.estimate);
  // Semi-partial: x less the covariates against y as it is.
  const scale = (column: Float64Array) => (ranks ? midRanks(marginOf(column)) : column);
  const left = residualOf(scale(x), basisOf(covariates.map(scale), people.n));
  const outcome = residualOf(scale(y), basisOf([], people.n));
  const semi = dot(left.values, outcome.values) / (left.length * outcome.length);
  return {
    ...answer,
    ...correlationTest(answer.estimate!, people.n, found.covariates),
    semipartial_x_residualised: semi,
    semipartial_squared: semi ** 2,
    n: people.n,
    k: found.covariates,
  };
}

/** Unordered categories as 0/1 columns. */
function covariatesOf(asked: Case, corpus: Corpus): Float64Array[] {
  const people = peopleOf(asked, corpus);
  const names = asked.columns!["covariates"] as readonly string[];
  const rows = Int32Array.from({ length: people.n }, (_, row) => row);
  return people.all("covariates").flatMap((values, i) => {
    const id = names[i]!;
    const level = corpus.typeOf(asked.dataset!, id) === "nominal" ? "nominal" : "interval";
    return dummies({ id, label: id, level, values }, rows).map((dummy) => dummy.values);
  });
}
