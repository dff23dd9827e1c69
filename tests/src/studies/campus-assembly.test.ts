import { expect, test } from "vitest";
import { generateCampus } from "../../../src/campus/campus.ts";
import { readSource } from "../../../src/intake/read.ts";
import { assemble } from "../../../src/studies/assemble.ts";
import { readCodebook, writeCodebook } from "../../../src/studies/codebook-file.ts";
import {
  checkEvidence,
  readLearningOutcomes,
} from "../../../src/studies/learning-outcomes-file.ts";

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const campus = generateCampus({ people: 600, seed: 7 });
const sources = await Promise.all(
  campus.files.map(async ({ name, text }) => (await readSource(bytes(text), { name })).source),
);
const study = assemble(sources, { id: "student_id" });

test("every file is recognised, and nobody is lost", () => {
  expect(study.join.files.map(({ format }) => format)).toEqual(["nsse", "event log", "plain"]);
  const lines = campus.files.map(({ text }) => text.trimEnd().split("\n").slice(1));
  const idsIn = lines.map((rows) => new Set(rows.map((row) => row.split(",")[0]!)));
  expect(study.join.people).toBe(new Set(idsIn.flatMap((ids) => [...ids])).size);
  expect(study.join.files.map(({ people }) => people)).toEqual(idsIn.map(({ size }) => size));
});

test("everything that the suggested plan names is there, at the level it was asked", () => {
  const { predictors, outcomes, covariates, weight } = campus.plan;
  const level = (id: string) => study.table.columns.get(id)?.level;
  expect([...predictors, ...covariates, weight!].filter((id) => level(id) === undefined)).toEqual(
    [],
  );
  expect(outcomes.map(level)).toEqual(["ordinal", "interval", "ordinal"]);
  expect(covariates.map(level)).toEqual(["binary", "nominal", "interval"]);
  checkEvidence(study, readLearningOutcomes(campus.clos, "clos.json"), "clos.json");
});

test("nothing in it needs a person's decision", () => {
  expect(study.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
});

test("the codebook of three files, written and given back, changes nothing", () => {
  const codebook = readCodebook(writeCodebook(study.codebook), "codebook.json");
  expect(assemble(sources, { id: "student_id", codebook })).toEqual(study);
});
