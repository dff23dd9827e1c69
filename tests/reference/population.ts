/** Weights made from what is known of a population, asked as the corpus asks. */
import { calibrate, calibrationResiduals, type PopulationTotal } from "../../analysis/weights/calibrate.ts";
import { meanOf, totalOf } from "../../analysis/weights/design.ts";
import { effectiveN } from "../../analysis/weights/effective-n.ts";
import { rake } from "../../analysis/weights/rake.ts";
import type { PopulationMargin } from "../../analysis/weights/raker.ts";
import { responseWeights } from "../../analysis/weights/response-classes.ts";
import { peopleOf, type People } from "./columns.ts";
import { agrees } from "./compare.ts";
import type { Answer, Case, Corpus } from "./corpus.ts";

export const populationAnswers = {
  rake: raking,
  poststratify: postStratification,
  nonresponse_class_weights: nonResponse,
} satisfies Record<string, (asked: Case, corpus: Corpus) => Answer>;

function raking(asked: Case, corpus: Corpus): Answer {
  const { y, ...others } = asked.columns!;
  const people = peopleOf({ ...asked, columns: others }, corpus);
  const base = people.numbers("weight");
  const targets = asked.options["targets"] as Readonly<Record<string, Targets>>;
  const margins = marginsOf(people, "margins", Object.entries(targets));
  const weights = raked(base, margins);
  const kish = effectiveN({ weight: weights });
  const mean = total(weights) / people.n;
  const spread = Math.sqrt(total(weights.map((w) => (w - mean) ** 2)) / people.n);
  const answers = corpus.read(asked.dataset!)[String(y)]!;
  const outcome = Float64Array.from(people.rows, (row) => Number(answers[row] || NaN));
  const { value, influence } = meanWithInfluence(outcome, weights);
  // The package takes the residuals after raking unweighted, those after post-stratification weighted.
  const residuals = calibrationResiduals(influence, columnsOf(margins));
  const linear = calibrate(base, total([...margins[0]!.people.values()]), totalsOf(margins));
  return {
    weights_file: weightsFile(asked, corpus, weights),
    sum: total(weights),
    min: Math.min(...weights),
    max: Math.max(...weights),
    cv: spread / mean,
    n_eff_kish: kish,
    deff_kish: people.n / kish,
    first10: [...weights.subarray(0, 10)],
    weighted_mean: value,
    linearised_se_after_raking: totalOf(product(residuals, weights), { weights }).se,
    linear_calibration_first10: [...linear.subarray(0, 10)],
    linear_calibration_min: Math.min(...linear),
    n: people.n,
  };
}

function postStratification(asked: Case, corpus: Corpus): Answer {
  const people = peopleOf(asked, corpus);
  const base = people.numbers("weight");
  const targets = asked.options["targets"] as Targets;
  const margins = marginsOf(people, "stratum", [[String(asked.columns!["stratum"]), targets]]);
  const weights = raked(base, margins);
  const { value, influence } = meanWithInfluence(people.numbers("y"), weights);
  const residuals = calibrationResiduals(influence, columnsOf(margins), base);
  return {
    first10: [...weights.subarray(0, 10)],
    estimate: value,
    se: totalOf(product(residuals, weights), { weights }).se,
    n: people.n,
  };
}

/** A class is named by its values in the file. */
function nonResponse(asked: Case, corpus: Corpus): Answer {
  const { responded_if_present: of, ...others } = asked.columns!;
  const people = peopleOf({ ...asked, columns: others }, corpus);
  const cells = corpus.read(asked.dataset!);
  const names = [asked.columns!["classes"]!].flat().map(String);
  const keys = people.rows.map((row) => names.map((name) => cells[name]![row]).join("|"));
  const order = [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1));
  const { classes, weights } = responseWeights(
    Float64Array.from(people.rows, (row) => Number(cells[String(of)]![row] !== "")),
    Float64Array.from(keys, (key) => order.indexOf(key)),
  );
  return {
    classes: classes.map(({ code }) => order[code]),
    response_rate: classes.map(({ rate }) => rate),
    n_class: classes.map((one) => one.people),
    sum_weights: total(weights),
    max_weight: Math.max(...weights),
    n_eff_kish: effectiveN({ weight: weights }),
    respondents: total(classes.map(({ respondents }) => respondents)),
    n: people.n,
  };
}

type Targets = Readonly<Record<string, number>>;

function marginsOf(
  people: People,
  role: string,
  targets: readonly (readonly [string, Targets])[],
): PopulationMargin[] {
  const levels = people.labels(role);
  return people.all(role).map((codes, at) => {
    const [name, counts] = targets[at]!;
    const codeOf = (text: string) => levels[at]?.indexOf(text) ?? Number(text);
    const known = Object.entries(counts).map(([text, count]) => [codeOf(text), count] as const);
    return { name, codes, people: new Map(known) };
  });
}

function raked(base: Float64Array, margins: readonly PopulationMargin[]): Float64Array {
  const found = rake(base, margins);
  if (!found.ok) throw new Error(found.message);
  return found.weights;
}

/** The name of the file where every weight in it is the one found. */
function weightsFile({ expected }: Case, corpus: Corpus, weights: Float64Array): unknown {
  const file = String(expected["weights_file"]);
  const listed = corpus.read(file)["raked"]!.map(Number);
  return agrees([...weights], listed, { abs: 1e-6, rel: 1e-6 }) ? file : "other weights";
}

/** Weighted mean over the people who have a number, and its derivative by each weight. */
function meanWithInfluence(y: Float64Array, weights: Float64Array) {
  const known = weights.map((w, i) => (Number.isNaN(y[i]!) ? 0 : w));
  const numbers = y.map((one) => (Number.isNaN(one) ? 0 : one));
  const { value } = meanOf(numbers, { weights: known });
  const all = total(known);
  const influence = y.map((one) => (Number.isNaN(one) ? 0 : (one - value) / all));
  return { value, influence };
}

const totalsOf = (margins: readonly PopulationMargin[]): PopulationTotal[] =>
  margins.flatMap(({ codes, people }) =>
    Array.from(people, ([code, count]) => ({
      values: codes.map((one) => Number(one === code)),
      total: count,
    })),
  );

const columnsOf = (margins: readonly PopulationMargin[]): Float64Array[] =>
  totalsOf(margins).map(({ values }) => values);

const product = (a: Float64Array, b: Float64Array): Float64Array => a.map((one, i) => one * b[i]!);

const total = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
