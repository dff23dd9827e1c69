/** A study of a small campus, taken in through the pages: uploaded, confirmed, planned, computed. */
import { generateCampus } from "../../../src/campus/campus.ts";
import { locationOf, type Visitor } from "./visitor.ts";

export const campus = generateCampus({ people: 600, seed: 11 });

/** As a person would: name, files, yes. @returns the address of the study */
export async function takeInCampus(visitor: Visitor): Promise<string> {
  const files = locationOf(await visitor.send("/", { title: "Class of 2019" }));
  locationOf(await visitor.upload(files, campus.files));
  locationOf(await visitor.send(`${files}/preview`, { choice: "confirm" }));
  return files.replace(/\/files$/, "");
}

export const plan = {
  outcomes: ["career_satisfaction", "economic_mobility"],
  predictors: ["SF", "intern_done", "mock_interview", "career_fair"],
  covariates: ["firstgen", "GPAest"],
  weight: "weight",
} as const;

/** The fields of the plan form. */
export function planFields(more: Readonly<Record<string, string>> = {}): [string, string][] {
  const roles: (readonly [string, readonly string[]])[] = [
    ["outcome", plan.outcomes],
    ["predictor", plan.predictors],
    ["covariate", plan.covariates],
    ["weight", [plan.weight]],
  ];
  const given = {
    method: "by level",
    scoring: "all items",
    confidence: "0.95",
    minimumPairs: "10",
    replicates: "50",
    seed: "7",
    learningOutcomes:
      "Present strengths: mock_interview, career_fair\nApply learning at work: intern_done",
    ...more,
  };
  return [
    ...roles.flatMap(([role, ids]) =>
      ids.flatMap((id): [string, string][] => [
        ["variable", id],
        ["role", role],
      ]),
    ),
    ...Object.entries(given),
  ];
}

/** Starts the screening of the saved plan and waits. @returns its address */
export async function compute(visitor: Visitor, study: string): Promise<string> {
  const screening = locationOf(await visitor.send(`${study}/screenings`, {}));
  for (let tries = 0; tries < 600; tries++) {
    const answer = await visitor.ask(screening);
    if (answer.status === 303) return screening;
    if (!(await answer.text()).includes('http-equiv="refresh"')) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${screening} was not done in time`);
}
