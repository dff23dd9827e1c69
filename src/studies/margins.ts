/** What is known of the population, from how people write it (labels) to how it is computed with (codes). */
import { z } from "zod";
import type { KnownMargin } from "#analysis";
import { fold, list, quote, type Codebook, type Variable } from "#surveys";
import { Problem } from "../problem.ts";
import { readJson } from "./json-file.ts";
import { nearest } from "./nearest.ts";

/** `{ "variable": "gender", "people": { "Woman": 5210, "Man": 4100 } }`, categories by label, cell or code. */
export const marginRequest = z.strictObject({
  variable: z.string().min(1),
  people: z
    .record(z.string().min(1), z.number().min(0))
    .refine((people) => Object.values(people).some((count) => count > 0), "counts nobody"),
});
export type MarginRequest = z.infer<typeof marginRequest>;

/** margins.json: a list of margins, or the same under "margins". */
export const readMargins = (text: string, file: string): MarginRequest[] =>
  readJson(text, file, {
    schema: z.preprocess(
      (json) =>
        typeof json === "object" && json !== null && "margins" in json ? json.margins : json,
      z.array(marginRequest).min(1),
    ),
    problem: "invalid-plan",
    what: "a file of margins",
  });

/** Refuses categories that the variable does not have. The variables themselves must be known. */
export const resolveMargins = (
  { variables }: Codebook,
  margins: readonly MarginRequest[],
): KnownMargin[] =>
  margins.map(({ variable: id, people }) => {
    const variable = variables.find((one) => one.id === id)!;
    const named = new Map<number, string>();
    const counted = Object.entries(people).map(([category, count]) => {
      const code = codeOf(variable, category);
      const other = named.get(code);
      if (other !== undefined)
        throw new Problem(
          "invalid-plan",
          `${quote(other)} and ${quote(category)} are the same category of ${quote(id)}.`,
          { next: "Name every category once." },
        );
      named.set(code, category);
      return { code, people: count };
    });
    return { variable: id, people: counted.toSorted((a, b) => a.code - b.code) };
  });

function codeOf({ id, values }: Variable, category: string): number {
  const found =
    values?.find(({ label }) => label === category) ??
    values?.find(({ cell, code }) => cell === category || String(code) === category) ??
    values?.find(({ label }) => fold(label) === fold(category));
  if (found !== undefined) return found.code;
  const number = Number(category);
  if (values === undefined && Number.isFinite(number)) return number;
  const labels = values?.map(({ label }) => label) ?? [];
  const close = nearest(category, labels);
  throw new Problem("invalid-plan", `${quote(category)} is no category of ${quote(id)}.`, {
    next:
      labels.length === 0
        ? "Its categories are numbers."
        : close === undefined
          ? `The categories are: ${list(labels, 40)}.`
          : `Did you mean ${quote(close)}?`,
  });
}
