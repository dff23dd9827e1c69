/** The files of the sample campus are read as what they are, without a codebook. */
import { describe, expect, test } from "vitest";
import { columnOf, numberAt } from "#analysis";
import { generateCampus } from "../../../src/campus/campus.ts";
import { drawPeople } from "../../../src/campus/people.ts";
import { readSource } from "../../../src/intake/read.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { readLearningOutcomes } from "../../../src/studies/learning-outcomes-file.ts";
import { resolvePlan } from "../../../src/studies/plan.ts";

const { files, plan, clos } = generateCampus({ people: 1200, seed: 3 });
const sources = await Promise.all(
  files.map(async ({ name, text }) => {
    const bytes = (async function* () {
      yield new TextEncoder().encode(text);
    })();
    return (await readSource(bytes, { name })).source;
  }),
);
const assembly = assemble(sources, {});

describe("the files of the sample campus", () => {
  test("are recognised, and joined per person", () => {
    const { join, issues } = assembly;
    expect(join.files.map(({ format }) => format)).toEqual(["nsse", "event log", "plain"]);
    expect(join.people).toBeGreaterThan(1180);
    expect(join.inAll).toBeGreaterThan(450);
    expect(issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("carry every variable of the suggested plan at the level meant", () => {
    const learningOutcomes = readLearningOutcomes(clos, "clos.json");
    const resolved = resolvePlan(assembly, plan, learningOutcomes);
    expect(learningOutcomes).toHaveLength(6);
    const levels = Object.fromEntries(
      [...resolved.outcomes, ...resolved.predictors, ...resolved.covariates, "weight"].map((id) => [
        id,
        columnOf(assembly.table, id).level,
      ]),
    );
    expect(levels).toEqual({
      career_satisfaction: "ordinal",
      economic_mobility: "interval",
      community_engagement: "ordinal",
      intern_done: "binary",
      servcourse_done: "binary",
      SF: "interval",
      mock_interview: "count",
      employer_visit: "count",
      advising_appointment: "count",
      abroad_done: "binary",
      research_done: "binary",
      career_fair: "count",
      learncom_done: "binary",
      QR: "interval",
      resume_workshop: "count",
      firstgen: "binary",
      MAJfirstcol: "nominal",
      GPAest: "interval",
      weight: "interval",
    });
  });

  test("give back what each person did", () => {
    const people = new Map(drawPeople(1200, 3).map((person) => [person.id, person]));
    const { table, ids } = assembly;
    ids.forEach((id, row) => {
      const { did, grade } = people.get(id)!;
      const found = (variable: string) => numberAt(columnOf(table, variable), row);
      for (const key of ["career_fair", "mock_interview", "resume_workshop"] as const)
        expect(found(key)).toBe(did[key]);
      for (const key of ["intern_done", "servcourse_done", "abroad_done"] as const)
        if (!Number.isNaN(found(key))) expect(found(key)).toBe(did[key]);
      if (!Number.isNaN(found("GPAest"))) expect(found("GPAest")).toBe(grade.points);
    });
  });
});
