/** Which methods of the corpus the product answers. To cover one more: a function in a family, listed there. */
import { adjustedAnswers } from "./adjusted.ts";
import { differences, agrees, type Difference } from "./compare.ts";
import { correlationAnswers } from "./correlations.ts";
import type { Answer, Case, Corpus, Point } from "./corpus.ts";
import { specialFunctions, toleranceOf } from "./functions.ts";
import { furtherAnswers } from "./further.ts";
import { groupAnswers } from "./groups.ts";
import { importanceAnswers } from "./importance.ts";
import { latentAnswers } from "./latent.ts";
import { missingAnswers } from "./missing.ts";
import { modelAnswers } from "./models.ts";
import { populationAnswers } from "./population.ts";
import { sensitivityAnswers } from "./sensitivity.ts";
import { univariateAnswers } from "./univariate.ts";
import { weightedAnswers } from "./weighted.ts";

export type Answerer = (asked: Case, corpus: Corpus) => Answer;

export const answers: Readonly<Record<string, Answerer>> = {
  ...correlationAnswers,
  ...groupAnswers,
  ...adjustedAnswers,
  ...weightedAnswers,
  ...univariateAnswers,
  ...importanceAnswers,
  ...latentAnswers,
  ...modelAnswers,
  ...populationAnswers,
  ...sensitivityAnswers,
  ...missingAnswers,
};

/** Keys of a covered method that the product does not compute. */
export const keysNotCovered: Readonly<Record<string, readonly string[]>> = {
};

export type Verdict =
  | { readonly is: "passed" }
  | { readonly is: "failed"; readonly differences: readonly Difference[] }
  | { readonly is: "not covered" };

export function judge(asked: Case, corpus: Corpus): Verdict {
  const answer = answers[asked.method] ?? furtherAnswers[asked.method];
  if (answer === undefined) return { is: "not covered" };
  const ignored = keysNotCovered[asked.method] ?? [];
  const found = differences(asked, answer(asked, corpus)).filter(
    ({ key }) => !ignored.includes(key),
  );
  return found.length === 0 ? { is: "passed" } : { is: "failed", differences: found };
}

export function judgePoint({ f, args, value }: Point): Verdict {
  const special = specialFunctions[f];
  if (special === undefined) return { is: "not covered" };
  const got = special(...args);
  return agrees(got, value, toleranceOf(f))
    ? { is: "passed" }
    : { is: "failed", differences: [{ key: args.join(", "), got, expected: value }] };
}
