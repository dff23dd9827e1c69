import { expect, test } from "vitest";
import { Problem } from "../../../src/problem.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import {
  checkEvidence,
  readLearningOutcomes,
} from "../../../src/studies/learning-outcomes-file.ts";
import { fileOf } from "../../support/source-of.ts";

const refusal = (run: () => unknown): Problem => {
  try {
    run();
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error("expected a Problem");
};
const clo = {
  id: "apply",
  statement: "Students will be able to apply …",
  evidence: ["club", "club"],
};

test("a list and an object with the list read alike; the statement is the label unless one is given", () => {
  const read = (json: unknown) => readLearningOutcomes(JSON.stringify(json), "clos.json");
  expect(read([clo])).toEqual([{ id: "apply", label: clo.statement, evidence: ["club"] }]);
  expect(read({ learningOutcomes: [clo] })).toEqual(read([clo]));
  expect(read([{ ...clo, label: "Apply" }])[0]!.label).toBe("Apply");
});

test.each([
  ["no evidence", [{ ...clo, evidence: [] }], "[0].evidence"],
  ["no statement", [{ id: "a", evidence: ["x"] }], "[0].statement"],
  ["one id twice", [clo, clo], "[1].id"],
  ["no list", { outcomes: [] }, "the file"],
])("%s is refused by its path", (_, json, path) => {
  const problem = refusal(() => readLearningOutcomes(JSON.stringify(json), "clos.json"));
  expect(problem.id).toBe("invalid-learning-outcomes");
  expect(problem.issues[0]).toMatchObject({ file: "clos.json", column: path });
});

test("evidence must be in the files, and must be something to analyse", () => {
  const study = assemble([
    fileOf("a.csv", "club day\n 1 2020-01-01\n 0 2020-01-02\n 1 2020-01-03"),
  ]);
  const check = (...evidence: string[]) =>
    checkEvidence(study, [{ id: "apply", label: "Apply", evidence }], "clos.json");
  expect(() => check("club")).not.toThrow();
  expect(refusal(() => check("clbu")).message).toContain('did you mean "club"?');
  expect(refusal(() => check("club", "day", "zzz")).issues.map(({ text }) => text)).toEqual([
    '"day", evidence of "apply", cannot be analysed: it is date.',
    '"zzz", evidence of "apply", is no variable of these files.',
  ]);
});
