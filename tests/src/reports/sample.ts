/** A small campus, joined, screened and ranked for real: what the report tests look at. */
import { Readable } from "node:stream";
import { generateCampus } from "../../../src/campus/campus.ts";
import { readSource } from "../../../src/intake/read.ts";
import { readLearningOutcomes } from "../../../src/studies/learning-outcomes-file.ts";
import { runStudy } from "../../../src/studies/run-study.ts";
import type { Study } from "../../../src/studies/study.ts";

const { files, plan, clos } = generateCampus({ people: 900 });

export async function sampleStudy(): Promise<Study> {
  const readings = await Promise.all(
    files.map(({ name, text }) => readSource(Readable.from([Buffer.from(text)]), { name })),
  );
  return runStudy(
    readings.map(({ source }) => source),
    {
      scoring: "all items",
      plan: { ...plan, groups: ["firstgen"], smallestGroup: 30, replicates: 60 },
      learningOutcomes: readLearningOutcomes(clos, "clos.json"),
    },
  );
}
