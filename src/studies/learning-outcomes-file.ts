/** clos.json: career learning outcomes, each with the variables that evidence it. */
import { z } from "zod";
import type { EvidencedOutcome } from "#analysis";
import { quote } from "#surveys";
import type { Issue } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import { readJson } from "./json-file.ts";
import { nearest } from "./nearest.ts";
import { isUsable } from "./variables/read-column.ts";
import type { Assembly } from "./study.ts";

/** `[{ "id", "statement", "evidence": [...] }]`, or the same under "learningOutcomes". A label is the statement unless given. */
export const readLearningOutcomes = (text: string, file: string): EvidencedOutcome[] =>
  readJson(text, file, {
    schema: learningOutcomes,
    problem: "invalid-learning-outcomes",
    what: "a file of learning outcomes",
  });

/** Refuses evidence that no file has, or that cannot be analysed. */
export function checkEvidence(
  { codebook }: Pick<Assembly, "codebook">,
  learningOutcomes: readonly EvidencedOutcome[],
  file: string,
): void {
  const variables = new Map(codebook.variables.map((variable) => [variable.id, variable]));
  const issues = learningOutcomes.flatMap(({ id: outcome, evidence }) =>
    evidence.flatMap((id): Issue[] => {
      const variable = variables.get(id);
      if (variable !== undefined && isUsable(variable)) return [];
      const close = nearest(id, variables.keys());
      const what =
        variable === undefined
          ? `is no variable of these files${close === undefined ? "" : `; did you mean ${quote(close)}`}`
          : `cannot be analysed: it is ${variable.excluded}`;
      const mark = variable === undefined && close !== undefined ? "?" : ".";
      return [
        {
          severity: "error",
          file,
          column: outcome,
          code: "unknown-evidence",
          text: `${quote(id)}, evidence of ${quote(outcome)}, ${what}${mark}`,
        },
      ];
    }),
  );
  if (issues.length > 0)
    throw new Problem("invalid-learning-outcomes", issues[0]!.text, { issues });
}

const learningOutcome = z
  .object({
    id: z.string().min(1),
    statement: z.string().min(1),
    label: z.string().min(1).exactOptional(),
    evidence: z.array(z.string().min(1)).min(1),
  })
  .transform(({ id, statement, label = statement, evidence }) => ({
    id,
    label,
    evidence: [...new Set(evidence)],
  }));

const list = z
  .array(learningOutcome)
  .min(1)
  .superRefine((outcomes, context) => {
    for (const [index, { id }] of outcomes.entries())
      if (outcomes.findIndex((other) => other.id === id) < index)
        context.addIssue({
          code: "custom",
          path: [index, "id"],
          message: `"${id}" stands here twice`,
        });
  });

const learningOutcomes = z.preprocess(
  (json) =>
    typeof json === "object" && json !== null && "learningOutcomes" in json
      ? json.learningOutcomes
      : json,
  list,
);
