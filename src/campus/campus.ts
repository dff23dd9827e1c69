/**
 * The sample campus: about six thousand invented seniors of two graduating classes, what the careers
 * office logged about them, what they answered as seniors and five to six years later. What is to be
 * found in the files is planted and known (`truth`), so that a ranking can be checked against it.
 */
import type { PlanRequest } from "../studies/plan.ts";
import { alumniFile } from "./alumni.ts";
import { codebook } from "./codebook.ts";
import { nsseFile } from "./form.ts";
import { learningOutcomes } from "./learning-outcomes.ts";
import { engagementFile } from "./log.ts";
import { experienceEntries, outcomeKeys } from "./model.ts";
import { drawPeople } from "./people.ts";
import { covariates, truth, type Truth } from "./truth.ts";

export interface Campus {
  readonly files: readonly { readonly name: CampusFile; readonly text: string }[];
  readonly truth: Truth;
  /** Text of clos.json. */
  readonly clos: string;
  /** Text of codebook.json: labels for the columns. */
  readonly codebook: string;
  /** What to ask of the files (plan.json). */
  readonly plan: typeof plan;
}
export type CampusFile = "nsse.csv" | "engagement.csv" | "alumni.csv";

/** @param options seed: a whole number from 0 to 2^32 - 1; the same seed gives the same bytes */
export function generateCampus(options: { people?: number; seed?: number } = {}): Campus {
  const { people = 6000, seed = 2026 } = options;
  if (!Number.isInteger(people) || people < 100)
    throw new RangeError(`generateCampus requires at least 100 people, got ${people}`);
  const all = drawPeople(people, seed);
  return {
    files: [
      { name: "nsse.csv", text: nsseFile(all, seed) },
      { name: "engagement.csv", text: engagementFile(all, seed) },
      { name: "alumni.csv", text: alumniFile(all, seed) },
    ],
    truth,
    clos: asJson(learningOutcomes),
    codebook: asJson(codebook),
    plan,
  };
}

/** As people write it: indented, with a line end. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const plan = {
  outcomes: outcomeKeys,
  predictors: experienceEntries.map(([key]) => key),
  covariates: [...covariates],
  groups: ["firstgen"],
  weight: "weight",
} satisfies PlanRequest;
