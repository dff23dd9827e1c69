/** The coefficient of x in models of y with z and a held constant. */
import {
  designModel,
  designOrderedLogit,
  linearModel,
  logisticModel,
  orderedLogitModel,
  type Coefficient,
  type Level,
  type Term,
} from "#analysis";
import { measured, type Kind, type People } from "../population.ts";
import {
  confidence,
  designOf,
  everyKind,
  finest,
  names,
  type Estimator,
  unweighted,
} from "./estimator.ts";

interface Question {
  readonly people: People;
  readonly y: Float64Array;
  readonly terms: readonly Term[];
}

type Fitted = { readonly ok: true; readonly coefficients: readonly Coefficient[] } | { ok: false };

function model(
  id: string,
  kinds: readonly Kind[],
  { outcome, fit }: { readonly outcome?: Level; fit(question: Question): Fitted },
): Estimator {
  return {
    id,
    kinds,
    estimate(people) {
      const terms = [0, 2, 3].map((trait) => ({
        name: names[trait]!,
        values: measured(people, trait, finest(people)),
      }));
      const y = measured(people, 1, outcome ?? finest(people));
      const fitted = fit({ people, y, terms });
      return fitted.ok ? fitted.coefficients.find(({ term }) => term === "x") : undefined;
    },
  };
}

export const models: readonly Estimator[] = [
  model("linear coefficient, HC3", unweighted, {
    fit: ({ y, terms }) => linearModel(y, terms, { confidence, errors: "HC3" }),
  }),
  model("linear coefficient, CR1", ["clustered"], {
    fit: ({ people: { clusters }, y, terms }) =>
      linearModel(y, terms, { confidence, ...(clusters && { clusters }) }),
  }),
  model("linear coefficient, design-based", everyKind, {
    fit: ({ people, y, terms }) =>
      designModel(y, terms, { family: "gaussian", design: designOf(people), confidence }),
  }),
  model("logistic coefficient", unweighted, {
    outcome: "binary",
    fit: ({ y, terms }) => logisticModel(y, terms, { confidence }),
  }),
  model("logistic coefficient, design-based", everyKind, {
    outcome: "binary",
    fit: ({ people, y, terms }) =>
      designModel(y, terms, { family: "binomial", design: designOf(people), confidence }),
  }),
  model("ordered logit coefficient", unweighted, {
    outcome: "ordinal",
    fit: ({ y, terms }) => orderedLogitModel(y, terms, { confidence }),
  }),
  model("ordered logit coefficient, design-based", everyKind, {
    outcome: "ordinal",
    fit: ({ people, y, terms }) =>
      designOrderedLogit(y, terms, { design: designOf(people), confidence }),
  }),
  model("Poisson coefficient, design-based", everyKind, {
    outcome: "ordinal",
    fit: ({ people, y, terms }) =>
      designModel(y, terms, { family: "poisson", design: designOf(people), confidence }),
  }),
];
