/**
 * Weights against non-response from the chance that a person of that kind answers, by logistic regression of answering
 * on what is known of everybody who was asked (Rosenbaum & Rubin 1983; Little 1986).
 *
 *   weight 1 / p of who answered, or with classes (customarily five) people / respondents among those of like p,
 *   R = 1 - 2 sd(p): 1 where everybody is equally likely to answer (Schouten, Cobben & Bethlehem 2009)
 *
 * Classes give up a little of the correction for weights that no single p can make wild; their number of five takes
 * away nine tenths of what a covariate distorts (Cochran 1968).
 *
 * Assumes that among people of like covariates answering has nothing to do with the answers. Hazards: a weight speaks
 * only for what the covariates know: happy alumni answer more, and no roster knows who is happy (see
 * `sensitivity/non-response.ts`); covariates that tell who answers but have nothing to do with the outcome cost precision
 * and correct nothing (Little & Vartivarian 2005). Rake afterwards.
 */
import { logisticModel, type LogisticModel } from "../models/logistic.ts";
import type { Term, Unfitted } from "../models/terms.ts";
import { quantileOf } from "../numeric/order-statistics.ts";
import { effectiveN } from "./effective-n.ts";
import { responseWeights, type ResponseWeights } from "./response-classes.ts";

export interface PropensityOptions {
  readonly confidence: number;
  /** Weights before the correction, such as the inverse chance of having been drawn; absent: everybody counts once. */
  readonly base?: Float64Array;
  /** So many classes of like chances, as equal in size as ties allow; absent: each by the own chance. */
  readonly classes?: number;
}

export interface PropensityWeights {
  readonly ok: true;
  /** One per person asked, 0 for who did not answer. */
  readonly weights: Float64Array;
  /** Chance of answering, one per person asked. */
  readonly chances: Float64Array;
  readonly model: LogisticModel;
  /** Null where each counts by the own chance; code 0 is the class least likely to answer. */
  readonly classes: ResponseWeights | null;
  readonly responseRate: number;
  /** R of Schouten, Cobben & Bethlehem, 0 to 1. */
  readonly representativity: number;
  /** Of the respondents (Kish). */
  readonly effectiveN: number;
}

/**
 * @param answered 1 or 0 for everybody who was asked
 * @param covariates known of everybody who was asked, none missing
 * @returns "no variation" where all or none answered
 */
export function propensityWeights(
  answered: Float64Array,
  covariates: readonly Term[],
  { confidence, base, classes }: PropensityOptions,
): PropensityWeights | Unfitted {
  if (classes !== undefined && !(Number.isInteger(classes) && classes >= 2))
    throw new RangeError(`propensityWeights requires two or more classes, got ${classes}`);
  const model = logisticModel(answered, covariates, { confidence });
  if (!model.ok) return model;
  const chances = chancesOf(model, covariates, answered.length);
  const grouped =
    classes === undefined ? null : responseWeights(answered, classesOf(chances, classes), base);
  const weights =
    grouped?.weights ??
    answered.map((one, i) => (one > 0 ? (base === undefined ? 1 : base[i]) / chances[i] : 0));
  const rate = mean(answered);
  return {
    ok: true,
    weights,
    chances,
    model,
    classes: grouped,
    responseRate: rate,
    representativity: 1 - 2 * Math.sqrt(mean(chances.map((p) => (p - rate) ** 2))),
    effectiveN: effectiveN({ weight: weights }),
  };
}

function chancesOf(model: LogisticModel, covariates: readonly Term[], people: number) {
  const kept = covariates.filter(({ name }) => !model.dropped.includes(name));
  const [constant, ...slopes] = model.coefficients;
  return Float64Array.from({ length: people }, (_, i) => {
    const logOdds = slopes.reduce(
      (sum, { value }, j) => sum + value * kept[j].values[i],
      constant.value,
    );
    return 1 / (1 + Math.exp(-logOdds));
  });
}

/** Cut at the quantiles of the chances; who stands on a cut belongs below it. */
function classesOf(chances: Float64Array, classes: number): Float64Array {
  const ascending = chances.toSorted();
  const cuts = Array.from({ length: classes - 1 }, (_, k) =>
    quantileOf(ascending, (k + 1) / classes),
  );
  return chances.map((p) => cuts.filter((cut) => p > cut).length);
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
