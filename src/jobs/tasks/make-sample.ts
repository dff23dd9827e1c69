/** The sample campus as if its files had been uploaded, with the plan and the learning outcomes that go with it. */
import { generateCampus } from "../../campus/campus.ts";
import { readSource } from "../../intake/read.ts";
import { readLearningOutcomes } from "../../studies/learning-outcomes-file.ts";
import type { Progress } from "../../studies/study.ts";
import { share } from "../share.ts";

export async function makeSample(
  options: { readonly people?: number; readonly seed?: number },
  progress: Progress,
) {
  const { files, plan, clos } = generateCampus(options);
  const read = [];
  for (const [i, { name, text }] of files.entries()) {
    progress("reading the sample", i, files.length);
    read.push(share(await readSource(inOnePiece(text), { name })));
  }
  return { files: read, plan, learningOutcomes: readLearningOutcomes(clos, "clos.json") };
}

async function* inOnePiece(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
